"""Who works on an entry, and so hears of what happens to it: one place for every letter that is not an answer to somebody."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.models.entries.entries import Entry, StepVersion
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.queries.people.deputies import deputies_of


def writers_of(session: Session, entry: Entry, *, now: datetime) -> Sequence[Account]:
    """Who began it and who wrote in it, as far as they still belong to the municipality; and who stands in for them."""
    wrote = select(StepVersion.saved_by).where(StepVersion.entry_id == entry.id)
    belongs = select(Membership.account_id).where(
        Membership.body_key == entry.lead_key, Membership.status == MembershipStatus.ACTIVE
    )
    query = select(Account).where(
        (Account.id == entry.created_by) | Account.id.in_(wrote), Account.id.in_(belongs), Account.active
    )
    people = {account.id: account for account in session.scalars(query.order_by(Account.id))}
    for row in deputies_of(session, account_ids=tuple(people), now=now):
        if row.body_key == entry.lead_key and row.deputy.active:
            people.setdefault(row.deputy_id, row.deputy)
    return list(people.values())


def people_of(session: Session, entry: Entry, *, now: datetime) -> Sequence[Account]:
    """The same, and whoever was invited from elsewhere to write in it or to hand it in."""
    invited = (
        select(Account)
        .join(EntryInvitation, EntryInvitation.account_id == Account.id)
        .where(
            EntryInvitation.entry_id == entry.id,
            EntryInvitation.revoked_at.is_(None),
            EntryInvitation.right != EntryRight.READ,
            Account.active,
        )
        .order_by(Account.id)
    )
    people = {one.id: one for one in (*writers_of(session, entry, now=now), *session.scalars(invited))}
    return list(people.values())
