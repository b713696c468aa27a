"""The shortlist of a category: which entries go on to the second round, by which rule, and why. Never changed, only undone."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.decision.shortlist import ShortlistRule
from ikz_award.models.base import Base, Hundredths, UtcDateTime, enum_column
from ikz_award.models.editions.editions import Category
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account

LIVE = text("undone_at IS NULL")


class Shortlist(Base):
    """`opened_at`: when scoring was opened again for those on it. At most one of a category that is not undone."""

    __tablename__ = "shortlist"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="has_reason"),
        CheckConstraint("(rule = 'top') = (places IS NOT NULL)", name="places_of_top"),
        CheckConstraint("(rule = 'threshold') = (least IS NOT NULL)", name="least_of_threshold"),
        CheckConstraint("places >= 1", name="places_positive"),
        CheckConstraint(
            "(undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason = '')", name="undone_whole"
        ),
        Index("uq_shortlist_live", "category_id", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    rule: Mapped[ShortlistRule] = mapped_column(enum_column(ShortlistRule, name="shortlist_rule"))
    places: Mapped[int | None]
    least: Mapped[Decimal | None] = mapped_column(Hundredths)
    reason: Mapped[str] = mapped_column(Text)
    drawn_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    drawn_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undone_reason: Mapped[str] = mapped_column(Text, default="", server_default="")
    category: Mapped[Category] = relationship()
    drawer: Mapped[Account] = relationship(foreign_keys=[drawn_by])
    entries: Mapped[list["ShortlistEntry"]] = relationship(order_by="ShortlistEntry.id")


class ShortlistEntry(Base):
    """An entry when the list was drawn: its rank and exact value then ("337/40"), what the rule proposed, what was chosen."""

    __tablename__ = "shortlist_entry"
    __table_args__ = (UniqueConstraint("shortlist_id", "entry_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    shortlist_id: Mapped[int] = mapped_column(ForeignKey("shortlist.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    rank: Mapped[int | None]
    mean: Mapped[str | None] = mapped_column(Text)
    is_proposed: Mapped[bool]
    is_kept: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text, default="")
    entry: Mapped[Entry] = relationship(lazy="joined")
