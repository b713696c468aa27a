"""Bodies outside the register: proposed, corrected, withdrawn; confirmed, merged, refused; and what they are afterwards."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.people.bodies import KEY, BodyForm, ProposalState
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.models.people.register import BodyKind, BodyMember, OrganisationDomain, RegisterBody
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.people.bodies import proposal_view
from ikz_award.queries.people.register import resolve_body, search_bodies
from ikz_award.services.people.body_decisions import confirm_body, merge_body, reject_body
from ikz_award.services.people.body_facts import TypedBody
from ikz_award.services.people.organisations import join_organisation
from ikz_award.services.people.proposed_bodies import MOST_WAITING, correct_proposal, withdraw_proposal
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import AHAUS, BOCHOLT, BORKEN, NOW
from tests.services.people.outside_bodies import TYPED, actions, confirm, mails_to, memberships, propose, row_of

pytestmark = pytest.mark.usefixtures("app")
HOSTILE = '<script>alert(1)</script> {{ 7*7 }} =HYPERLINK("x")'


@pytest.fixture
def people() -> tuple[Account, Account]:
    return factories.make_account("kim@zv-west.example"), factories.make_account("komp@ikz.example", is_admin=True)


def test_a_proposal_waits_gives_no_membership_and_tells_the_organiser(people: tuple[Account, Account]) -> None:
    kim, admin = people
    number = propose(kim)
    row = row_of(number)
    assert (row.state, row.form, row.seat, row.seat_key) == (
        ProposalState.WAITING,
        BodyForm.ZWECKVERBAND,
        "Stadt Bocholt",
        BOCHOLT,
    )
    assert row.member_keys == [AHAUS, BOCHOLT, BORKEN]
    assert memberships(kim) == []
    assert not search_bodies(db.session(), "Westmünsterland")
    assert "Zweckverband Westmünsterland" in mails_to(admin)[0].body


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "Stadt Bocholt"}, "name"),
        ({"name": "Borken"}, "name"),
        ({"name": "Sparkasse Westmünsterland"}, "name"),
        ({"name": "Stadt-SPARKASSE"}, "name"),
        ({"form": ""}, "form"),
        ({"form": "working_group"}, "form"),
        ({"country": "XX"}, "country"),
        ({"seat": ""}, "seat"),
        ({"seat": "Kreis Borken"}, "seat"),
        ({"seat": "Winterswijk"}, "seat"),
        ({"seat": "", "country": "NL"}, "seat"),
        ({"members": ""}, "members"),
        ({"members": "Bocholt\nNirgendwo"}, "members"),
        ({"members": "Borken"}, "members"),
        ({"members": "Bocholt\n" * 451}, "members"),
        ({"form": "gmbh"}, "is_controlled"),
        ({"form": "other_private"}, "is_controlled"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"remark": "x" * 1001}, "remark"),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_its_field(
    people: tuple[Account, Account], change: dict[str, str], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        propose(people[0], replace(TYPED, **change))
    assert list(refusal.value.errors) == [field]
    assert db.session.scalar(select(ProposedBody.id)) is None


@pytest.mark.parametrize(
    "typed",
    [
        TypedBody(name="Gemeente Aalten", form="abroad", country="NL"),
        TypedBody(name="Wirtschaft Beispiel GmbH", form="gmbh", seat="05554008", members="Bocholt", is_controlled=True),
        TypedBody(name="Zweckverband Euregio", form="zweckverband", country="NL", seat="Enschede"),
        TypedBody(name="Sparkassenzweckverband Beispiel", form="zweckverband", seat="Bocholt", members="Bocholt"),
        TypedBody(name="Anstalt Nord", form="aoer", seat="Borken", members="Kreis Borken", website="www.nord.example/a?b#c"),
    ],
)
def test_what_is_there_to_be_stated_is_enough(people: tuple[Account, Account], typed: TypedBody) -> None:
    """A seat is a town: "Borken" means the town where the district has the same name."""
    assert row_of(propose(people[0], typed)).name == typed.name


def test_sent_twice_is_one_proposal(people: tuple[Account, Account]) -> None:
    assert propose(people[0], key="same") == propose(people[0], key="same")
    assert actions() == ["body.propose"]
    assert len(mails_to(people[1])) == 1


def test_so_many_at_once_are_refused(people: tuple[Account, Account]) -> None:
    for number in range(MOST_WAITING):
        propose(people[0], replace(TYPED, name=f"Verband {number}"))
    with pytest.raises(Refused) as refusal:
        propose(people[0])
    assert refusal.value.reason == "too_many"


def test_only_the_own_is_corrected_or_withdrawn_and_only_while_it_waits(people: tuple[Account, Account]) -> None:
    kim, admin = people
    number, eve = propose(kim), factories.actor(factories.make_account("eve@elsewhere.example"))
    with pytest.raises(NotFound):
        correct_proposal(Call(actor=eve, now=NOW, key=""), proposal_id=number, version=1, typed=TYPED)
    with pytest.raises(NotFound):
        withdraw_proposal(Call(actor=eve, now=NOW, key=""), proposal_id=number)
    own = factories.actor(kim)
    correct_proposal(Call(actor=own, now=NOW, key=""), proposal_id=number, version=1, typed=replace(TYPED, name="Neuer Name"))
    assert row_of(number).name == "Neuer Name"
    with pytest.raises(Refused) as stale:
        correct_proposal(Call(actor=own, now=NOW, key=""), proposal_id=number, version=1, typed=TYPED)
    assert stale.value.reason == "stale_version"
    assert withdraw_proposal(Call(actor=own, now=NOW, key="w"), proposal_id=number) == "Neuer Name"
    assert withdraw_proposal(Call(actor=own, now=NOW, key="w"), proposal_id=number) == "Neuer Name"
    assert row_of(number).state is ProposalState.WITHDRAWN
    for late in (
        lambda: correct_proposal(Call(actor=own, now=NOW, key=""), proposal_id=number, version=3, typed=TYPED),
        lambda: confirm(admin, number, version=3),
    ):
        with pytest.raises(Refused) as refusal:
            late()
        assert refusal.value.reason == "transition"
    assert actions() == ["body.propose", "body.correct", "body.withdraw"]


def test_the_organiser_does_not_confirm_what_changed_under_their_eyes(people: tuple[Account, Account]) -> None:
    kim, admin = people
    number = propose(kim)
    correct_proposal(
        Call(actor=factories.actor(kim), now=NOW, key=""),
        proposal_id=number,
        version=1,
        typed=replace(TYPED, name="Ganz anders"),
    )
    with pytest.raises(Refused) as refusal:
        confirm(admin, number)
    assert refusal.value.reason == "stale_version"


def test_confirmed_it_is_found_has_members_and_whoever_proposed_it_belongs(people: tuple[Account, Account]) -> None:
    kim, admin = people
    number = propose(kim)
    corrected = replace(TYPED, name="Zweckverband IT Westmünsterland", members="Bocholt\n05554004")
    key = confirm(admin, number, corrected, key="k", knows_domain=True)
    assert KEY.fullmatch(key)
    assert confirm(admin, number, corrected, key="k", knows_domain=True) == key
    assert memberships(kim) == [(key, MembershipStatus.ACTIVE)]
    assert [mail.subject for mail in mails_to(kim)] == ["Ihre Organisation ist bestätigt"]
    assert [(hit.key, hit.hint) for hit in search_bodies(db.session(), "it westm")] == [(key, "Stadt Bocholt")]
    for text in (key, key.lower(), "Zweckverband IT Westmünsterland", f"Zweckverband IT Westmünsterland ({key})"):
        found = resolve_body(db.session(), text)
        assert found is not None
        assert found.key == key
    body = db.session.get_one(RegisterBody, key)
    assert (body.kind, body.form, body.government_region) == (BodyKind.OTHER, BodyForm.ZWECKVERBAND, "Münster")
    assert set(db.session.scalars(select(BodyMember.member_key))) == {BOCHOLT, AHAUS}
    assert db.session.scalar(select(OrganisationDomain.body_key)) == key
    # … so that a colleague comes in at once, and a stranger waits.
    for email, status in (("robin@zv-west.example", MembershipStatus.ACTIVE), ("eve@web.de", MembershipStatus.PENDING)):
        actor = factories.actor(factories.make_account(email))
        assert join_organisation(Call(actor=actor, now=NOW, key=""), body_key=key) is status
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "body.confirm")).one()
    assert entry.old
    assert entry.new
    assert (entry.old["name"], entry.new["name"]) == (TYPED.name, corrected.name)


def test_freemail_is_never_learned(people: tuple[Account, Account]) -> None:
    number = propose(factories.make_account("kim@gmx.de"))
    with pytest.raises(Invalid) as refusal:
        confirm(people[1], number, knows_domain=True)
    assert list(refusal.value.errors) == ["knows_domain"]
    assert row_of(number).state is ProposalState.WAITING
    assert not db.session.scalar(select(OrganisationDomain.domain))


def test_merged_the_person_belongs_to_what_is_there_and_nothing_new_is(people: tuple[Account, Account]) -> None:
    kim, admin = people
    first = confirm(admin, propose(kim))
    robin = factories.make_account("robin@elsewhere.example")
    second = propose(robin, replace(TYPED, name="ZV Westmünsterland"))
    assert [hit.key for hit in proposal_view(db.session(), actor=factories.actor(admin), proposal_id=second).similar] == [first]
    actor = factories.actor(admin)
    for wrong in ("", "Nirgendwo", "Borken"):
        with pytest.raises(Invalid):
            merge_body(Call(actor=actor, now=NOW, key=""), proposal_id=second, version=1, body=wrong)
    for _ in range(2):
        name = merge_body(Call(actor=actor, now=NOW, key="m"), proposal_id=second, version=1, body=first)
        assert name == "Zweckverband Westmünsterland"
    assert memberships(robin) == [(first, MembershipStatus.ACTIVE)]
    assert (row_of(second).state, row_of(second).body_key) == (ProposalState.MERGED, first)
    assert len(mails_to(robin)) == 1
    assert db.session.scalars(select(RegisterBody.key).where(RegisterBody.kind == BodyKind.OTHER)).all() == [first]


def test_merged_with_a_municipality_one_waits_for_lets_the_person_in(people: tuple[Account, Account]) -> None:
    kim, admin = people
    number = propose(kim)
    with write_session() as session:
        session.add(Membership(account_id=kim.id, body_key=BOCHOLT, status=MembershipStatus.PENDING, created_at=NOW))
    merge_body(Call(actor=factories.actor(admin), now=NOW, key=""), proposal_id=number, version=1, body=BOCHOLT)
    assert memberships(kim) == [(BOCHOLT, MembershipStatus.ACTIVE)]


def test_refused_with_a_reason_that_the_person_reads(people: tuple[Account, Account]) -> None:
    kim, admin = people
    number, actor = propose(kim), factories.actor(admin)
    with pytest.raises(Invalid):
        reject_body(Call(actor=actor, now=NOW, key=""), proposal_id=number, reason=" \n ")
    for _ in range(2):
        assert reject_body(Call(actor=actor, now=NOW, key="r"), proposal_id=number, reason="Keine Rechtsform.") == TYPED.name
    assert (row_of(number).state, row_of(number).reason) == (ProposalState.REJECTED, "Keine Rechtsform.")
    assert memberships(kim) == []
    assert "Keine Rechtsform." in mails_to(kim)[0].body
    assert len(mails_to(kim)) == 1


def test_nobody_but_the_organiser_decides(people: tuple[Account, Account]) -> None:
    number, actor = propose(people[0]), factories.actor(people[0])
    for decide in (
        lambda: confirm(people[0], number),
        lambda: merge_body(Call(actor=actor, now=NOW, key=""), proposal_id=number, version=1, body=BOCHOLT),
        lambda: reject_body(Call(actor=actor, now=NOW, key=""), proposal_id=number, reason="Nein"),
        lambda: proposal_view(db.session(), actor=actor, proposal_id=number),
    ):
        with pytest.raises(NotFound):
            decide()
    assert row_of(number).state is ProposalState.WAITING


def test_two_decide_at_once_and_one_does(people: tuple[Account, Account], app: Any) -> None:
    kim, admin = people
    number, actor, barrier = propose(kim), factories.actor(admin), threading.Barrier(2)
    outcomes: list[str] = []

    def decide(act: Callable[[], object]) -> None:
        with app.app_context():
            barrier.wait()
            try:
                act()
                outcomes.append("done")
            except Refused as refusal:
                outcomes.append(refusal.reason)
            db.session.remove()

    acts = (
        lambda: confirm_body(Call(actor=actor, now=NOW, key="a"), proposal_id=number, version=1, typed=TYPED),
        lambda: reject_body(Call(actor=actor, now=NOW, key="b"), proposal_id=number, reason="Nein"),
    )
    threads = [threading.Thread(target=decide, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["done", "transition"]
    assert len(mails_to(kim)) == 1


def test_hostile_names_stay_text(people: tuple[Account, Account]) -> None:
    key = confirm(people[1], propose(people[0], replace(TYPED, name=HOSTILE)), replace(TYPED, name=HOSTILE))
    assert [hit.official_name for hit in search_bodies(db.session(), "script alert")] == [HOSTILE]
    assert db.session.get_one(RegisterBody, key).official_name == HOSTILE


def test_a_name_of_letters_that_grow_when_folded_is_still_stored(people: tuple[Account, Account]) -> None:
    name = " ".join("㏒㏄㏕ßäÄ" for _ in range(17))[:120]
    key = confirm(people[1], propose(people[0], replace(TYPED, name=name)), replace(TYPED, name=name))
    assert len(db.session.get_one(RegisterBody, key).search_name) <= 400


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"key": "05999999"}, "own_key"),
        ({"form": None}, "has_form"),
        ({"kind": BodyKind.MUNICIPALITY, "form": None}, "own_key"),
    ],
)
def test_the_database_keeps_the_two_namespaces_apart(change: dict[str, Any], fault: str) -> None:
    values = {"key": "KB0001", "kind": BodyKind.OTHER, "form": BodyForm.AOER} | change
    row = RegisterBody(name="X", official_name="X", search_name="x", government_region="", **values)
    with pytest.raises(DatabaseError, match=fault), write_session() as session:
        session.add(row)


def test_a_number_that_is_given_again_makes_no_second_body_of_the_same_key(people: tuple[Account, Account]) -> None:
    """The person's account is deleted, and the proposal with it; the body stays, and so does its key."""
    kim, admin = people
    first = confirm(admin, propose(kim))
    with write_session() as session:
        session.execute(delete(Account).where(Account.id == kim.id))
    other = replace(TYPED, name="Zweckverband Ostmünsterland")
    number = propose(factories.make_account("robin@zv-ost.example"), other)
    assert confirm(admin, number, other) not in {first, ""}
    db.session.rollback()
    assert db.session.get_one(RegisterBody, first).name == TYPED.name
