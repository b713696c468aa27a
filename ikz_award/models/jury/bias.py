"""What jurors decide about the register's hints, and what becomes of a denial."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.jury.bias import BiasHint, BiasReason, TieKind
from ikz_award.models.base import Base, UtcDateTime, enum_column, new_public_id
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import RegisterBody


class HintOutcome(StrEnum):
    """What the juror says to a hint."""

    BIASED = "biased"
    DENIED = "denied"


class Ruling(StrEnum):
    """What chair or organiser say to a denial; overruling one is a recusal."""

    CONFIRMED = "confirmed"
    OVERRULED = "overruled"


class HintDecision(Base):
    """A juror declared or denied bias for one hint, exactly as it was then: another tie is another hint and asks again."""

    __tablename__ = "hint_decision"
    __table_args__ = (
        UniqueConstraint("juror_id", "entry_id", "hint_reason", "body_key", "tie_key", "tie_kind"),
        CheckConstraint("reason <> ''", name="has_reason"),
        CheckConstraint("(ruling IS NULL) = (ruled_at IS NULL) AND (ruling IS NULL) = (ruled_by IS NULL)", name="ruling_whole"),
        CheckConstraint("ruling IS NULL OR outcome = 'denied'", name="ruling_on_denial"),
        CheckConstraint("ruling IS NULL OR ruling <> 'overruled' OR ruling_reason <> ''", name="overruling_has_reason"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    hint_reason: Mapped[BiasReason] = mapped_column(enum_column(BiasReason, name="hint_reason"))
    body_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"))
    tie_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"))
    tie_kind: Mapped[TieKind] = mapped_column(enum_column(TieKind, name="hint_tie_kind"))
    outcome: Mapped[HintOutcome] = mapped_column(enum_column(HintOutcome, name="hint_outcome"))
    reason: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ruling: Mapped[Ruling | None] = mapped_column(enum_column(Ruling, name="hint_ruling"))
    ruling_reason: Mapped[str] = mapped_column(Text, default="")
    ruled_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    ruled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    juror: Mapped[Juror] = relationship()
    entry: Mapped[Entry] = relationship()
    body: Mapped[RegisterBody] = relationship(foreign_keys=[body_key])
    tie: Mapped[RegisterBody] = relationship(foreign_keys=[tie_key])
    ruler: Mapped[Account | None] = relationship()

    @property
    def hint(self) -> BiasHint:
        return BiasHint(reason=self.hint_reason, key=self.body_key, tie_key=self.tie_key, tie_kind=self.tie_kind)
