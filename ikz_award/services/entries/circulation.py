"""The circulation procedure: partners are told of the entry by a link of their own, look at it, acknowledge or object."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy import select

from ikz_award.domain.entries.answers import QuestionKind, problem
from ikz_award.domain.entries.circulation import RESEND_AFTER, is_reminder_due
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_line, length
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.editions.editions import QuestionPurpose
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.entries.partners import PartnerNotice
from ikz_award.queries.entries.circulation import name_of_partner
from ikz_award.queries.entries.closing import end_of_circulation
from ikz_award.queries.entries.entries import entry_for
from ikz_award.queries.entries.form import form_of
from ikz_award.services.entries.circulation_mails import notice_mail
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import Call, use_case

MAXIMUM_NAME = 120
# Entries whose partners are written to without anybody asking: handed in and still in the competition.
TAKING_PART = (EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ADMITTED)


@dataclass(frozen=True, kw_only=True)
class Links:
    """How links for partners are made: from the application's secret, so that the database alone gives none away."""

    base_url: str
    secret: str
    purpose: ClassVar[str] = "partner-notice"
    path: ClassVar[str] = "/umlauf/"

    def token(self, nonce: str) -> str:
        digest = hmac.new(self.secret.encode(), f"{self.purpose}\0{nonce}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def address(self, nonce: str) -> str:
        return f"{self.base_url}{self.path}{self.token(nonce)}"


@use_case(AuditAction.PARTNER_CONTACT)
def save_contact(work: Work, *, entry_id: str, partner_id: int, name: str, email: str) -> str:
    """Say who is told for a partner; returns the partner's name. Another person than before: the old link ends."""
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.INFORM_PARTNERS)
    partner = _partner(entry, partner_id)
    notice = _notice(work, partner)
    person, address = _checked_contact(name, email)
    if notice is None:
        notice = PartnerNotice(partner_id=partner.id, contact_name=person, contact_email=address)
        work.session.add(notice)
    elif notice.answer is not None:
        raise Refused("answered", _("Dieser Partner hat schon geantwortet. Die Ansprechperson bleibt, wie sie ist."))
    elif address.casefold() != notice.contact_email.casefold():
        notice.nonce, notice.token_hash, notice.message_id, notice.reminders = "", None, "", 0
        notice.sent_at = notice.reminded_at = notice.seen_at = None
    notice.contact_name, notice.contact_email = person, address
    answer = name_of_partner(partner)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"partner": answer})
    return answer


def _checked_contact(name: str, email: str) -> tuple[str, str]:
    person, address = clean_line(name), clean_line(email)
    errors = {}
    if not person:
        errors["name"] = _("Bitte geben Sie Vor- und Nachnamen an.")
    elif length(person) > MAXIMUM_NAME:
        errors["name"] = _("Der Name darf höchstens %(limit)s Zeichen haben.", limit=MAXIMUM_NAME)
    if not address:
        errors["email"] = _("Bitte geben Sie die dienstliche E-Mail-Adresse an.")
    elif fault := problem(QuestionKind.EMAIL, address, limit=254):
        errors["email"] = fault
    if errors:
        raise Invalid(errors)
    return person, address


def _partner(entry: Entry, partner_id: int) -> Partner:
    partner = next((one for one in entry.partners if one.id == partner_id), None)
    if partner is None:
        raise NotFound
    return partner


def _notice(work: Work, partner: Partner) -> PartnerNotice | None:
    return work.session.scalar(select(PartnerNotice).where(PartnerNotice.partner_id == partner.id).with_for_update())


@use_case(AuditAction.PARTNER_INFORM, without=("links",))
def inform_partners(work: Work, *, entry_id: str, links: Links) -> int:
    """Write to every partner with a contact who has no link yet; returns to how many."""
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.INFORM_PARTNERS)
    _check_readable(work, entry)
    return _inform(work, entry, links)


def _inform(work: Work, entry: Entry, links: Links) -> int:
    names = []
    for partner in entry.partners:
        notice = _notice(work, partner)
        if notice is not None and notice.sent_at is None:
            _send_link(work, entry, notice, links)
            names.append(name_of_partner(partner))
    if names:
        work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"partners": names})
    return len(names)


def _check_readable(work: Work, entry: Entry) -> None:
    """Partners are shown three things; without them there is nothing to say yes or no to."""
    if work.now > end_of_circulation(work.session, entry):
        raise Refused("period_over", _("Die Widerspruchsfrist ist abgelaufen. Partner lassen sich nicht mehr informieren."))
    form = form_of(work.session, entry)
    if not (form.answer(QuestionPurpose.TITLE) and form.answer(QuestionPurpose.SUMMARY) and entry.category_id):
        raise Refused(
            "nothing_to_show",
            _("Bitte speichern Sie zuerst Titel, Kategorie und Kurzbeschreibung: Das ist es, was die Partner sehen."),
        )


