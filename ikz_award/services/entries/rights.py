"""Working together: people of other municipalities are invited to an entry by mail, may read, edit or submit, or no longer."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.answers import QuestionKind, problem
from ikz_award.domain.entries.rights import (
    MAILS_AN_HOUR,
    MAXIMUM_INVITATIONS,
    RESEND_AFTER,
    VALID_FOR,
    EntryRight,
    includes,
)
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.entries import entry_for
from ikz_award.queries.entries.rights import folded
from ikz_award.services.entries.circulation import Links
from ikz_award.services.entries.mails import invitation_mail
from ikz_award.services.entries.presence import leave_steps
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@dataclass(frozen=True, kw_only=True)
class InvitationLinks(Links):
    """Links for people invited to an entry; nobody can make one for a partner's notice into one of these."""

    purpose: ClassVar[str] = "entry-invitation"
    path: ClassVar[str] = "/bewerbung/einladung/"


@use_case(AuditAction.RIGHTS_INVITE, without=("links",))
def invite(work: Work, *, entry_id: str, email: str, right: str, links: InvitationLinks) -> str:
    """Invite somebody, also again after the right was taken away; returns the address.

    Raises `Invalid` (`email`, `right`), `Refused` for who may not invite, `NotFound`.
    """
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.SHARE_ENTRY)
    address, chosen = _checked(work.session, entry, email=email, right=right)
    row = _row_for(work.session, entry, address)
    _check_mailbox(work, address)
    assert work.actor.account_id is not None
    if row is None:
        row = EntryInvitation(entry_id=entry.id, email=address)
        work.session.add(row)
    row.right, row.invited_by = chosen, work.actor.account_id
    row.account_id = row.accepted_at = row.revoked_at = None
    _send(work, entry, row, links)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"email": address, "right": chosen})
    return address


@use_case(AuditAction.RIGHTS_SEND_AGAIN, without=("links",))
def send_again(work: Work, *, entry_id: str, invitation_id: int, links: InvitationLinks) -> str:
    """Write again to somebody who has not accepted, with a new link; the one before ends. Returns the address."""
    entry, row = _load(work, entry_id, invitation_id)
    if row.accepted_at is not None or row.revoked_at is not None:
        raise Refused("not_waiting", _("Diese Einladung ist schon angenommen oder zurückgenommen."))
    if work.now - row.sent_at < RESEND_AFTER:
        raise Refused("just_sent", _("Die Einladung ist gerade erst verschickt worden. Bitte warten Sie einige Minuten."))
    assert work.actor.account_id is not None
    row.invited_by = work.actor.account_id
    _send(work, entry, row, links)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"email": row.email})
    return row.email


@use_case(AuditAction.RIGHTS_CHANGE)
def change_right(work: Work, *, entry_id: str, invitation_id: int, right: str) -> str:
    """Give somebody more or less; holds from the next page on, accepted or not. Returns the address."""
    entry, row = _load(work, entry_id, invitation_id)
    if row.revoked_at is not None:
        raise Refused("revoked", _("Dieses Recht ist zurückgenommen. Laden Sie die Person neu ein."))
    new, old = _checked_right(right), row.right
    if new is not old:
        row.right = new
        if not includes(new, EntryRight.EDIT):
            leave_steps(work.session, entry_id=entry.id, account_id=row.account_id)
        work.audit(
            subject=f"entry:{entry.id}",
            edition_id=entry.edition_id,
            old={"email": row.email, "right": old},
            new={"right": new},
        )
    return row.email


@use_case(AuditAction.RIGHTS_TAKE_AWAY)
def take_away(work: Work, *, entry_id: str, invitation_id: int) -> str:
    """End somebody's right, or an invitation not yet accepted, at once. Returns the address."""
    entry, row = _load(work, entry_id, invitation_id)
    if row.revoked_at is None:
        row.revoked_at = work.now
        leave_steps(work.session, entry_id=entry.id, account_id=row.account_id)
        work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, old={"email": row.email, "right": row.right})
    return row.email


