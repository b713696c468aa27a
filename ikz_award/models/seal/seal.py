"""The sealed result: who confirmed it, the document, every frozen row, and what opened it again. All of it append-only."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.models.base import Base, UtcDateTime, enum_column
from ikz_award.models.people.accounts import Account


class SealAct(StrEnum):
    """What two people do together."""

    SEAL = "seal"
    REOPEN = "reopen"


class SealRole(StrEnum):
    """The two who have to agree."""

    ORGANISER = "organiser"
    CHAIR = "chair"


class SealConfirmation(Base):
    """One of the two has confirmed, for exactly what `content_sha256` stands for."""

    __tablename__ = "seal_confirmation"
    __table_args__ = (CheckConstraint("act = 'seal' OR reason <> ''", name="reopening_has_reason"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    act: Mapped[SealAct] = mapped_column(enum_column(SealAct, name="seal_act"))
    role: Mapped[SealRole] = mapped_column(enum_column(SealRole, name="seal_role"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    content_sha256: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text, default="")
    confirmed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # Withdrawn by the same person, outdated by a change, or used by the seal or reopening it led to: then it counts no more.
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    account: Mapped[Account] = relationship(lazy="joined")


class ResultSeal(Base):
    """A version of the sealed result. `document` is canonical JSON, what the hash was taken over, byte for byte."""

    __tablename__ = "result_seal"
    __table_args__ = (UniqueConstraint("edition_id", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    version: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    signature: Mapped[str] = mapped_column(String(128))
    public_key: Mapped[str] = mapped_column(String(64))
    sealed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reopening: Mapped["ResultReopening | None"] = relationship(back_populates="seal", lazy="joined")


class SealedRow(Base):
    """A row of a frozen table as it was when the result was sealed, so that `verify` can name a cell that differs."""

    __tablename__ = "sealed_row"
    __table_args__ = (UniqueConstraint("seal_id", "table_name", "row_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    seal_id: Mapped[int] = mapped_column(ForeignKey("result_seal.id"))
    table_name: Mapped[str] = mapped_column(String(60))
    # The row's id; where the table's key is text, a running number, and the key in `row_key`.
    row_id: Mapped[int]
    row_key: Mapped[str | None] = mapped_column(String(40))
    content: Mapped[str] = mapped_column(Text)


class ResultReopening(Base):
    """A sealed version that counts no more, by whom and why stands in its confirmations; the version itself stays."""

    __tablename__ = "result_reopening"
    id: Mapped[int] = mapped_column(primary_key=True)
    seal_id: Mapped[int] = mapped_column(ForeignKey("result_seal.id"), unique=True)
    reason: Mapped[str] = mapped_column(Text)
    reopened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seal: Mapped[ResultSeal] = relationship(back_populates="reopening")
