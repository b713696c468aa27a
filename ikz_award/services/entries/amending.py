"""Changing an entry after it was handed in: until it is handed in again, the last submitted version counts.

Begun by the municipality before the deadline, ended by a new submission, by giving up, or by the deadline itself; the last two
put the submitted version back. What was typed meanwhile stays in the history of each step.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Attachment, Entry, Partner, Submission
from ikz_award.queries.entries.entries import entry_for, is_late, newest_submission
from ikz_award.queries.entries.form import form_of
from ikz_award.queries.entries.letters import letter_addresses
from ikz_award.services.entries.entries import touch
from ikz_award.services.entries.mails import amending_ended_mail
from ikz_award.services.entries.steps import bump_version, store_answers
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.ENTRY_AMEND)
def begin_amending(work: Work, *, entry_id: str) -> None:
    """Open a submitted entry for changes. Raises `NotFound` or `Refused`."""
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.AMEND_ENTRY)
    entry.amending_since = work.now
    touch(entry, now=work.now)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"version": len(entry.submissions)})


@use_case(AuditAction.ENTRY_END_AMENDING)
def give_up_amending(work: Work, *, entry_id: str) -> None:
    """Put the submitted version back. Raises `NotFound` or `Refused`."""
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.END_AMENDING)
    _end(work, entry)


@use_case(AuditAction.ENTRY_END_AMENDING)
def end_late_amendments(work: Work) -> int:
    """Put back what was not handed in again in time, and say so by mail; returns how many entries that were."""
    late = [entry for entry in _amended(work.session) if is_late(entry, now=work.now)]
    for entry in late:
        _end_for_all(work, entry)
    return len(late)


def end_amendments_of(work: Work, edition: Edition) -> None:
    """The same for every entry of an edition whose time for entries is closed, within the caller's transaction."""
    for entry in _amended(work.session, edition_id=edition.id):
        _end_for_all(work, entry)


def has_late_amendments(session: Session, *, now: datetime) -> bool:
    """A look without the write lock."""
    return any(is_late(entry, now=now) for entry in _amended(session))


def _amended(session: Session, *, edition_id: int | None = None) -> list[Entry]:
    query = select(Entry).join(Edition).where(Entry.amending_since.is_not(None), Edition.phase == Phase.OPEN)
    if edition_id is not None:
        query = select(Entry).where(Entry.amending_since.is_not(None), Entry.edition_id == edition_id)
    return list(session.scalars(query.order_by(Entry.id)))


def _end_for_all(work: Work, entry: Entry) -> None:
    submission = _end(work, entry)
    subject, body = amending_ended_mail(entry, submission)
    for recipient in letter_addresses(work.session, entry):
        work.send_mail(recipient=recipient, subject=subject, body=body)


def _end(work: Work, entry: Entry) -> Submission:
    submission = newest_submission(work.session, entry)
    assert submission is not None, "only what was handed in is amended"
    restore_submitted(work, entry, submission)
    work.session.flush()  # while the entry is open, for the guards
    entry.amending_since = None
    touch(entry, now=work.now)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"restored_version": submission.version})
    return submission


def restore_submitted(work: Work, entry: Entry, submission: Submission) -> None:
    """Make answers, partners and attachments those of a submitted version; what differs goes into the steps' history."""
    snapshot = json.loads(submission.snapshot)
    _restore_answers(work, entry, snapshot, by=submission.submitted_by)
    _restore_partners(work.session, entry, snapshot["partners"])
    _restore_attachments(work.session, entry, snapshot["attachments"], submission)


def _restore_answers(work: Work, entry: Entry, snapshot: Mapping[str, Any], *, by: int) -> None:
    then = {one["key"]: one["value"] for step in snapshot["steps"] for one in step["answers"]}
    for state in form_of(work.session, entry).steps:
        changed = {
            one.question.key: then[one.question.key]
            for one in state.questions
            if one.question.key in then and then[one.question.key] != one.value
        }
        if changed:
            store_answers(work.session, entry, state, changed)
            bump_version(work, entry, state, changed, by=work.actor.account_id or by)


def _restore_partners(session: Session, entry: Entry, then: list[Mapping[str, Any]]) -> None:
    wanted = {(one["key"] or "", "" if one["key"] else one["name"]): (place, one) for place, one in enumerate(then, 1)}
    for row in list(entry.partners):
        found = wanted.pop((row.body_key or "", "" if row.body_key else row.name), None)
        if found is None:
            entry.partners.remove(row)
            session.delete(row)
        else:
            row.position, row.country, row.kind = found[0], found[1]["country"], PartnerKind(found[1]["kind"])
    session.flush()
    for (key, name), (place, one) in wanted.items():
        entry.partners.append(
            Partner(
                entry_id=entry.id,
                body_key=key or None,
                name=name,
                country=one["country"],
                kind=PartnerKind(one["kind"]),
                position=place,
            )
        )


def _restore_attachments(session: Session, entry: Entry, then: list[Mapping[str, Any]], submission: Submission) -> None:
    wanted = {(one["purpose"], one["sha256"], one["filename"]): (place, one) for place, one in enumerate(then, 1)}
    for row in list(entry.attachments):
        found = wanted.pop((row.purpose, row.sha256, row.filename), None)
        if found is None:
            entry.attachments.remove(row)
            session.delete(row)
        else:
            row.position = found[0]
    session.flush()
    for (purpose, sha256, filename), (place, one) in wanted.items():
        entry.attachments.append(
            Attachment(
                entry_id=entry.id,
                purpose=purpose,
                filename=filename,
                sha256=sha256,
                position=place,
                sent_sha256=one.get("sent_sha256", ""),
                alterations=one.get("alterations") or None,
                created_by=submission.submitted_by,
                created_at=submission.received_at,
            )
        )
