"""What a confirmed body outside the register is: partner, lead, one behind whom municipalities stand; no dot on the map."""

import pytest
from sqlalchemy import select

from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.jury.bias import TieKind
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import Invalid
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.jury.jury import Juror, JurorTie
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import BodyKind, BodyMember, RegisterBody
from ikz_award.queries.entries.eligibility import findings_of
from ikz_award.queries.entries.form import form_of
from ikz_award.queries.jury.bias.hints import hints_by_entry
from ikz_award.queries.people.places import map_dots, places
from ikz_award.reports.fact_sheet import fact_sheet
from ikz_award.services.entries.entries import create_entry
from ikz_award.services.entries.partners import TypedPartner, add_partner, remove_partner
from ikz_award.services.people.body_facts import TypedBody
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import AHAUS, BOCHOLT, NOW
from tests.services.people.outside_bodies import TYPED, confirm, mails_to, propose

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def people() -> tuple[Account, Account]:
    return factories.make_account("kim@zv-west.example"), factories.make_account("komp@ikz.example", is_admin=True)


@pytest.fixture
def body(people: tuple[Account, Account]) -> str:
    return confirm(people[1], propose(people[0]))


@pytest.mark.parametrize(
    ("typed", "kind", "country"),
    [
        (TYPED, PartnerKind.PUBLIC_BODY, "DE"),
        (
            TypedBody(name="X GmbH", form="gmbh", seat="Bocholt", members="Bocholt", is_controlled=True),
            PartnerKind.PRIVATE_CONTROLLABLE,
            "DE",
        ),
        (TypedBody(name="Gemeente Aalten", form="abroad", country="NL"), PartnerKind.MUNICIPALITY, "NL"),
    ],
)
def test_as_a_partner_it_counts_as_municipal(
    people: tuple[Account, Account], typed: TypedBody, kind: PartnerKind, country: str
) -> None:
    key = confirm(people[1], propose(people[0], typed), typed)
    owner = factories.make_account("rat@bocholt.example", lead_key=BOCHOLT)
    entry = factories.make_entry(factories.make_edition(), created_by=owner, partners=())
    actor = factories.actor(owner)
    add_partner(Call(actor=actor, now=NOW, key=""), entry_id=entry.public_id, partner=TypedPartner(body_name=typed.name))
    db.session.rollback()
    row = db.session.scalars(select(Partner)).one()
    assert (row.body_key, row.kind, row.country) == (key, kind, country)
    assert verdict(entry, "two_partners") == "fulfilled"
    remove_partner(Call(actor=actor, now=NOW, key=""), entry_id=entry.public_id, partner_id=row.id)
    assert verdict(entry, "two_partners") == "open"


def verdict(entry: Entry, rule: str) -> str:
    db.session.rollback()
    found = {one.key: one.verdict.value for one in findings_of(db.session(), db.session.get_one(Entry, entry.id))}
    return found[rule]


def test_it_leads_an_entry_and_its_members_are_for_the_organiser_to_judge(people: tuple[Account, Account], body: str) -> None:
    edition, actor = factories.make_edition(), factories.actor(people[0])
    public_id = create_entry(Call(actor=actor, now=NOW, key=""), edition_slug=edition.slug, lead_key=body)
    entry = db.session.scalars(select(Entry).where(Entry.public_id == public_id)).one()
    assert verdict(entry, "two_partners") == "to_check"
    sheet = {fact.key: fact.value for fact in fact_sheet(db.session(), entry, form_of(db.session(), entry))}
    assert (sheet["responsible"], sheet["profile"]) == ("Zweckverband Westmünsterland", "Regierungsbezirk Münster")


def test_a_body_that_may_not_lead_does_not(people: tuple[Account, Account]) -> None:
    typed = TypedBody(name="Gemeente Aalten", form="abroad", country="NL")
    key = confirm(people[1], propose(people[0], typed), typed, may_lead=False)
    edition = factories.make_edition()
    with pytest.raises(Invalid) as refusal:
        create_entry(Call(actor=factories.actor(people[0]), now=NOW, key=""), edition_slug=edition.slug, lead_key=key)
    assert list(refusal.value.errors) == ["lead_key"]
    assert "als Partner" in mails_to(people[0])[0].body


def hints_of(entry: Entry, *, tie_key: str) -> list[tuple[str, str, str]]:
    """The hints of one juror, tied to `tie_key` alone."""
    juror = factories.make_juror(entry.edition, f"juror-{tie_key.lower()}@jury.example")
    with write_session() as session:
        seat = session.scalars(select(Juror).where(Juror.account_id == juror.id)).one()
        session.add(JurorTie(juror_id=seat.id, body_key=tie_key, kind=TieKind.EMPLOYER))
        session.flush()
        number = seat.id
    db.session.rollback()
    edition = db.session.get_one(Entry, entry.id).edition
    found = hints_by_entry(db.session(), edition=edition, juror_id=number, entry_ids=[entry.id])[entry.id]
    return [(one.hint.reason.value, one.name, one.tie_name) for one in found]


def test_bias_is_asked_of_the_body_and_its_members_not_of_their_districts(people: tuple[Account, Account], body: str) -> None:
    entry = factories.make_entry(
        factories.make_edition(phase=Phase.JUDGING),
        created_by=people[0],
        status=EntryStatus.ADMITTED,
        lead_key="05112000",
        partners=(body,),
    )
    name = "Zweckverband Westmünsterland"
    assert hints_of(entry, tie_key=body) == [("own_partner", name, name)]
    assert hints_of(entry, tie_key=BOCHOLT) == [("own_partner", name, "Stadt Bocholt")]
    # The district lies around the members, and Gronau beside them; neither stands behind the body.
    assert hints_of(entry, tie_key="05554") == hints_of(entry, tie_key=factories.GRONAU) == hints_of(entry, tie_key="LWL") == []


def test_a_body_of_all_municipalities_is_no_hint_for_any_of_them(people: tuple[Account, Account], body: str) -> None:
    with write_session() as session:
        kinds = (BodyKind.MUNICIPALITY, BodyKind.INDEPENDENT_CITY)
        there = set(session.scalars(select(BodyMember.member_key)))
        everybody = set(session.scalars(select(RegisterBody.key).where(RegisterBody.kind.in_(kinds))))
        session.add_all(BodyMember(body_key=body, member_key=key) for key in sorted(everybody - there) if key != "05112000")
    entry = factories.make_entry(
        factories.make_edition(phase=Phase.JUDGING),
        created_by=people[0],
        status=EntryStatus.ADMITTED,
        lead_key=body,
        partners=(),
    )
    assert hints_of(entry, tie_key=BOCHOLT)  # one municipality stands apart: belonging says something
    with write_session() as session:
        session.add(BodyMember(body_key=body, member_key="05112000"))
    assert hints_of(entry, tie_key=AHAUS) == []
    assert [reason for reason, *_ in hints_of(entry, tie_key=body)] == ["own_lead"]


def test_a_body_without_a_place_is_not_on_the_map(body: str) -> None:
    assert len(map_dots(db.session())) == len(places(db.session())) - len(
        {one.key for one in places(db.session()) if one.is_mean}
    )
    assert body not in {place.key for place in places(db.session())}
