"""Handing an entry in: judged by the instant of arrival, numbered once, frozen as it was, acknowledged."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ikz_award.adapters.database import LONG_WAIT
from ikz_award.domain.entries.eligibility import blocks_submission
from ikz_award.domain.entries.eligibility_facts import Finding
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus, require_transition
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.domain.words.errors import Conflict, Invalid, Refused
from ikz_award.domain.words.formats import format_second
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition, QuestionPurpose
from ikz_award.models.entries.entries import Attachment, Entry, RequestedChange, Submission
from ikz_award.queries.entries.closing import early_closing
from ikz_award.queries.entries.eligibility import findings_of, missing_basics
from ikz_award.queries.entries.entries import deadline_of, entry_for, is_late
from ikz_award.queries.entries.form import EntryForm, form_of
from ikz_award.queries.entries.receipts import RECEIPT
from ikz_award.queries.entries.standing import standing_steps
from ikz_award.queries.permissions.matters import entry_matter
from ikz_award.services.entries.entries import touch, who_hears
from ikz_award.services.entries.mails import receipt_mail
from ikz_award.services.entries.steps import bump_version, clean_answers, store_answers
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """What a person read before handing in: `version` is the entry's then; `answers` are those given on that page."""

    entry_id: str
    version: int
    step_key: str
    answers: Mapping[str, str]


class RulesBroken(Refused):
    """Hard rules stand in the way; `findings` are those that do."""

    status = 422

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            "rules", _("Der Beitrag kann so noch nicht eingereicht werden. Was zu tun ist, steht bei den Hinweisen.")
        )
        self.findings = findings


@use_case(AuditAction.ENTRY_SUBMIT, patience=LONG_WAIT)
def submit_entry(work: Work, *, reviewed: Reviewed) -> str:
    """Hand in an entry and return its number; sent twice, it is handed in once.

    `now` is the arrival at the server. Raises `Refused` ("too_late", "changed_since_review", …), `RulesBroken`, `Invalid`,
    `NotFound`; nothing is changed then, the draft stays.
    """
    entry = entry_for(work.session, actor=work.actor, public_id=reviewed.entry_id, now=work.now)
    # One at a time for each edition, where the database itself does not see to it: numbers and the rule of one entry.
    edition = work.session.scalars(select(Edition).where(Edition.id == entry.edition_id).with_for_update()).one()
    _check_time(work.session, work.actor, entry, now=work.now)
    if entry.version != reviewed.version:
        raise Conflict(
            "changed_since_review",
            _(
                "Der Beitrag wurde geändert, während Sie ihn geprüft haben. Unten steht der neue Stand: Bitte sehen "
                "Sie ihn durch und reichen Sie dann ein. Ihre Erklärungen sind noch angekreuzt."
            ),
        )
    _save_answers(work, entry, reviewed)
    form = form_of(work.session, entry)
    _check_rules(work.session, entry, form)
    old = entry.status
    _number_and_freeze(work, entry, edition, form)
    work.audit(
        subject=f"entry:{entry.id}",
        edition_id=entry.edition_id,
        old={"status": old},
        new={"status": entry.status, "number": entry.number, "sha256": entry.submissions[-1].sha256},
    )
    return str(entry.number)


ALREADY = "already_submitted"


def _check_time(session: Session, actor: Actor, entry: Entry, *, now: datetime) -> None:
    if entry.status is EntryStatus.SUBMITTED and entry.amending_since is None and entry.number:
        raise Refused(
            ALREADY,
            _(
                "Der Beitrag ist schon eingereicht: Nummer %(number)s, eingegangen am %(at)s. Es ist nichts weiter zu tun.",
                number=entry.number,
                at=format_second(entry.submitted_at or now),
            ),
        )
    early = early_closing(session, entry.edition, entry=entry)
    if entry.status is EntryStatus.DRAFT and early is not None:
        raise Refused(
            "too_late",
            _(
                "Die Bewerbungsphase wurde am %(at)s geschlossen, vor dem angekündigten Einsendeschluss. Der Beitrag bleibt "
                "als Entwurf gespeichert. Begründung: %(reason)s",
                at=format_second(early.at),
                reason=early.reason,
            ),
        )
    if (entry.status is EntryStatus.DRAFT or entry.amending_since) and is_late(entry, now=now):
        deadline = deadline_of(entry)
        kept = (
            _("Es gilt weiter Ihre zuletzt eingereichte Fassung.")
            if entry.amending_since
            else _("Der Beitrag bleibt als Entwurf gespeichert.")
        )
        raise Refused(
            "too_late",
            _(
                "Der Einsendeschluss war am %(deadline_at)s; angenommen wurde bis %(end)s. Ihre Einreichung ist am "
                "%(now)s eingegangen und damit zu spät. %(kept)s",
                deadline_at=format_second(deadline),
                end=format_second(deadline + timedelta(seconds=entry.edition.grace_seconds)),
                now=format_second(now),
                kept=kept,
            ),
        )
    require(actor, Action.SUBMIT_ENTRY, entry_matter(entry, now=now))


