"""Who was invited to an entry, what an account was given, and what a link from a mail leads to."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Load, Session, joinedload

from ikz_award.domain.entries.rights import InvitationState, invitation_state
from ikz_award.domain.permissions.actors import Actor
from ikz_award.models.editions.editions import Question
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.people.deputies import deputies_of


@dataclass(frozen=True, kw_only=True)
class Collaborator:
    """Somebody invited to an entry, as the lead municipality's people see them."""

    invitation: EntryInvitation
    state: InvitationState
    # Colleagues who use the right today, with their last day.
    deputies: Sequence[tuple[str, date]] = ()

    @property
    def name(self) -> str:
        """The name, once there is an account that accepted; the address until then."""
        account = self.invitation.account
        return (account.name if account else "") or self.invitation.email


def folded(email: str) -> str:
    """An address as it is compared and stored: people write their own in many ways."""
    return email.strip().lower()


def collaborators_of(session: Session, entry: Entry, *, now: datetime) -> Sequence[Collaborator]:
    """Everybody invited to the entry, first those who have a right or may get one; by address."""
    rows = session.execute(
        select(EntryInvitation, OutgoingMail)
        .outerjoin(OutgoingMail, OutgoingMail.message_id == EntryInvitation.message_id)
        .where(EntryInvitation.entry_id == entry.id)
        .options(joinedload(EntryInvitation.account))
        .order_by(EntryInvitation.revoked_at.is_not(None), EntryInvitation.email)
    ).all()
    holders = {row.account_id for row, _mail in rows if row.account_id is not None and row.revoked_at is None}
    deputies: dict[int, list[tuple[str, date]]] = {}
    for one in deputies_of(session, account_ids=holders, now=now) if holders else ():
        deputies.setdefault(one.account_id, []).append((one.deputy.name or one.deputy.email, one.ends_on))
    return [
        Collaborator(
            invitation=row,
            state=state_of_invitation(row, now=now, mail=mail),
            deputies=deputies.get(row.account_id or -1, ()) if row.revoked_at is None else (),
        )
        for row, mail in rows
    ]


def collaborator_count(session: Session, entry: Entry) -> int:
    """How many were invited to the entry and may still come or are there."""
    query = select(func.count()).select_from(EntryInvitation)
    return session.scalar(query.where(EntryInvitation.entry_id == entry.id, EntryInvitation.revoked_at.is_(None))) or 0


def colleagues_of(session: Session, entry: Entry) -> Sequence[str]:
    """The names of the lead municipality's people, who have every right."""
    names = session.scalars(
        select(Account.name)
        .join(Membership, Membership.account_id == Account.id)
        .where(Membership.body_key == entry.lead_key, Membership.status == MembershipStatus.ACTIVE)
        .order_by(Account.name, Account.id)
        .limit(50)
    )
    return names.all()


def state_of_invitation(row: EntryInvitation, *, now: datetime, mail: OutgoingMail | None = None) -> InvitationState:
    """Where an invitation stands at `now`; `mail`: its newest letter, which makes it undelivered while it cannot be sent."""
    return invitation_state(
        now=now,
        expires_at=row.expires_at,
        accepted_at=row.accepted_at,
        revoked_at=row.revoked_at,
        is_undelivered=mail is not None and mail.sent_at is None and mail.last_error != "",
    )


def invitation_behind(session: Session, token: str) -> EntryInvitation | None:
    """What a link was sent for; None for one that is none, or that a newer one replaced."""
    wanted = hashlib.sha256(token.encode()).hexdigest()
    row = session.scalar(
        select(EntryInvitation)
        .where(EntryInvitation.token_hash == wanted)
        .options(joinedload(EntryInvitation.entry).joinedload(Entry.lead), joinedload(EntryInvitation.inviter))
    )
    return row if row is not None and hmac.compare_digest(row.token_hash, wanted) else None


def open_invitations(session: Session, *, actor: Actor, now: datetime) -> Sequence[EntryInvitation]:
    """The invitations that wait for the actor, newest first: an account's address is confirmed, as a link from the mail is."""
    return session.scalars(
        select(EntryInvitation)
        .where(
            EntryInvitation.email == folded(actor.email),
            EntryInvitation.accepted_at.is_(None),
            EntryInvitation.revoked_at.is_(None),
            EntryInvitation.expires_at >= now,
        )
        .options(joinedload(EntryInvitation.entry).joinedload(Entry.lead), joinedload(EntryInvitation.inviter))
        .order_by(EntryInvitation.sent_at.desc(), EntryInvitation.id.desc())
        .limit(50)
    ).all()


def former_questions(session: Session, *, actor: Actor, public_id: str) -> Sequence[Question] | None:
    """What is asked in an entry to which the actor was once let in; None for who never was.

    Such a person may keep what was just typed. The questions are everybody's; the entry is not shown.
    """
    edition_id = session.scalar(
        select(Entry.edition_id)
        .join(EntryInvitation, EntryInvitation.entry_id == Entry.id)
        .where(
            Entry.public_id == public_id,
            or_(EntryInvitation.account_id == actor.account_id, EntryInvitation.email == folded(actor.email)),
        )
        .limit(1)
    )
    if not actor.is_authenticated or edition_id is None:
        return None
    query = select(Question).where(Question.edition_id == edition_id).order_by(Question.position, Question.id)
    return session.scalars(query).all()


def shared_entries(session: Session, *, actor: Actor) -> Sequence[Entry]:
    """The entries of others that the actor was invited to, by time."""
    query = (
        select(Entry)
        .where(Entry.id.in_(actor.rights), Entry.lead_key.not_in(actor.organisations))
        .options(joinedload(Entry.edition), joinedload(Entry.lead), joinedload(Entry.category), Load(Entry).raiseload("*"))
        .order_by(Entry.updated_at.desc())
    )
    return session.scalars(query).all()