def _load(work: Work, entry_id: str, invitation_id: int) -> tuple[Entry, EntryInvitation]:
    entry = entry_for(work.session, actor=work.actor, public_id=entry_id, now=work.now, action=Action.SHARE_ENTRY)
    row = work.session.scalar(
        select(EntryInvitation)
        .where(EntryInvitation.id == invitation_id, EntryInvitation.entry_id == entry.id)
        .with_for_update(of=EntryInvitation)
    )
    if row is None:
        raise NotFound
    return entry, row


def _row_for(session: Session, entry: Entry, address: str) -> EntryInvitation | None:
    """The row of an address that may be invited (again). Raises `Invalid`."""
    row = session.scalar(
        select(EntryInvitation)
        .where(EntryInvitation.entry_id == entry.id, EntryInvitation.email == address)
        .with_for_update(of=EntryInvitation)
    )
    if row is not None and row.revoked_at is None:
        raise Invalid({"email": _("Diese Adresse ist schon eingeladen. In der Liste können Sie das Recht ändern.")})
    count = select(func.count()).select_from(EntryInvitation).where(EntryInvitation.entry_id == entry.id)
    if row is None and (session.scalar(count) or 0) >= MAXIMUM_INVITATIONS:
        raise Invalid({"email": _("Zu einem Beitrag können Sie %(limit)s Adressen einladen.", limit=MAXIMUM_INVITATIONS)})
    return row


def _check_mailbox(work: Work, address: str) -> None:
    """Nobody's mailbox is flooded from here. Raises `Invalid`."""
    sent = select(func.count()).select_from(OutgoingMail)
    sent = sent.where(OutgoingMail.recipient == address, OutgoingMail.created_at > work.now - timedelta(hours=1))
    if (work.session.scalar(sent) or 0) >= MAILS_AN_HOUR:
        raise Invalid({"email": _("An diese Adresse gingen gerade mehrere Nachrichten. Bitte warten Sie eine Stunde.")})


def _checked(session: Session, entry: Entry, *, email: str, right: str) -> tuple[str, EntryRight]:
    address, errors = folded(clean_line(email)), {}
    if not address:
        errors["email"] = _("Bitte geben Sie die E-Mail-Adresse an.")
    elif fault := problem(QuestionKind.EMAIL, address, limit=254):
        errors["email"] = fault
    elif _is_colleague(session, entry, address):
        errors["email"] = _("Diese Person gehört zur federführenden Kommune und kann den Beitrag schon bearbeiten.")
    try:
        chosen = _checked_right(right)
    except Invalid as invalid:
        errors |= invalid.errors
    if errors:
        raise Invalid(errors)
    return address, chosen


def _checked_right(right: str) -> EntryRight:
    if right not in {one.value for one in EntryRight}:
        raise Invalid({"right": _("Bitte wählen Sie, was die Person darf.")})
    return EntryRight(right)


def _is_colleague(session: Session, entry: Entry, address: str) -> bool:
    query = (
        select(Account.id)
        .join(Membership, Membership.account_id == Account.id)
        .where(
            Membership.body_key == entry.lead_key,
            Membership.status == MembershipStatus.ACTIVE,
            func.lower(Account.email) == address,
        )
    )
    return session.scalar(query) is not None


def _send(work: Work, entry: Entry, row: EntryInvitation, links: InvitationLinks) -> None:
    """Write to the address. The same mail for who has an account and who has none: nobody learns which."""
    row.nonce = secrets.token_hex(16)
    row.token_hash = hashlib.sha256(links.token(row.nonce).encode()).hexdigest()
    row.sent_at, row.expires_at = work.now, work.now + VALID_FOR
    subject, body = invitation_mail(
        entry, inviter=work.actor.name, right=row.right, address=links.address(row.nonce), expires_at=row.expires_at
    )
    row.message_id = work.send_mail(recipient=row.email, subject=subject, body=body)
