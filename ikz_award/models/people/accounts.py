"""Accounts, roles, memberships in organisations, server-side sessions and idempotency keys."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from flask_security import AsaList, RoleMixin, UserMixin, WebAuthnMixin
from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.adapters import clock
from ikz_award.models.base import Base, UtcDateTime, enum_column

account_role = Table(
    "account_role",
    Base.metadata,
    Column("account_id", ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    Column("role_id", ForeignKey("role.id"), primary_key=True),
)


class Role(Base, RoleMixin):
    """Only `admin` (the organiser's staff). Applicants and jurors follow from memberships and panel seats."""

    __tablename__ = "role"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    description: Mapped[str | None] = mapped_column(String(255))
    permissions: Mapped[list[str] | None] = mapped_column(MutableList.as_mutable(AsaList()))  # ty: ignore[invalid-argument-type]


class Account(Base, UserMixin):
    """A person's account; column names are those Flask-Security expects."""

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Kinds of reminders that the person does not want; None: all are wanted.
    muted_reminders: Mapped[list[str] | None] = mapped_column(JSON)
    create_datetime: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    update_datetime: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now, onupdate=clock.now)
    roles: Mapped[list[Role]] = relationship(secondary=account_role, lazy="selectin")  # ty: ignore[incompatible-attribute-override]
    memberships: Mapped[list["Membership"]] = relationship(back_populates="account", lazy="selectin")
    # Names the account to a person's devices; random, so that it tells nothing.
    fs_webauthn_user_handle: Mapped[str | None] = mapped_column(String(64), unique=True, index=True)  # ty: ignore[incompatible-attribute-override]
    webauthn: Mapped[list["Passkey"]] = relationship(back_populates="account", order_by="Passkey.id")  # ty: ignore[incompatible-attribute-override]


class Passkey(Base, WebAuthnMixin):
    """A person's key for logging in without a password; column names are those Flask-Security expects."""

    __tablename__ = "passkey"
    __table_args__ = (UniqueConstraint("account_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(64))
    credential_id: Mapped[bytes] = mapped_column(LargeBinary(1024), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    # Counts uses on devices that count; a copy of the key would fall behind.
    sign_count: Mapped[int]
    transports: Mapped[list[str] | None] = mapped_column(JSON)
    backup_state: Mapped[bool]
    device_type: Mapped[str] = mapped_column(String(64))
    extensions: Mapped[str | None] = mapped_column(Text)
    usage: Mapped[str] = mapped_column(String(64))
    create_datetime: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now)
    lastuse_datetime: Mapped[datetime] = mapped_column(UtcDateTime)
    account: Mapped[Account] = relationship(back_populates="webauthn")

    def get_user_mapping(self) -> dict[str, Any]:
        return {"id": self.account_id}


class AccountLock(Base):
    """The organiser locked an account, and perhaps unlocked it again. Append-only; `Account.active` says what holds now."""

    __tablename__ = "account_lock"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="has_reason"),
        CheckConstraint(
            "(undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason = '')", name="undone_whole"
        ),
        Index(
            "uq_account_lock_live",
            "account_id",
            unique=True,
            sqlite_where=text("undone_at IS NULL"),
            postgresql_where=text("undone_at IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str] = mapped_column(Text)
    locked_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    locked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undone_reason: Mapped[str] = mapped_column(Text, default="", server_default="")
    locker: Mapped[Account] = relationship(foreign_keys=[locked_by])
    unlocker: Mapped[Account | None] = relationship(foreign_keys=[undone_by])


class MembershipStatus(StrEnum):
    """Whether somebody's belonging to an organisation was confirmed; only then it gives rights."""

    PENDING = "pending"
    ACTIVE = "active"

    @property
    def is_active(self) -> bool:
        """It gives rights."""
        return self is MembershipStatus.ACTIVE


class Membership(Base):
    """A person belongs to an organisation of the register."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("account_id", "body_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    body_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"), index=True)
    status: Mapped[MembershipStatus] = mapped_column(enum_column(MembershipStatus, name="membership_status"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    account: Mapped[Account] = relationship(back_populates="memberships")


class BrowserSession(Base):
    """A session on the server; the cookie holds a random token, this table only its SHA-256."""

    __tablename__ = "browser_session"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str | None] = mapped_column(String(64), index=True)  # the account's fs_uniquifier
    data: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class IntentionKey(Base):
    """An idempotency key that was used, with the answer that was given: sent twice, the same answer again."""

    __tablename__ = "intention_key"
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    action: Mapped[str] = mapped_column(String(64))
    account_id: Mapped[int | None] = mapped_column(Integer)
    # SHA-256 of what was asked: the same key with another content is a fault of the sender, never a silent no-op.
    request_hash: Mapped[str] = mapped_column(String(64))
    result: Mapped[Any] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class LoginAttempt(Base):
    """Failed log-ins, counted in the database so that the count survives any process."""

    __tablename__ = "login_attempt"
    id: Mapped[int] = mapped_column(primary_key=True)
    identity_hash: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
