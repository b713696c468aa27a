"""What the jury decided, and what follows from it: when it becomes public, what the applicants may read."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text, select, union_all
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.decision.prize import equal_parts
from ikz_award.domain.decision.vote_standing import Standing
from ikz_award.models.base import Base, UtcDateTime, enum_column
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account


class Decision(Base):
    """The decision for one category: the winner, or (entry_id NULL) that no prize is awarded.

    Where the edition shares prizes, `co_winners` share it with the winner, which is the highest in the ranking.
    """

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
    # What the jury's votes said of it when it was recorded, and the motion that said so; None from before that was kept.
    vote_standing: Mapped[Standing | None] = mapped_column(enum_column(Standing, name="standing"))
    motion_id: Mapped[int | None] = mapped_column(ForeignKey("motion.id"))
    version: Mapped[int] = mapped_column()
    category: Mapped[Category] = relationship()
    entry: Mapped[Entry | None] = relationship()
    co_winners: Mapped[list["CoWinner"]] = relationship(order_by="CoWinner.id", cascade="all, delete-orphan", lazy="selectin")
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name

    @property
    def winners(self) -> tuple[Entry, ...]:
        """The entries that won, in the order of the ranking; none where no prize is awarded."""
        return (self.entry, *(one.entry for one in self.co_winners)) if self.entry else ()

    @property
    def awards(self) -> tuple[tuple[Entry, int], ...]:
        """Each winner and what it gets, in euro."""
        winners = self.winners
        return tuple(zip(winners, equal_parts(self.category.prize_euro, len(winners)), strict=True)) if winners else ()


class CoWinner(Base):
    """An entry that shares a category's prize with the decision's winner."""

    __tablename__ = "co_winner"
    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), unique=True)
    entry: Mapped[Entry] = relationship(lazy="joined")


# Every winner of a decision, alone or among several: category_id and entry_id.
WINNERS = union_all(
    select(Decision.category_id, Decision.entry_id).where(Decision.entry_id.is_not(None)),
    select(Decision.category_id, CoWinner.entry_id).join(CoWinner, CoWinner.decision_id == Decision.id),
).subquery("winner")


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
