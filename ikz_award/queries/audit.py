"""The audit chain as it stands in the database, and as the organiser may read it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.actors import Actor
from ikz_award.domain.audit_chain import GENESIS, ChainedRecord
from ikz_award.domain.permissions import Action, Matter, is_allowed, require
from ikz_award.domain.workflow import Phase
from ikz_award.models.audit import AuditEntry
from ikz_award.models.editions import Edition

PER_PAGE = 50
# Actions whose content says nothing about points. All others are laid open only once the scoring of their edition is closed.
OPEN_ACTIONS = (
    "account.",
    "confidentiality.",
    "demo.",
    "edition.",
    "entry.",
    "job.",
    "membership.",
    "recusal.",
    "register.",
    "report.",
)


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


@dataclass(frozen=True, kw_only=True)
class AuditRow:
    """One line of the log. `is_sealed`: what changed is not shown, because scoring is still open."""

    id: int
    at: datetime
    actor_name: str
    action: str
    subject: str
    edition_id: int | None
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    is_sealed: bool
    hash: str


@dataclass(frozen=True, kw_only=True)
class AuditPage:
    rows: Sequence[AuditRow]
    total: int
    page: int
    pages: int


def audit_page(session: Session, *, actor: Actor, action: str = "", subject: str = "", page: int = 1) -> AuditPage:
    """A page of 50 of the log, newest first, filtered by action and subject ("entry:17"). Raises `NotFound` to others."""
    require(actor, Action.OVERSEE, Matter())
    query = select(AuditEntry)
    if action:
        query = query.where(AuditEntry.action == action)
    if subject:
        query = query.where(AuditEntry.subject == subject)
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(1, page), pages)
    found = session.scalars(query.order_by(AuditEntry.id.desc()).limit(PER_PAGE).offset((page - 1) * PER_PAGE))
    return AuditPage(rows=_rows(session, actor, found), total=total, page=page, pages=pages)


def audit_history(session: Session, *, actor: Actor, subject: str) -> Sequence[AuditRow]:
    """Everything that was done to one subject, oldest first, at most the last 200 lines."""
    require(actor, Action.OVERSEE, Matter())
    found = session.scalars(
        select(AuditEntry).where(AuditEntry.subject == subject).order_by(AuditEntry.id.desc()).limit(200)
    ).all()
    return _rows(session, actor, reversed(found))


def audit_actions(session: Session) -> Sequence[str]:
    """The actions that occur in the log."""
    return session.scalars(select(AuditEntry.action).distinct().order_by(AuditEntry.action)).all()


def _rows(session: Session, actor: Actor, entries: Iterable[AuditEntry]) -> list[AuditRow]:
    phases = {row.id: row.phase for row in session.execute(select(Edition.id, Edition.phase))}
    return [_row(entry, is_sealed=_is_sealed(entry, actor, phases)) for entry in entries]


def _is_sealed(entry: AuditEntry, actor: Actor, phases: Mapping[int, Phase]) -> bool:
    if entry.action.startswith(OPEN_ACTIONS):
        return False
    matter = Matter(edition_id=entry.edition_id, phase=phases.get(entry.edition_id) if entry.edition_id else None)
    return not is_allowed(actor, Action.VIEW_RANKING, matter)


def _row(entry: AuditEntry, *, is_sealed: bool) -> AuditRow:
    return AuditRow(
        id=entry.id,
        at=entry.at,
        actor_name=entry.actor_name,
        action=entry.action,
        subject=entry.subject,
        edition_id=entry.edition_id,
        old={} if is_sealed else entry.old or {},
        new={} if is_sealed else entry.new or {},
        is_sealed=is_sealed,
        hash=entry.hash,
    )
