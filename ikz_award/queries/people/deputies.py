"""Who stands in for whom: for a person's own page, for the rights somebody has today, and for mails."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from ikz_award.domain.entries.rights import EntryRight, includes
from ikz_award.domain.people.deputies import StoodInFor, is_standing_in, with_lent
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.timetable import today_in_berlin
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus, Role
from ikz_award.models.people.deputies import Deputyship
from ikz_award.models.people.register import RegisterBody


@dataclass(frozen=True, kw_only=True)
class OwnDeputyship:
    """A running or coming deputyship as one of the two sees it."""

    id: int
    is_for_me: bool  # the other stands in for me
    other: str
    body_name: str
    starts_on: date
    ends_on: date
    is_running: bool


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Somebody else of the same organisation who may be named a deputy."""

    account_id: int
    name: str
    email: str
    body_key: str
    body_name: str


def rights_with_lent(
    session: Session, *, account_id: int, own: Mapping[int, EntryRight], organisations: Collection[str], now: datetime
) -> tuple[dict[int, EntryRight], dict[int, StoodInFor]]:
    """`domain.people.deputies.with_lent` of an account: what it may do today with its own rights and those of whom it stands
    in for.

    Only rights somebody was given by invitation are lent, never lent on; entries of one's own organisations need none.
    """
    people = {row.account_id: row.account for row in session.scalars(_running(now).where(Deputyship.deputy_id == account_id))}
    if not people:
        return dict(own), {}
    rows = session.execute(
        select(EntryInvitation.account_id, EntryInvitation.entry_id, EntryInvitation.right)
        .join(Entry, Entry.id == EntryInvitation.entry_id)
        .outerjoin(Juror, (Juror.account_id == EntryInvitation.account_id) & (Juror.edition_id == Entry.edition_id))
        .where(
            EntryInvitation.account_id.in_(people),
            EntryInvitation.revoked_at.is_(None),
            # Who judges an edition has no right on its entries, and so none to lend.
            Juror.id.is_(None),
            Entry.lead_key.not_in(organisations),
        )
        .order_by(EntryInvitation.account_id)
    )
    lent: dict[int, tuple[EntryRight, StoodInFor]] = {}
    for person_id, entry_id, right in rows:
        assert person_id is not None  # as the query asks
        held = lent[entry_id][0] if entry_id in lent else None
        if held is None or not includes(held, right):
            person = people[person_id]
            lent[entry_id] = (right, StoodInFor(account_id=person_id, name=person.name or person.email))
    return with_lent(own, lent)


def deputies_of(session: Session, *, account_ids: Collection[int], now: datetime) -> Sequence[Deputyship]:
    """Who stands in for these people today, with both accounts."""
    query = _running(now).where(Deputyship.account_id.in_(account_ids)).options(joinedload(Deputyship.deputy))
    return session.scalars(query).all()


def people_of_deputyships(session: Session, *, account_id: int, now: datetime) -> Sequence[Account]:
    """With whom somebody shares a running or coming deputyship, either way; each once, who can log in."""
    today = today_in_berlin(now)
    others = select(case((Deputyship.account_id == account_id, Deputyship.deputy_id), else_=Deputyship.account_id)).where(
        or_(Deputyship.account_id == account_id, Deputyship.deputy_id == account_id),
        Deputyship.ended_at.is_(None),
        Deputyship.ends_on >= today,
        *_both_belong(),
    )
    return session.scalars(select(Account).where(Account.id.in_(others), Account.active).order_by(Account.id)).all()


def own_deputyships(session: Session, *, actor: Actor, now: datetime) -> Sequence[OwnDeputyship]:
    """The running and the coming ones in which the actor is one of the two, by day."""
    today, me = today_in_berlin(now), actor.account_id
    query = (
        select(Deputyship)
        .where(or_(Deputyship.account_id == me, Deputyship.deputy_id == me), Deputyship.ended_at.is_(None))
        .where(Deputyship.ends_on >= today, *_both_belong())
        .options(joinedload(Deputyship.account), joinedload(Deputyship.deputy), joinedload(Deputyship.body))
        .order_by(Deputyship.starts_on, Deputyship.id)
        .limit(50)
    )
    return [
        OwnDeputyship(
            id=row.id,
            is_for_me=row.account_id == me,
            body_name=row.body.official_name,
            starts_on=row.starts_on,
            other=_name(row.deputy if row.account_id == me else row.account),
            ends_on=row.ends_on,
            is_running=is_standing_in(on=today, starts_on=row.starts_on, ends_on=row.ends_on, is_ended=False),
        )
        for row in session.scalars(query)
    ]


def colleagues_to_name(session: Session, *, actor: Actor) -> Sequence[Colleague]:
    """Everybody else in the actor's organisations, by organisation and name."""
    rows = session.execute(
        select(Account, RegisterBody)
        .join(Membership, Membership.account_id == Account.id)
        .join(RegisterBody, RegisterBody.key == Membership.body_key)
        .where(
            Membership.body_key.in_(actor.organisations),
            Membership.status == MembershipStatus.ACTIVE,
            Account.id != actor.account_id,
            Account.active,
        )
        .order_by(RegisterBody.name, Account.name, Account.id)
        .limit(200)
    )
    return [
        Colleague(
            account_id=account.id, name=_name(account), email=account.email, body_key=body.key, body_name=body.official_name
        )
        for account, body in rows
    ]


def _running(now: datetime):
    today = today_in_berlin(now)
    return (
        select(Deputyship)
        .join(Account, Account.id == Deputyship.account_id)
        .where(
            Deputyship.ended_at.is_(None),
            Deputyship.starts_on <= today,
            Deputyship.ends_on >= today,
            *_both_belong(),
            # The organiser's people have no rights on entries, and so none to lend.
            ~Account.roles.any(Role.name == "admin"),
            # Nor has who is locked; and nobody acts for anybody while locked.
            Account.active,
            Deputyship.deputy.has(Account.active),
        )
        .options(joinedload(Deputyship.account))
        .order_by(Deputyship.id)
    )


def _both_belong() -> tuple[ColumnElement[bool], ...]:
    """Whoever leaves the organisation is deputy no longer, nor has one."""
    found = []
    for column in (Deputyship.account_id, Deputyship.deputy_id):
        membership = aliased(Membership)
        found.append(
            select(membership.id)
            .where(
                membership.account_id == column,
                membership.body_key == Deputyship.body_key,
                membership.status == MembershipStatus.ACTIVE,
            )
            .exists()
        )
    return tuple(found)


def _name(account: Account) -> str:
    return account.name or account.email