def _send_link(work: Work, entry: Entry, notice: PartnerNotice, links: Links, *, is_reminder: bool = False) -> None:
    """Write to the contact; a reminder carries the same link, anything else a new one, which ends the one before."""
    if not is_reminder:
        notice.nonce = secrets.token_hex(16)
        notice.token_hash = hashlib.sha256(links.token(notice.nonce).encode()).hexdigest()
        notice.sent_at, notice.reminded_at, notice.reminders = work.now, None, 0
    subject, body = notice_mail(
        entry, address=links.address(notice.nonce), ends_at=end_of_circulation(work.session, entry), is_reminder=is_reminder
    )
    notice.message_id = work.send_mail(recipient=notice.contact_email, subject=subject, body=body)


@use_case(AuditAction.PARTNER_NEW_LINK, without=("links",))
def send_new_link(work: Work, *, entry_id: str, partner_id: int, links: Links) -> str:
    """Write to one partner again with a new link, whether or not the first one arrived; returns the partner's name."""
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.INFORM_PARTNERS)
    partner = _partner(entry, partner_id)
    notice = _notice(work, partner)
    if notice is None:
        raise Refused("no_contact", _("Bitte geben Sie zuerst eine Ansprechperson an."))
    if notice.sent_at is not None and work.now - notice.sent_at < RESEND_AFTER:
        raise Refused("just_sent", _("Der Link ist gerade erst verschickt worden. Bitte warten Sie einige Minuten."))
    _check_readable(work, entry)
    _send_link(work, entry, notice, links)
    answer = name_of_partner(partner)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"partner": answer})
    return answer


def send_due_notices(*, now: datetime, links: Links) -> int:
    """Inform the partners of handed-in entries and remind those who have not answered; returns how many were written to."""
    session = db.session()
    session.rollback()
    rows = session.execute(
        select(PartnerNotice.id, Entry.id, PartnerNotice.sent_at, PartnerNotice.reminded_at, PartnerNotice.reminders)
        .join(Partner, Partner.id == PartnerNotice.partner_id)
        .join(Entry, Entry.id == Partner.entry_id)
        .where(PartnerNotice.answer.is_(None), Entry.status.in_((EntryStatus.DRAFT, *TAKING_PART)))
    ).all()
    ends = {entry_id: end_of_circulation(session, session.get_one(Entry, entry_id)) for entry_id in {row[1] for row in rows}}
    new, due = set(), []
    for notice_id, entry_id, sent_at, reminded_at, reminders in rows:
        if sent_at is None:
            new.add(entry_id)
        elif is_reminder_due(now=now, sent_at=sent_at, reminded_at=reminded_at, reminders=reminders, ends_at=ends[entry_id]):
            due.append(notice_id)
    session.rollback()
    call = Call(actor=SYSTEM, now=now)
    written = sum(_inform_handed_in(call, entry_id=entry_id, links=links) for entry_id in new if now <= ends[entry_id])
    return written + sum(_remind(call, notice_id=notice_id, links=links) for notice_id in due)


@use_case(AuditAction.PARTNER_INFORM, without=("links",))
def _inform_handed_in(work: Work, *, entry_id: int, links: Links) -> int:
    entry = work.session.get_one(Entry, entry_id)
    return _inform(work, entry, links) if entry.status in TAKING_PART else 0


@use_case(AuditAction.PARTNER_REMIND, without=("links",))
def _remind(work: Work, *, notice_id: int, links: Links) -> int:
    """Looked at again inside the transaction: the answer may just have come, or another worker was faster."""
    notice = work.session.scalar(select(PartnerNotice).where(PartnerNotice.id == notice_id).with_for_update())
    if notice is None or notice.answer is not None or notice.sent_at is None:
        return 0
    entry = work.session.get_one(Entry, notice.partner.entry_id)
    if not is_reminder_due(
        now=work.now,
        sent_at=notice.sent_at,
        reminded_at=notice.reminded_at,
        reminders=notice.reminders,
        ends_at=end_of_circulation(work.session, entry),
    ):
        return 0
    notice.reminded_at, notice.reminders = work.now, notice.reminders + 1
    _send_link(work, entry, notice, links, is_reminder=True)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"partner": name_of_partner(notice.partner)})
    return 1
