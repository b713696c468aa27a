"""What the organiser does while the jury scores: more time for one juror, a sheet opened again, a reminder."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.models.base import Base, UtcDateTime


class ScoringExtension(Base):
    """One juror's own closing time; the latest of them counts, and it only ever gives time."""

    __tablename__ = "scoring_extension"
    __table_args__ = (CheckConstraint("reason <> ''", name="has_reason"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"), index=True)
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Text)
    granted_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    granted_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SheetReopening(Base):
    """The organiser opened a sheet that was handed in; the version that was handed in stays in `sheet_version`."""

    __tablename__ = "sheet_reopening"
    __table_args__ = (CheckConstraint("reason <> ''", name="has_reason"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("score_sheet.id"), index=True)
    reason: Mapped[str] = mapped_column(Text)
    reopened_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    reopened_at: Mapped[datetime] = mapped_column(UtcDateTime)


class JurorReminder(Base):
    """A juror was reminded of open work: so that nobody is written to twice within an hour."""

    __tablename__ = "juror_reminder"
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"), index=True)
    sent_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
