"""What the jury decided, and what follows from it: when it becomes public, what the applicants may read."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.models.accounts import Account
from ikz_award.models.base import Base, UtcDateTime, enum_column
from ikz_award.models.editions import Category, Edition
from ikz_award.models.entries import Entry


class Decision(Base):
    """The decision for one category: the winner, or (entry_id NULL) that no prize is awarded."""

    __tablename__ = "decision"
    __table_args__ = (CheckConstraint("reason <> ''", name="has_reason"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), unique=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"))
    reason: Mapped[str] = mapped_column(Text)
    # What the public page may say about the winner, apart from the internal reason.
    public_text: Mapped[str] = mapped_column(Text, default="")
    decided_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column()
    category: Mapped[Category] = relationship()
    entry: Mapped[Entry | None] = relationship()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class RemarkRelease(Base):
    """The organiser has read the jury's words for the applicants and lets each of them read those on the own entry."""

    __tablename__ = "remark_release"
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), unique=True)
    released_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    released_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PlanEnd(StrEnum):
    """What became of a planned publication."""

    PUBLISHED = "published"
    CANCELLED = "cancelled"
    # The seal it was planned with counted no more when its time came.
    LAPSED = "lapsed"


class PlannedPublication(Base):
    """The sealed result is to become public at `publish_at`; `outcome` None: it is still to come."""

    __tablename__ = "planned_publication"
    __table_args__ = (CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="outcome_has_time"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    seal_id: Mapped[int] = mapped_column(ForeignKey("result_seal.id"))
    publish_at: Mapped[datetime] = mapped_column(UtcDateTime)
    planned_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    planned_at: Mapped[datetime] = mapped_column(UtcDateTime)
    outcome: Mapped[PlanEnd | None] = mapped_column(enum_column(PlanEnd, name="plan_end"))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    edition: Mapped[Edition] = relationship()
    planner: Mapped[Account] = relationship()
