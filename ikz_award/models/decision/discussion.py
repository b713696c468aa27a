"""After scoring: the organiser opens the comparison, the jurors flag entries and discuss them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.models.base import Base, UtcDateTime, new_public_id
from ikz_award.models.jury.jury import Juror


class ComparisonOpening(Base):
    """From here on the jurors see each other's points. One made before the last closing of scoring counts no more."""

    __tablename__ = "comparison_opening"
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    opened_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DiscussionPost(Base):
    """A juror's word on an entry, for the other jurors without bias and the organiser. Taken back, it is shown to nobody."""

    __tablename__ = "discussion_post"
    __table_args__ = (
        Index("ix_discussion_post_entry_id_posted_at", "entry_id", "posted_at"),
        CheckConstraint("text <> ''", name="has_text"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    text: Mapped[str] = mapped_column(Text)
    posted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    taken_back_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    juror: Mapped[Juror] = relationship(lazy="joined")


class DiscussionFlag(Base):
    """A juror asks for an entry to be discussed in the meeting."""

    __tablename__ = "discussion_flag"
    __table_args__ = (UniqueConstraint("entry_id", "juror_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    flagged_at: Mapped[datetime] = mapped_column(UtcDateTime)


class LateChange(Base):
    """A juror has changed a submitted sheet after the comparison; `sheet_version` is the version this made. Append-only."""

    __tablename__ = "late_change"
    __table_args__ = (CheckConstraint("reason <> ''", name="has_reason"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("score_sheet.id"), index=True)
    sheet_version: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
