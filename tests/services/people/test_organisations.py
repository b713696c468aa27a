"""Who may act for a municipality at once, and who waits."""

import pytest
from sqlalchemy import select

from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.people.register import OrganisationDomain, RegisterBody
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.people.organisations import join_organisation, leave_organisation
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import AHAUS, BOCHOLT, NOW

pytestmark = pytest.mark.usefixtures("app")
ACTIVE, PENDING = MembershipStatus.ACTIVE, MembershipStatus.PENDING


def join(account: Account, body_key: str = BOCHOLT, key: str = "") -> MembershipStatus:
    return join_organisation(Call(actor=factories.actor(account), now=NOW, key=key), body_key=body_key)


def domains() -> set[tuple[str, str]]:
    db.session.rollback()
    return {(row.domain, row.body_key) for row in db.session.scalars(select(OrganisationDomain))}


def test_first_person_is_in_and_makes_the_domain_known() -> None:
    assert join(factories.make_account("kim@bocholt.example")) is ACTIVE
    assert domains() == {("bocholt.example", BOCHOLT)}
    assert join(factories.make_account("alex@BOCHOLT.example")) is ACTIVE


@pytest.mark.parametrize("email", ["kim@gmx.de", "kim@gmail.com", "kim@web.de", "kim@t-online.de"])
def test_freemail_waits_even_as_the_first(email: str) -> None:
    assert join(factories.make_account(email)) is PENDING
    assert domains() == set()
    # … and keeps nobody out who writes from the town hall.
    assert join(factories.make_account("kim@bocholt.example")) is ACTIVE


def test_other_domain_waits_and_who_decides_is_told() -> None:
    factories.make_account("organiser@ikz.example", is_admin=True)
    join(factories.make_account("kim@bocholt.example"))
    assert join(factories.make_account("eve@elsewhere.example")) is PENDING
    db.session.rollback()
    mails = db.session.scalars(select(OutgoingMail)).all()
    assert [mail.recipient for mail in mails] == ["organiser@ikz.example", "kim@bocholt.example"]
    assert all("Stadt Bocholt" in mail.body for mail in mails)


def test_domain_of_another_body_waits() -> None:
    join(factories.make_account("kim@bocholt.example"))
    assert join(factories.make_account("alex@bocholt.example"), AHAUS) is PENDING
    assert domains() == {("bocholt.example", BOCHOLT)}


def test_subdomain_is_another_domain() -> None:
    join(factories.make_account("kim@bocholt.example"))
    assert join(factories.make_account("eve@evil.bocholt.example")) is PENDING


def test_joining_twice_is_joining_once() -> None:
    account = factories.make_account("kim@bocholt.example")
    assert join(account, key="k") is ACTIVE
    assert join(account, key="k") is ACTIVE
    assert join(account) is ACTIVE
    db.session.rollback()
    assert len(db.session.scalars(select(Membership)).all()) == 1
    assert len(db.session.scalars(select(AuditEntry).where(AuditEntry.action == "membership.join")).all()) == 1


@pytest.mark.parametrize("key", ["00000000", "", "' OR 1=1"])
def test_unknown_body_is_not_found(key: str) -> None:
    with pytest.raises(NotFound):
        join(factories.make_account("kim@bocholt.example"), key)


def test_body_that_is_no_more_is_not_found() -> None:
    with write_session() as session:
        session.get_one(RegisterBody, BOCHOLT).is_current = False
    with pytest.raises(NotFound):
        join(factories.make_account("kim@bocholt.example"))


def test_nobody_joins_without_an_account() -> None:
    from ikz_award.domain.permissions.actors import ANONYMOUS

    with pytest.raises(Refused):
        join_organisation(Call(actor=ANONYMOUS, now=NOW, key=""), body_key=BOCHOLT)


def test_leaving_ends_it_and_is_on_record() -> None:
    account = factories.make_account("kim@bocholt.example")
    join(account)
    assert leave_organisation(Call(actor=factories.actor(account), now=NOW, key="k"), body_key=BOCHOLT) == "Stadt Bocholt"
    assert leave_organisation(Call(actor=factories.actor(account), now=NOW, key="k"), body_key=BOCHOLT) == "Stadt Bocholt"
    db.session.rollback()
    assert db.session.scalars(select(Membership)).all() == []
    last = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert last is not None
    assert last.old == {"organisation": BOCHOLT, "membership": "active"}
    with pytest.raises(NotFound):
        leave_organisation(Call(actor=factories.actor(account), now=NOW, key=""), body_key=BOCHOLT)


def test_one_does_not_leave_for_others() -> None:
    kim, alex = factories.make_account("kim@bocholt.example"), factories.make_account("alex@bocholt.example")
    join(kim)
    with pytest.raises(NotFound):
        leave_organisation(Call(actor=factories.actor(alex), now=NOW, key=""), body_key=BOCHOLT)
