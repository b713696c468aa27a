"""How winners want the prize money paid out. Bank details are deleted after the retention period; the amounts stay."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.models.base import Base, UtcDateTime
from ikz_award.models.entries.entries import Entry


class PrizeStatement(Base):
    """What a winning municipality stated for all participants; `cleared_at`: the bank details are deleted."""

    __tablename__ = "prize_statement"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), unique=True)
    stated_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    stated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    cleared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column()
    entry: Mapped[Entry] = relationship()
    shares: Mapped[list["PrizeShare"]] = relationship(
        order_by="PrizeShare.position", cascade="all, delete-orphan", lazy="selectin"
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class PrizeShare(Base):
    """One participant's part, in cents. `participant`: "lead", or "partner-" and the partner's id."""

    __tablename__ = "prize_share"
    __table_args__ = (
        UniqueConstraint("statement_id", "participant"),
        CheckConstraint("cents >= 0", name="not_negative"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("prize_statement.id"))
    participant: Mapped[str] = mapped_column(String(40))
    recipient: Mapped[str] = mapped_column(String(200))
    position: Mapped[int]
    cents: Mapped[int]
    holder: Mapped[str] = mapped_column(String(140), default="")
    iban: Mapped[str] = mapped_column(String(34), default="")
