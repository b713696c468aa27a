"""Who stands in for whom among the people of one organisation, and how long."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.models.base import Base, UtcDateTime
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import RegisterBody


class Deputyship(Base):
    """A person has named a colleague of the organisation for some days (in Berlin). Rows stay: they say who could act."""

    __tablename__ = "deputyship"
    __table_args__ = (
        CheckConstraint("account_id <> deputy_id", name="two_people"),
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_by_somebody"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    deputy_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    body_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # Taken back before its last day, by either of the two.
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    account: Mapped[Account] = relationship(foreign_keys=[account_id])
    deputy: Mapped[Account] = relationship(foreign_keys=[deputy_id])
    body: Mapped[RegisterBody] = relationship()
