"""Reminders of entries that are not handed in: one mail a person and occasion, and each kind can be switched off."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.entries.reminders import Reminder, due_reminder
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, EntryReminder
from ikz_award.models.people.accounts import Account
from ikz_award.queries.entries.entries import deadline_of
from ikz_award.services.entries.mails import reminder_mail
from ikz_award.services.entries.people import writers_of
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import Call, use_case


@use_case(AuditAction.REMINDER_CHOOSE)
def mute_reminders(work: Work, *, muted: Collection[Reminder]) -> None:
    """Choose which reminders one does not want. Raises `NotFound` without an account."""
    chosen = sorted(kind.value for kind in muted)
    if work.actor.account_id is None:
        raise NotFound
    account = work.session.get_one(Account, work.actor.account_id)
    account.muted_reminders = chosen
    work.audit(subject=f"account:{account.id}", edition_id=None, new={"muted": chosen})


def send_due_reminders(*, now: datetime) -> int:
    """Write to everybody whose entry waits; returns how many mails that were."""
    session = db.session()
    session.rollback()
    waiting = [entry.id for entry in _waiting(session) if _due(session, entry, now=now)]
    session.rollback()
    return sum(_remind(Call(actor=SYSTEM, now=now), entry_id=entry_id) for entry_id in waiting)


def _waiting(session: Session) -> Sequence[Entry]:
    query = (
        select(Entry)
        .join(Edition)
        .where(Edition.phase == Phase.OPEN, (Entry.status == EntryStatus.DRAFT) | Entry.amending_since.is_not(None))
    )
    return session.scalars(query.options(joinedload(Entry.edition)).order_by(Entry.id)).all()


def _due(session: Session, entry: Entry, *, now: datetime) -> tuple[Reminder, datetime] | None:
    rows = session.scalars(select(EntryReminder).where(EntryReminder.entry_id == entry.id))
    return due_reminder(
        now=now,
        began_at=entry.amending_since or entry.created_at,
        worked_at=entry.updated_at,
        deadline_at=deadline_of(entry),
        sent=[(Reminder(row.kind), row.due_at) for row in rows],
    )


@use_case(AuditAction.REMINDER_SEND)
def _remind(work: Work, *, entry_id: int) -> int:
    """Looked at again inside the transaction: it may just have been handed in, or another worker was faster."""
    entry = work.session.scalar(select(Entry).where(Entry.id == entry_id).with_for_update())
    if entry is None or (entry.status is not EntryStatus.DRAFT and entry.amending_since is None):
        return 0
    due = _due(work.session, entry, now=work.now)
    if due is None:
        return 0
    kind, due_at = due
    work.session.add(EntryReminder(entry_id=entry.id, kind=kind.value, due_at=due_at, sent_at=work.now))
    people = [one for one in writers_of(work.session, entry, now=work.now) if kind.value not in (one.muted_reminders or ())]
    subject, body = reminder_mail(entry, kind, deadline_at=deadline_of(entry), now=work.now)
    for account in people:
        work.send_mail(recipient=account.email, subject=subject, body=body)
    if people:
        work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"kind": kind.value, "count": len(people)})
    else:
        work.silent()
    return len(people)
