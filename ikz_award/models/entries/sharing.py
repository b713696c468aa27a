"""Who else works on an entry: people invited by mail with a right, and who is on which step now."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.models.base import Base, UtcDateTime, enum_column
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account


class EntryInvitation(Base):
    """Somebody invited to an entry, by address; once accepted, the right of an account.

    The link is made from `nonce` and the application's secret; only its hash is stored. One row for each address: who is
    invited again after the right was taken away gets the same row with a new link.
    """

    __tablename__ = "entry_invitation"
    __table_args__ = (
        UniqueConstraint("entry_id", "email"),
        UniqueConstraint("entry_id", "account_id"),
        CheckConstraint("(accepted_at IS NULL) = (account_id IS NULL)", name="accepted_has_account"),
        CheckConstraint("email <> '' AND email = lower(email)", name="email_is_folded"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"))
    email: Mapped[str] = mapped_column(String(254), index=True)
    right: Mapped[EntryRight] = mapped_column(enum_column(EntryRight, name="entry_right"))
    nonce: Mapped[str] = mapped_column(String(32))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    # The mail that carried the link, for what became of it.
    message_id: Mapped[str] = mapped_column(String(120))
    invited_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    entry: Mapped[Entry] = relationship()
    account: Mapped[Account | None] = relationship(foreign_keys=[account_id])
    inviter: Mapped[Account] = relationship(foreign_keys=[invited_by])


class StepPresence(Base):
    """When somebody was last seen on a step of an entry. One row for each, written over again and again."""

    __tablename__ = "step_presence"
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True)
    step_key: Mapped[str] = mapped_column(String(40), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
