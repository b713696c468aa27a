"""Bodies that somebody misses in the register, until the organiser has decided about them."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.people.bodies import BodyForm, ProposalState
from ikz_award.models.base import Base, UtcDateTime, enum_column
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import RegisterBody


class ProposedBody(Base):
    """What a person stated about the body they work for. It is nobody's membership before it is decided."""

    __tablename__ = "proposed_body"
    __table_args__ = (
        CheckConstraint("name <> ''", name="has_name"),
        CheckConstraint("(state = 'waiting' OR state = 'withdrawn') = (decided_at IS NULL)", name="decided_has_time"),
        CheckConstraint("(state = 'confirmed' OR state = 'merged') = (body_key IS NOT NULL)", name="taken_has_body"),
        CheckConstraint("state <> 'rejected' OR reason <> ''", name="rejected_has_reason"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    form: Mapped[BodyForm] = mapped_column(enum_column(BodyForm, name="proposed_body_form"))
    country: Mapped[str] = mapped_column(String(2))
    seat: Mapped[str] = mapped_column(String(120))
    # Of the register, for a seat in North Rhine-Westphalia.
    seat_key: Mapped[str | None] = mapped_column(ForeignKey("register_body.key"))
    member_keys: Mapped[list[str]] = mapped_column(JSON)
    # As the person says: municipalities control it.
    is_controlled: Mapped[bool] = mapped_column(default=False)
    website: Mapped[str] = mapped_column(String(200), default="")
    remark: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[ProposalState] = mapped_column(enum_column(ProposalState, name="proposal_state"), index=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    # What it became, or the body that was there already.
    body_key: Mapped[str | None] = mapped_column(ForeignKey("register_body.key"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    version: Mapped[int] = mapped_column()
    account: Mapped[Account] = relationship(foreign_keys=[account_id])
    body: Mapped[RegisterBody | None] = relationship(foreign_keys=[body_key])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name
