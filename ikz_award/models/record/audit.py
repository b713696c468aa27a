"""The audit log: append-only and chained. A trigger refuses UPDATE and DELETE."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.models.base import Base, UtcDateTime


class AuditEntry(Base):
    """Who did what to what, when, old → new, and the hash of the entry before."""

    __tablename__ = "audit_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(Integer, index=True)
    actor_name: Mapped[str] = mapped_column(String(200))
    action: Mapped[str] = mapped_column(String(64))
    # "entry:17": kind and id of what was acted on.
    subject: Mapped[str] = mapped_column(String(80), index=True)
    edition_id: Mapped[int | None] = mapped_column(Integer, index=True)
    old: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    new: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)


class AuditHead(Base):
    """How many entries there are, and the hash of the newest: who cuts the newest off leaves this behind. One row.

    A trigger lets it only ever grow by one.
    """

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    length: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
