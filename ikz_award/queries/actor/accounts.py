"""Who someone is: an account's roles, organisations and seats as one frozen `Actor`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.adapters import clock
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.jury.confidentiality import still_counts
from ikz_award.domain.permissions.actors import Actor, Seat
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account, BrowserSession, Membership, MembershipStatus
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.jury.confidentiality import newest_acceptance
from ikz_award.queries.jury.ends import has_left_jury
from ikz_award.queries.people.deputies import rights_with_lent


def actor_of(session: Session, account: Account, *, now: datetime | None = None) -> Actor:
    """The actor for a logged-in account. `now`: with what colleagues lend it that day; background work needs none of that."""
    organisations = frozenset(
        membership.body_key for membership in account.memberships if membership.status is MembershipStatus.ACTIVE
    )
    rights, lent = _rights_of(session, account.id), {}
    if now is not None and organisations:
        rights, lent = rights_with_lent(session, account_id=account.id, own=rights, organisations=organisations, now=now)
    return Actor(
        account_id=account.id,
        name=account.name or account.email,
        email=account.email,
        is_admin=any(role.name == "admin" for role in account.roles),
        organisations=organisations,
        seats=MappingProxyType(_seats_of(session, account.id, now=now or clock.now())),
        left=frozenset(
            session.scalars(select(Juror.edition_id).where(Juror.account_id == account.id, has_left_jury(Juror.id)))
        ),
        rights=MappingProxyType(dict(rights)),
        stands_in=MappingProxyType(lent),
    )


def _rights_of(session: Session, account_id: int) -> Mapping[int, EntryRight]:
    """Entry id → what the account was given and accepted."""
    rows = session.execute(
        select(EntryInvitation.entry_id, EntryInvitation.right).where(
            EntryInvitation.account_id == account_id, EntryInvitation.revoked_at.is_(None)
        )
    )
    return dict(rows.all())


def _seats_of(session: Session, account_id: int, *, now: datetime) -> dict[int, Seat]:
    """Edition id → seat."""
    rows = session.execute(
        select(Juror.id, Juror.edition_id, Juror.role, Edition.confidentiality_days, newest_acceptance())
        .join(Edition, Edition.id == Juror.edition_id)
        .where(Juror.account_id == account_id, ~has_left_jury(Juror.id))
    )
    return {
        edition_id: Seat(
            juror_id=juror_id,
            role=role,
            has_accepted_confidentiality=still_counts(accepted_at=accepted_at, days=days, now=now),
        )
        for juror_id, edition_id, role, days, accepted_at in rows
    }


@dataclass(frozen=True)
class OwnMembership:
    """A person's place in an organisation."""

    body_key: str
    body_name: str
    status: MembershipStatus
    created_at: datetime


@dataclass(frozen=True)
class OwnSession:
    """A browser a person is logged in with; `expires_at` says when it ends if nothing happens."""

    created_at: datetime
    expires_at: datetime
    is_current: bool


def memberships_of(session: Session, *, account_id: int) -> Sequence[OwnMembership]:
    """Where a person belongs or wants to, oldest first."""
    rows = session.execute(
        select(Membership.body_key, RegisterBody.official_name, Membership.status, Membership.created_at)
        .join(RegisterBody, RegisterBody.key == Membership.body_key)
        .where(Membership.account_id == account_id)
        .order_by(Membership.created_at, Membership.id)
    )
    return [OwnMembership(*row) for row in rows]


def organisation_names(session: Session, *, account_id: int) -> Sequence[str]:
    """The names of the bodies somebody belongs to, or sits on a jury for."""
    bodies = (
        select(RegisterBody.official_name)
        .join(Membership, Membership.body_key == RegisterBody.key)
        .where(Membership.account_id == account_id)
    )
    return session.scalars(bodies.union(select(Juror.body_name).where(Juror.account_id == account_id))).all()


def sessions_of(session: Session, *, account_id: int, current_hash: str | None, now: datetime) -> Sequence[OwnSession]:
    """The browsers a person is logged in with, newest first."""
    rows = session.execute(
        select(BrowserSession.token_hash, BrowserSession.created_at, BrowserSession.expires_at)
        .join(Account, Account.fs_uniquifier == BrowserSession.account_id)
        .where(Account.id == account_id, BrowserSession.expires_at > now)
        .order_by(BrowserSession.created_at.desc(), BrowserSession.token_hash)
    )
    return [OwnSession(created_at, expires_at, token_hash == current_hash) for token_hash, created_at, expires_at in rows]
