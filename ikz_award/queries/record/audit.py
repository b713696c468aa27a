"""The audit chain as it stands in the database, and as the organiser may read it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import EditionMatter, Matter
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.seal.audit_chain import GENESIS, ChainedRecord
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.audit import AuditEntry

PER_PAGE = 50
# Actions whose content says nothing about points. All others are laid open only once the scoring of their edition is closed.
# A name that is none of ours any more is not open.
OPEN_ACTIONS = frozenset(
    action
    for action in AuditAction
    if action.family
    in (
        "account",
        "attachment",
        "confidentiality",
        "demo",
        "edition",
        "entry",
        "job",
        "jury",
        "membership",
        "recusal",
        "report",
        "bias",
        "tie",
        "body",
        "deputy",
    )
)
# What the organiser does to an entry; everything else in an entry's history is the applicant's work.
ORGANISER_ACTIONS = frozenset(
    (
        AuditAction.ENTRY_ADMIT, AuditAction.ENTRY_EXCLUDE, AuditAction.ENTRY_RECORD_FINDINGS,
        AuditAction.ENTRY_REOPEN_SCREENING, AuditAction.ENTRY_RETURN,
        *(action for action in AuditAction if action.family in ("bias", "recusal")),
    )
)  # fmt: skip


class Seal(StrEnum):
    """Why a line of the log does not say what was changed."""

    SCORING = "scoring"
    DRAFT = "draft"


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
    """One line of the log. `about` names the subject in words where it has any; `seal`: what changed is not shown."""

    id: int
    at: datetime
    actor_name: str
    action: str
    subject: str
    edition_id: int | None
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    seal: Seal | None
    about: str
    hash: str


@dataclass(frozen=True, kw_only=True)
class AuditPage:
    """A page of the log, newest first, counted from 1; `total` lines on `pages` pages."""

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


def _rows(session: Session, actor: Actor, found: Iterable[AuditEntry]) -> list[AuditRow]:
    lines = list(found)
    editions = {row.id: row for row in session.execute(select(Edition.id, Edition.name, Edition.phase))}
    entries = {
        row.id: row
        for row in _subjects(session, lines, "entry", (Entry.number, Entry.status, Entry.submitted_at, Entry.amending_since))
    }
    accounts = {row.id: row for row in _subjects(session, lines, "account", (Account.name, Account.email))}
    names = {
        **{f"edition:{id_}": row.name for id_, row in editions.items()},
        **{f"entry:{id_}": row.number or "" for id_, row in entries.items()},
        **{f"account:{id_}": row.name or row.email for id_, row in accounts.items()},
    }
    phases = {id_: row.phase for id_, row in editions.items()}
    return [
        _row(
            line, about=names.get(line.subject, ""), seal=_seal_of_draft(line, entries) or _seal_of_scoring(line, actor, phases)
        )
        for line in lines
    ]


def _subjects(session: Session, lines: Iterable[AuditEntry], kind: str, columns: tuple[Any, ...]) -> Sequence[Row[Any]]:
    """The things of one kind that the lines are about: id and columns."""
    ids = {
        int(number)
        for line in lines
        for name, _, number in [line.subject.partition(":")]
        if name == kind and number.isdecimal()
    }
    model = columns[0].class_
    return session.execute(select(model.id, *columns).where(model.id.in_(ids))).all()


def _seal_of_draft(line: AuditEntry, entries: Mapping[int, Row[Any]]) -> Seal | None:
    """What an applicant has not sent (yet) is the applicant's alone: drafts, discarded ones, and completions under way."""
    kind, _, number = line.subject.partition(":")
    if kind != "entry":
        return None
    entry = entries.get(int(number)) if number.isdecimal() else None
    if entry is None or entry.number is None:
        return Seal.DRAFT
    is_open = entry.status is EntryStatus.RETURNED or entry.amending_since is not None
    is_at_work = is_open and entry.submitted_at is not None and line.at > entry.submitted_at
    return Seal.DRAFT if is_at_work and line.action not in ORGANISER_ACTIONS else None


def _seal_of_scoring(line: AuditEntry, actor: Actor, phases: Mapping[int, Phase]) -> Seal | None:
    if line.action in OPEN_ACTIONS:
        return None
    phase = phases.get(line.edition_id) if line.edition_id else None
    if line.edition_id is None or phase is None:
        return Seal.SCORING
    matter = EditionMatter(edition_id=line.edition_id, phase=phase)
    return None if is_allowed(actor, Action.VIEW_RANKING, matter) else Seal.SCORING


def _row(line: AuditEntry, *, about: str, seal: Seal | None) -> AuditRow:
    return AuditRow(
        id=line.id,
        at=line.at,
        actor_name=line.actor_name,
        action=line.action,
        subject=line.subject,
        edition_id=line.edition_id,
        old={} if seal else line.old or {},
        new={} if seal else line.new or {},
        seal=seal,
        about=about,
        hash=line.hash,
    )
