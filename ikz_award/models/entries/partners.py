"""The circulation procedure: whom each partner names, what they were sent, what they answered."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.entries.circulation import PartnerAnswer
from ikz_award.models.base import Base, UtcDateTime, enum_column
from ikz_award.models.entries.entries import Partner


class PartnerNotice(Base):
    """A partner's contact and the link they were sent. The link is made from `nonce` and the application's secret; only its
    hash is stored. Goes with its partner."""

    __tablename__ = "partner_notice"
    __table_args__ = (
        CheckConstraint("answer IS NULL OR answered_at IS NOT NULL", name="answer_has_time"),
        CheckConstraint("answer IS NULL OR answer <> 'objected' OR reason <> ''", name="objection_has_reason"),
        CheckConstraint("(token_hash IS NULL) = (sent_at IS NULL)", name="sent_has_token"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id", ondelete="CASCADE"), unique=True)
    contact_name: Mapped[str] = mapped_column(String(120))
    contact_email: Mapped[str] = mapped_column(String(254))
    nonce: Mapped[str] = mapped_column(String(32), default="")
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    # The mail that carried the link, for what became of it.
    message_id: Mapped[str] = mapped_column(String(120), default="")
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reminders: Mapped[int] = mapped_column(Integer, default=0)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answer: Mapped[PartnerAnswer | None] = mapped_column(enum_column(PartnerAnswer, name="partner_answer"))
    reason: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    partner: Mapped[Partner] = relationship()
