"""The audit chain as it stands in the database."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.audit_chain import GENESIS, ChainedRecord
from ikz_award.models.audit import AuditEntry


def audit_record(entry: AuditEntry) -> Mapping[str, Any]:
    """The part of an audit entry that its hash covers."""
    return {
        "at": entry.at, "account_id": entry.account_id, "actor_name": entry.actor_name, "action": entry.action,
        "subject": entry.subject, "edition_id": entry.edition_id, "old": entry.old, "new": entry.new,
    }  # fmt: skip


def audit_head(session: Session) -> str:
    """The newest hash of the chain."""
    return session.scalar(select(AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)) or GENESIS


def chained_records(session: Session) -> Iterator[ChainedRecord]:
    """The whole chain in its order, a thousand rows at a time."""
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.id).execution_options(yield_per=1000)):
        yield ChainedRecord(previous_hash=entry.previous_hash, record=audit_record(entry), hash=entry.hash)
