"""An entry's beginning and its end before the jury: begun, discarded, withdrawn."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus, require_transition
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Answer, Attachment, Entry, Partner, StepText, StepVersion
from ikz_award.models.entries.held_uploads import HeldUpload
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.entries.entries import entry_for
from ikz_award.queries.entries.form import requested_changes
from ikz_award.queries.entries.letters import letter_addresses, once
from ikz_award.queries.permissions.matters import new_entry_matter
from ikz_award.services.entries.mails import withdrawal_mail
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case

Fill = Callable[[Work, Entry], None]


@use_case(AuditAction.ENTRY_CREATE, without=("fill",))
def create_entry(work: Work, *, edition_slug: str, lead_key: str, source_id: str = "", fill: Fill | None = None) -> str:
    """Begin a draft for one of the actor's organisations; returns its public id. Raises `Invalid`, `NotFound`, `Refused`.

    `fill` writes into the new draft (see `services.entries.copies`); `source_id` names what it takes over.
    """
    edition = work.session.scalar(select(Edition).where(Edition.slug == edition_slug))
    if edition is None:
        raise NotFound
    if lead_key not in work.actor.organisations:
        raise Invalid({"lead_key": _("Bitte wählen Sie eine Kommune, der Ihr Konto zugeordnet ist.")})
    if not work.session.get_one(RegisterBody, lead_key).may_lead:
        raise Invalid({"lead_key": _("Diese Organisation kann Partner sein, aber nicht federführend einreichen.")})
    require(work.actor, Action.CREATE_ENTRY, new_entry_matter(edition, lead_key=lead_key, now=work.now))
    assert work.actor.account_id is not None
    entry = Entry(
        edition_id=edition.id,
        lead_key=lead_key,
        status=EntryStatus.DRAFT,
        created_by=work.actor.account_id,
        created_at=work.now,
        updated_at=work.now,
    )
    work.session.add(entry)
    work.session.flush()
    if fill is not None:
        fill(work, entry)
    created = {"edition": edition_slug, "lead": lead_key, "source": source_id}
    work.audit(subject=f"entry:{entry.id}", edition_id=edition.id, new=created)
    return entry.public_id


@use_case(AuditAction.ENTRY_DISCARD)
def discard_draft(work: Work, *, entry_id: str) -> None:
    """Delete a draft that was never handed in, with all that was typed into it."""
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.DISCARD_DRAFT)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, old={"title": entry.title, "lead": entry.lead_key})
    for model in (Answer, Partner, Attachment, HeldUpload, StepVersion, StepText):
        work.session.execute(delete(model).where(model.entry_id == entry.id))
    work.session.delete(entry)


@use_case(AuditAction.ENTRY_WITHDRAW)
def withdraw_entry(work: Work, *, entry_id: str, reason: str) -> None:
    """Take a handed-in entry back, with a reason. Raises `Invalid` without one."""
    words = clean_text(reason)
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.WITHDRAW_ENTRY)
    if not words:
        raise Invalid({"reason": _("Bitte nennen Sie einen Grund, zum Beispiel „Das Projekt wurde eingestellt.“")})
    old = entry.status
    require_transition(old=old, new=EntryStatus.WITHDRAWN)
    entry.status, entry.status_reason, entry.updated_at = EntryStatus.WITHDRAWN, words, work.now
    work.audit(
        subject=f"entry:{entry.id}",
        edition_id=entry.edition_id,
        old={"status": old},
        new={"status": entry.status, "reason": words},
    )
    subject, body = withdrawal_mail(entry, now=work.now)
    for recipient in who_hears(work, entry):
        work.send_mail(recipient=recipient, subject=subject, body=body)


def who_hears(work: Work, entry: Entry) -> list[str]:
    """To whom a receipt goes: the person at work, all who get letters about the entry, and for whom the person stands in."""
    hears = [work.actor.email, *letter_addresses(work.session, entry)]
    if (person := work.actor.stands_in.get(entry.id)) is not None:
        hears.append(work.session.get_one(Account, person.account_id).email)
    return once(hears)


def touch(entry: Entry, *, now: datetime) -> None:
    """Mark a change that lies in other tables, so that the entry's version moves on."""
    entry.updated_at = now
    # Two changes may fall on the same instant; each is a change.
    flag_modified(entry, "updated_at")


LOCKED = _("Das Kompetenzzentrum hat nur einzelne Angaben nachgefordert; alles andere bleibt, wie es eingereicht wurde.")


def load_for_change(session: Session, *, actor: Actor, now: datetime, entry_id: str, target: str = "") -> Entry:
    """The entry, if the actor may change it, and of it `target` where that is given. Raises `NotFound` or `Refused`."""
    entry = entry_for(session, actor=actor, public_id=entry_id, now=now, action=Action.EDIT_ENTRY)
    requested = requested_changes(session, entry) if target else {}
    if requested and target not in requested:
        raise Refused(Action.EDIT_ENTRY, LOCKED)
    return entry
