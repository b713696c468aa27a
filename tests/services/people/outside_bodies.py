"""A body outside the register, proposed and confirmed: for tests."""

from typing import Any

from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.people.body_decisions import confirm_body
from ikz_award.services.people.body_facts import TypedBody
from ikz_award.services.people.proposed_bodies import propose_body
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW

TYPED = TypedBody(
    name="Zweckverband Westmünsterland", form="zweckverband", seat="Bocholt", members="Bocholt\nStadt Borken\n05554004"
)


def propose(account: Account, typed: TypedBody = TYPED, key: str = "") -> int:
    return propose_body(Call(actor=factories.actor(account), now=NOW, key=key), typed=typed)


def confirm(admin: Account, number: int, typed: TypedBody = TYPED, **more: Any) -> str:
    asked = {"version": 1} | more
    call = Call(actor=factories.actor(admin), now=NOW, key=asked.pop("key", ""))
    return confirm_body(call, proposal_id=number, typed=typed, **asked)


def row_of(number: int) -> ProposedBody:
    db.session.rollback()
    return db.session.get_one(ProposedBody, number)


def memberships(account: Account) -> list[tuple[str, MembershipStatus]]:
    db.session.rollback()
    rows = db.session.scalars(select(Membership).where(Membership.account_id == account.id))
    return [(row.body_key, row.status) for row in rows]


def mails_to(account: Account) -> list[OutgoingMail]:
    db.session.rollback()
    return list(db.session.scalars(select(OutgoingMail).where(OutgoingMail.recipient == account.email)))


def actions() -> list[str]:
    db.session.rollback()
    return [one for one in db.session.scalars(select(AuditEntry.action)) if one.startswith("body.")]
