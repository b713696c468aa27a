"""A draw by lot in the jury's meeting: announced with a hash, drawn once, never changed (domain/decision/lot.py)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.models.base import Base, UtcDateTime, new_public_id
from ikz_award.models.editions.editions import Category
from ikz_award.models.entries.entries import Entry


class Lot(Base):
    """`commitment` is published at once, `secret` only with the draw. `words` and `entry_id` (who was drawn) come with it."""

    __tablename__ = "lot"
    __table_args__ = (
        CheckConstraint("(drawn_at IS NULL) = (entry_id IS NULL) AND (drawn_at IS NULL) = (words = '')", name="drawn_is_whole"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), index=True)
    commitment: Mapped[str] = mapped_column(String(64))
    secret: Mapped[str] = mapped_column(String(64))
    announced_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    announced_at: Mapped[datetime] = mapped_column(UtcDateTime)
    words: Mapped[str] = mapped_column(String(200), default="")
    drawn_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    drawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"))
    category: Mapped[Category] = relationship()
    entry: Mapped[Entry | None] = relationship()
    candidates: Mapped[list["LotEntry"]] = relationship(order_by="LotEntry.number", lazy="selectin")


class LotEntry(Base):
    """An entry between which the lot decides."""

    __tablename__ = "lot_entry"
    __table_args__ = (UniqueConstraint("lot_id", "entry_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    number: Mapped[str] = mapped_column(String(40))
    entry: Mapped[Entry] = relationship(lazy="joined")
