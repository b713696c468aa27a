"""Who is to score which entry. Without a row in `assignment_plan` every member scores every entry."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.domain.jury.assignment import AssignmentMode
from ikz_award.models.base import Base, UtcDateTime, enum_column


class AssignmentPlan(Base):
    """How an edition assigns; `sheets`: how many an entry was to get when the plan was balanced.

    `settled_stand_in`: the newest stand-in (its id) that the plan already contains; later ones change what it says.
    """

    __tablename__ = "assignment_plan"
    __table_args__ = (UniqueConstraint("edition_id"), CheckConstraint("sheets >= 1", name="sheets_positive"))
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    mode: Mapped[AssignmentMode] = mapped_column(enum_column(AssignmentMode, name="assignment_mode"))
    sheets: Mapped[int | None]
    settled_stand_in: Mapped[int] = mapped_column(default=0, server_default="0")
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)


class JurorCategory(Base):
    """A category a juror may score; asked only where the edition assigns by category or balances within them."""

    __tablename__ = "juror_category"
    __table_args__ = (UniqueConstraint("juror_id", "category_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id", ondelete="CASCADE"))
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))


class Assignment(Base):
    """One juror is to score one entry; asked only where the edition assigns pair by pair."""

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("juror_id", "entry_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id", ondelete="CASCADE"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), index=True)
