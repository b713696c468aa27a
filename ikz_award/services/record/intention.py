"""What every use case writes with: a writing transaction, the audit chain, the outbox, the queue of jobs."""

import json
import secrets
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.adapters.database import PATIENCE, WRITE
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.seal.audit_chain import canonical_json, link
from ikz_award.domain.words.letters.frame import GREETING, greeting_by_name
from ikz_award.extensions import db, translated
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.audit import AuditEntry, AuditHead
from ikz_award.models.record.jobs import Job
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.record.audit import audit_head, audit_record


@dataclass(frozen=True, kw_only=True)
class AuditLine:
    """What a line of the audit log says: what was done to which subject ("entry:7"), and what changed, `old` → `new`."""

    action: AuditAction
    subject: str
    edition_id: int | None = None
    old: Mapping[str, Any] | None = None
    new: Mapping[str, Any] | None = None


@dataclass
class Work:
    """What a service does its work with, inside the transaction."""

    session: Session
    actor: Actor
    now: datetime
    action: AuditAction
    # What a use case has found out before anything was locked.
    first: Any = None
    is_accounted_for: bool = field(default=False, repr=False)

    def silent(self) -> None:
        """Say that what was changed is not for the log."""
        self.is_accounted_for = True

    def audit(
        self,
        *,
        subject: str,
        edition_id: int | None = None,
        old: Mapping[str, Any] | None = None,
        new: Mapping[str, Any] | None = None,
    ) -> None:
        """Append to the audit chain what changed, old → new."""
        line = AuditLine(action=self.action, subject=subject, edition_id=edition_id, old=old, new=new)
        append_audit(self.session, line, actor=self.actor, now=self.now)
        self.is_accounted_for = True

    def send_mail(self, *, recipient: str, subject: str, body: str) -> str:
        """Put a mail into the outbox and return its Message-ID; the worker sends it after the commit."""
        return queue_mail(self.session, now=self.now, recipient=recipient, subject=subject, body=body)

    def start_job(self, *, kind: str, edition_id: int | None, parameters: Mapping[str, Any]) -> str:
        """Queue a background job and return its public id."""
        job = Job(
            kind=kind,
            edition_id=edition_id,
            parameters=dict(parameters),
            status=JobStatus.QUEUED,
            created_by=self.actor.account_id,
            created_at=self.now,
        )
        self.session.add(job)
        self.session.flush()
        return job.public_id


@contextmanager
def write_session(*, patience: int | None = None) -> Generator[Session]:
    """A writing transaction on the request's session: read before it, write short, commit at its end.

    `patience`: milliseconds that it waits while others write, where these are not the usual ones.
    """
    session = db.session()
    session.rollback()  # ends the read-only transaction in which the page looked things up
    session.connection(execution_options={WRITE: True, **({PATIENCE: patience} if patience else {})})
    try:
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise


def append_audit(session: Session, line: AuditLine, *, actor: Actor, now: datetime) -> None:
    """Add one link to the chain, and say for whom the actor stands in where that is how they may.

    Writers take turns, see `adapters.database`: that keeps the chain a chain.
    """
    person = actor.stands_in.get(_entry_id(line.subject))
    new = line.new if person is None else {**(line.new or {}), "deputy_for": person.in_words}
    entry = AuditEntry(
        at=now,
        account_id=actor.account_id,
        actor_name=actor.name or actor.email,
        action=line.action,
        subject=line.subject,
        edition_id=line.edition_id,
        old=_as_json(line.old),
        new=_as_json(new),
        previous_hash=audit_head(session),
    )
    entry.hash = link(entry.previous_hash, audit_record(entry))
    session.add(entry)
    _move_head(session, entry.hash)
    session.flush()


def _move_head(session: Session, newest: str) -> None:
    """Note beside the log how long it is and how it ends."""
    head = session.get(AuditHead, 1, with_for_update=True)
    if head is None:
        session.add(AuditHead(id=1, length=1, hash=newest))
    else:
        head.length, head.hash = head.length + 1, newest


def _entry_id(subject: str) -> int:
    """The number of an entry that is the subject; -1, which none has, for any other."""
    kind, _colon, number = subject.partition(":")
    return int(number) if kind == "entry" and number.isdecimal() else -1


def _as_json(value: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """As the column gives it back, so that the hash can be checked from the database alone."""
    return None if value is None else json.loads(canonical_json(value))


def _to_reader(session: Session, recipient: str, body: str) -> str:
    # Who has not confirmed the address may not be who reads there, and could have any words sent to a stranger as a name.
    with session.no_autoflush:
        name = session.scalar(select(Account.name).where(Account.email == recipient, Account.confirmed_at.is_not(None)))
    opening = translated(GREETING)
    return translated(greeting_by_name(name)) + body.removeprefix(opening) if name and body.startswith(opening) else body


def queue_mail(session: Session, *, now: datetime, recipient: str, subject: str, body: str) -> str:
    """Put a mail into the outbox, with the reader's name in its greeting; its Message-ID tells later what became of it."""
    message_id = f"<{secrets.token_hex(16)}@ikz-award>"
    session.add(
        OutgoingMail(
            message_id=message_id,
            recipient=recipient,
            subject=translated(subject)[:200],
            body=_to_reader(session, recipient, translated(body)),
            created_at=now,
            next_attempt_at=now,
        )
    )
    return message_id
