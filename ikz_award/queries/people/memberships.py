"""People who wait for somebody to confirm where they belong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.people.register import OrganisationDomain, RegisterBody


@dataclass(frozen=True, kw_only=True)
class PendingMembership:
    """`known_domains`: e-mail domains that are known to be the organisation's; `others`: its members so far."""

    id: int
    name: str
    email: str
    body_key: str
    body_name: str
    created_at: datetime
    known_domains: Sequence[str]
    others: Sequence[str]

    @property
    def is_known_domain(self) -> bool:
        return self.email.rpartition("@")[2].lower() in self.known_domains


def pending(session: Session, *, actor: Actor, membership_id: int | None = None) -> Sequence[PendingMembership]:
    """Who waits, oldest first (at most 200), or the one with this id. Raises `NotFound` to others."""
    require(actor, Action.OVERSEE, Matter())
    query = (
        select(Membership, Account, RegisterBody.official_name)
        .join(Account, Account.id == Membership.account_id)
        .join(RegisterBody, RegisterBody.key == Membership.body_key)
        .where(Membership.status == MembershipStatus.PENDING)
        .order_by(Membership.created_at, Membership.id)
        .limit(200)
    )
    if membership_id is not None:
        query = query.where(Membership.id == membership_id)
    rows = session.execute(query).all()
    keys = {membership.body_key for membership, _, _ in rows}
    domains: dict[str, list[str]] = {}
    for row in session.scalars(select(OrganisationDomain).where(OrganisationDomain.body_key.in_(keys))):
        domains.setdefault(row.body_key, []).append(row.domain)
    others: dict[str, list[str]] = {}
    members = (
        select(Membership.body_key, Account.email)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.body_key.in_(keys), Membership.status == MembershipStatus.ACTIVE)
        .order_by(Account.email)
    )
    for body_key, email in session.execute(members):
        others.setdefault(body_key, []).append(email)
    return [
        PendingMembership(
            id=membership.id,
            name=account.name,
            email=account.email,
            body_key=membership.body_key,
            body_name=name,
            created_at=membership.created_at,
            known_domains=domains.get(membership.body_key, []),
            others=others.get(membership.body_key, []),
        )
        for membership, account, name in rows
    ]


def pending_colleagues(session: Session, *, actor: Actor) -> Sequence[tuple[Membership, Account, str]]:
    """Who waits to be admitted to one of the actor's own bodies: membership, account, the body's name; oldest first."""
    rows = session.execute(
        select(Membership, Account, RegisterBody.official_name)
        .join(Account, Account.id == Membership.account_id)
        .join(RegisterBody, RegisterBody.key == Membership.body_key)
        .where(Membership.status == MembershipStatus.PENDING, Membership.body_key.in_(actor.organisations))
        .order_by(Membership.created_at, Membership.id)
        .limit(50)
    )
    return [(membership, account, name) for membership, account, name in rows]


@dataclass(frozen=True, kw_only=True)
class LeavingMember:
    """What leaving a body means: its name, who else belongs to it, and its entries that are not handed in."""

    body_key: str
    body_name: str
    is_member: bool
    others: int
    drafts: int


def leaving(session: Session, *, actor: Actor, body_key: str) -> LeavingMember:
    """Raises `NotFound` where the actor neither belongs nor waits."""
    own = session.scalar(select(Membership).where(Membership.account_id == actor.account_id, Membership.body_key == body_key))
    if own is None:
        raise NotFound
    members = (
        select(func.count())
        .select_from(Membership)
        .where(Membership.body_key == body_key, Membership.status == MembershipStatus.ACTIVE, Membership.id != own.id)
    )
    drafts = select(func.count()).select_from(Entry).where(Entry.lead_key == body_key, Entry.status == EntryStatus.DRAFT)
    is_member = own.status is MembershipStatus.ACTIVE
    return LeavingMember(
        body_key=body_key,
        body_name=session.get_one(RegisterBody, body_key).official_name,
        is_member=is_member,
        others=session.scalar(members) or 0,
        drafts=(session.scalar(drafts) or 0) if is_member else 0,
    )


def pending_one(session: Session, *, actor: Actor, membership_id: int) -> PendingMembership:
    """Raises `NotFound` when nobody waits under this id (any more)."""
    found = pending(session, actor=actor, membership_id=membership_id)
    if not found:
        raise NotFound
    return found[0]