def _save_answers(work: Work, entry: Entry, reviewed: Reviewed) -> None:
    """The declarations given on the page where one hands in."""
    state = form_of(work.session, entry).step(reviewed.step_key)
    new = clean_answers(work.session, state, reviewed.answers)
    changed = {
        one.question.key: new[one.question.key] for one in state.questions if new.get(one.question.key, one.value) != one.value
    }
    store_answers(work.session, entry, state, changed)
    if changed:
        assert work.actor.account_id is not None
        bump_version(work, entry, state, changed, by=work.actor.account_id)
    work.session.flush()


def _check_rules(session: Session, entry: Entry, form: EntryForm) -> None:
    """What no number and no list can do without, and then the edition's own rules."""
    findings = findings_of(session, entry, form)
    if blocks_submission(findings):
        raise RulesBroken(tuple(finding for finding in findings if finding.is_blocking))
    if errors := missing_basics(entry, form):
        raise Invalid(errors)


def _number_and_freeze(work: Work, entry: Entry, edition: Edition, form: EntryForm) -> None:
    if entry.amending_since is None:
        require_transition(old=entry.status, new=EntryStatus.SUBMITTED)
    if entry.number is None:
        entry.number = f"{edition.number_prefix}{edition.next_number:03d}"
        edition.next_number += 1
    entry.status, entry.submitted_at, entry.status_reason = EntryStatus.SUBMITTED, work.now, ""
    entry.amending_since = None
    waiting = update(RequestedChange).where(RequestedChange.entry_id == entry.id, RequestedChange.done_at.is_(None))
    work.session.execute(waiting.values(done_at=work.now))
    touch(entry, now=work.now)
    assert work.actor.account_id is not None
    snapshot = canonical_json(snapshot_of(entry, form, now=work.now, actor=work.actor)).decode()
    submission = Submission(
        entry_id=entry.id,
        version=len(entry.submissions) + 1,
        snapshot=snapshot,
        sha256=hashlib.sha256(snapshot.encode()).hexdigest(),
        received_at=work.now,
        submitted_by=work.actor.account_id,
    )
    entry.submissions.append(submission)
    work.session.flush()
    work.start_job(kind=RECEIPT, edition_id=entry.edition_id, parameters={"submission": submission.id})
    subject, body = receipt_mail(entry, submission, coming=standing_steps(work.session, entry, now=work.now))
    for recipient in who_hears(work, entry):
        work.send_mail(recipient=recipient, subject=subject, body=body)


def snapshot_of(entry: Entry, form: EntryForm, *, now: datetime, actor: Actor) -> dict[str, Any]:
    """Everything that was handed in, with the words of the questions, so that it can be read without this program."""
    return {
        "format": 1,
        "edition": {"slug": entry.edition.slug, "name": entry.edition.name},
        "number": entry.number,
        "category": form.answer(QuestionPurpose.CATEGORY),
        "lead": {"key": entry.lead_key, "name": entry.lead.official_name},
        "received_at": now,
        "submitted_by": {"name": actor.name, "email": actor.email},
        "steps": [
            {
                "key": state.step.key,
                "title": state.step.title,
                "answers": [
                    {"key": one.question.key, "question": one.question.label, "value": one.value, "shown": one.shown}
                    for one in state.asked
                ],
            }
            for state in form.steps
        ],
        "partners": [
            {
                "key": partner.body_key,
                "name": partner.body.official_name if partner.body else partner.name,
                "country": partner.country,
                "kind": partner.kind,
            }
            for partner in entry.partners
        ],
        "attachments": [_attachment_as_sent(one) for one in entry.attachments],
    }


def _attachment_as_sent(attachment: Attachment) -> dict[str, Any]:
    """What names an attachment, the hash of what is kept and of what was sent; the file itself is in the store."""
    return {
        "purpose": attachment.purpose,
        "filename": attachment.filename,
        "media_type": attachment.file.media_type,
        "size": attachment.file.size,
        "sha256": attachment.sha256,
        "sent_sha256": attachment.sent_sha256,
        "alterations": attachment.alterations or [],
    }
