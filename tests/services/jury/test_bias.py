"""Ties, hints and what is decided about them."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.jury.bias import TieKind
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.jury.bias import HintDecision, HintOutcome, Ruling
from ikz_award.models.jury.jury import JurorTie, Recusal, ScoreSheet
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.queries.jury.bias.hints import entry_hints
from ikz_award.queries.jury.bias.record import denials, open_hints, recorded_recusals
from ikz_award.services.jury.bias import deny_hints, rule_on_denial
from ikz_award.services.jury.jury import declare_recusal, withdraw_recusal
from ikz_award.services.jury.sheets.desk import TypedSheet
from ikz_award.services.jury.sheets.scoring import abstain, save_sheet
from ikz_award.services.jury.ties import add_tie, end_tie, remove_tie
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.conftest import NOW

KREIS_BORKEN, STAEDTEREGION, AACHEN, DUISBURG = "05554", "05334", "05334002", "05112000"
POINTS = TypedSheet(points={}, reasons={})


@pytest.fixture
def panel(app: Any) -> SimpleNamespace:
    edition = factories.make_edition(phase=Phase.JUDGING)
    applicant = factories.make_account("antrag@example.org")
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    other = factories.make_entry(
        edition, created_by=applicant, status=EntryStatus.ADMITTED, lead_key=DUISBURG, partners=(), title="Anderer"
    )
    anna = factories.make_juror(edition, "anna@example.org")
    chair = factories.make_juror(edition, "vorsitz@example.org", role=PanelRole.CHAIR)
    organiser = factories.make_account("komp@example.org", is_admin=True)
    return SimpleNamespace(
        edition=edition,
        slug=edition.slug,
        entry=entry,
        entry_id=entry.public_id,
        other_id=other.public_id,
        anna=factories.actor(anna),
        chair=factories.actor(chair),
        organiser=factories.actor(organiser),
        applicant=applicant,
    )


def tie(panel: SimpleNamespace, key: str, kind: TieKind = TieKind.MANDATE, *, who: Any = None, **ended: date) -> None:
    actor = who or panel.anna
    add_tie(
        Call(actor=actor, now=NOW, key=f"tie-{actor.account_id}-{key}-{kind}"),
        edition_slug=panel.slug,
        body_key=key,
        kind=kind,
        **ended,
    )


def hints(panel: SimpleNamespace, entry_id: str, who: Any = None) -> list[tuple[str, str, bool]]:
    db.session.rollback()
    seat = (who or panel.anna).seat(panel.edition.id)
    entry = db.session.scalars(select(Entry).where(Entry.public_id == entry_id)).one()
    return [(one.hint.reason.value, one.name, one.is_open) for one in entry_hints(db.session(), entry=entry, seat=seat)]


def codes(panel: SimpleNamespace, who: Any = None) -> list[str]:
    db.session.rollback()
    seat = (who or panel.anna).seat(panel.edition.id)
    entry = db.session.get_one(Entry, panel.entry.id)
    return [one.hint.code for one in entry_hints(db.session(), entry=entry, seat=seat)]


def deny(panel: SimpleNamespace, *, who: Any = None, key: str = "deny", chosen: list[str] | None = None) -> HintDecision:
    actor = who or panel.anna
    wanted = codes(panel, actor) if chosen is None else chosen
    deny_hints(Call(actor=actor, now=NOW, key=key), entry_id=panel.entry_id, codes=wanted, reason="Nur ein Ehrenamt.")
    db.session.rollback()
    seat = actor.seat(panel.edition.id)
    return db.session.scalars(select(HintDecision).where(HintDecision.juror_id == seat.juror_id)).first()


def rule(panel: SimpleNamespace, decision: str, ruling: Ruling, *, who: Any = None, key: str = "rule") -> None:
    rule_on_denial(
        Call(actor=who or panel.chair, now=NOW, key=key),
        edition_slug=panel.slug,
        decision_id=decision,
        ruling=ruling,
        reason="Das Mandat betrifft die Sache.",
    )
    db.session.rollback()


def save(panel: SimpleNamespace, entry_id: str, key: str = "save") -> None:
    save_sheet(Call(actor=panel.anna, now=NOW, key=key), entry_id=entry_id, typed=POINTS)


def count(model: Any) -> int:
    db.session.rollback()
    return len(db.session.scalars(select(model)).all())


def test_an_undecided_hint_stops_scoring_of_this_entry_alone(panel):
    tie(panel, factories.BOCHOLT)
    with pytest.raises(Refused, match="ob Sie befangen sind") as error:
        save(panel, panel.entry_id)
    assert error.value.reason == "jury.give_points"
    save(panel, panel.other_id, "save-2")
    abstain(Call(actor=panel.anna, now=NOW, key="abstain"), entry_id=panel.entry_id, reason="Keine Sachkunde")


def test_hints_of_nrw(panel):
    tie(panel, KREIS_BORKEN)
    assert hints(panel, panel.entry_id) == [
        ("same_district", "Kreis Borken", True),
    ]
    region = factories.make_entry(
        panel.edition, created_by=panel.applicant, status=EntryStatus.ADMITTED, lead_key=AACHEN, partners=()
    )
    with write_session() as session:
        stored = session.get_one(Entry, region.id)
        stored.status = EntryStatus.DRAFT
        session.flush()
        partner = Partner(entry_id=region.id, name="Gemeente Winterswijk", country="NL", kind="municipality", position=5)
        session.add(partner)
        session.flush()
        stored.status = EntryStatus.ADMITTED
    assert hints(panel, region.public_id) == []
    tie(panel, STAEDTEREGION, TieKind.EMPLOYER)
    assert [(reason, is_open) for reason, _, is_open in hints(panel, region.public_id)] == [("same_district", True)]
    tie(panel, "LVR", TieKind.EMPLOYER)
    assert len(hints(panel, region.public_id)) == 1


def test_a_former_office_needs_its_end_and_counts_for_five_years_before_the_deadline(panel):
    with pytest.raises(Invalid, match="wann dieses Amt endete"):
        tie(panel, factories.BOCHOLT, TieKind.FORMER_OFFICE)
    with pytest.raises(Invalid, match="Zukunft"):
        tie(panel, factories.BOCHOLT, TieKind.FORMER_OFFICE, ended_on=date(2027, 1, 1))
    add_tie(
        Call(actor=panel.anna, now=NOW, key="old"),
        edition_slug=panel.slug,
        body_key=factories.BOCHOLT,
        kind=TieKind.FORMER_OFFICE,
        ended_on=date(2021, 3, 1),
    )
    assert hints(panel, panel.entry_id) == []  # the deadline is 14 March 2026
    with write_session() as session:
        [row] = session.scalars(select(JurorTie))
    end_tie(Call(actor=panel.anna, now=NOW, key="end"), edition_slug=panel.slug, tie_id=row.id, ended_on=date(2021, 3, 14))
    assert hints(panel, panel.entry_id)[0][:2] == ("own_lead", "Stadt Bocholt")


def test_ties_are_their_jurors_alone_and_close_with_scoring(panel):
    tie(panel, factories.BOCHOLT)
    with pytest.raises(Invalid, match="schon in Ihrer Liste"):
        add_tie(
            Call(actor=panel.anna, now=NOW, key="again"),
            edition_slug=panel.slug,
            body_key=factories.BOCHOLT,
            kind=TieKind.MANDATE,
        )
    tie(panel, factories.BOCHOLT, TieKind.RESIDENCE)
    rows = db.session.scalars(select(JurorTie).order_by(JurorTie.id)).all()
    with pytest.raises(NotFound):
        remove_tie(Call(actor=panel.chair, now=NOW, key="x"), edition_slug=panel.slug, tie_id=rows[0].id)
    remove_tie(Call(actor=panel.anna, now=NOW, key="y"), edition_slug=panel.slug, tie_id=rows[0].id)
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    with pytest.raises(Refused):
        remove_tie(Call(actor=panel.anna, now=NOW, key="z"), edition_slug=panel.slug, tie_id=rows[1].id)
    assert count(JurorTie) == 1


def test_a_denial_opens_the_sheet_and_another_tie_asks_again(panel):
    tie(panel, factories.BOCHOLT, TieKind.RESIDENCE)
    deny(panel)
    save(panel, panel.entry_id)
    tie(panel, factories.BOCHOLT, TieKind.EMPLOYER)
    with pytest.raises(Refused):
        save_sheet(
            Call(actor=panel.anna, now=NOW, key="s2"),
            entry_id=panel.entry_id,
            typed=TypedSheet(points={}, reasons={}, version=1),
        )


def test_only_hints_that_are_there_are_denied_and_with_a_reason(panel):
    tie(panel, factories.BOCHOLT)
    with pytest.raises(Refused, match="geändert"):
        deny(panel, chosen=["own_lead:05112000:05112000:mandate"])
    with pytest.raises(Invalid, match="zu welchem Hinweis"):
        deny(panel, chosen=[])
    with pytest.raises(Invalid, match="nicht befangen"):
        deny_hints(Call(actor=panel.anna, now=NOW, key="w"), entry_id=panel.entry_id, codes=codes(panel), reason=" ")
    assert count(HintDecision) == 0
    # One of two denied: the other still stops the sheet.
    deny(panel, chosen=codes(panel)[:1])
    with pytest.raises(Refused):
        save(panel, panel.entry_id)


def test_declaring_answers_the_hints_and_taking_it_back_asks_again(panel):
    tie(panel, factories.BOCHOLT)
    declare_recusal(Call(actor=panel.anna, now=NOW, key="d"), entry_id=panel.entry_id, reason="Ich bin im Rat.")
    db.session.rollback()
    assert {row.outcome for row in db.session.scalars(select(HintDecision))} == {HintOutcome.BIASED}
    with pytest.raises(NotFound):
        save(panel, panel.entry_id)
    withdraw_recusal(Call(actor=panel.anna, now=NOW, key="w"), entry_id=panel.entry_id)
    assert all(is_open for _, _, is_open in hints(panel, panel.entry_id))


def test_overruling_recuses_and_is_not_the_jurors_to_take_back(panel):
    tie(panel, factories.BOCHOLT)
    decision = deny(panel).public_id
    factories.make_sheet(panel.entry, db.session.get_one(factories.Account, panel.anna.account_id), ("7", "7", "7"))
    rule(panel, decision, Ruling.OVERRULED)
    sheet = db.session.scalars(select(ScoreSheet)).one()
    assert sheet.status is SheetStatus.DRAFT
    with pytest.raises(NotFound):
        save(panel, panel.entry_id)
    with pytest.raises(Refused) as error:
        withdraw_recusal(Call(actor=panel.anna, now=NOW, key="w"), entry_id=panel.entry_id)
    assert error.value.reason == "overruled"
    db.session.rollback()
    [recorded] = recorded_recusals(db.session(), edition=edition_by_slug(db.session(), panel.slug))
    assert (recorded.decided_by, recorded.is_own, recorded.reason) == ("Vorsitz", False, "Das Mandat betrifft die Sache.")
    row = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "bias.rule")).one()
    assert (row.old["recused"], row.new["recused"], row.new["ruling"]) == (False, True, "overruled")
    rule(panel, decision, Ruling.CONFIRMED, key="rule-2")
    assert count(Recusal) == 0


def test_nobody_rules_on_their_own_denial_nor_where_they_are_recused(panel):
    tie(panel, factories.BOCHOLT)
    tie(panel, factories.BOCHOLT, who=panel.chair)
    own, hers = deny(panel, who=panel.chair, key="c").public_id, deny(panel).public_id
    for who, decision in ((panel.chair, own), (panel.anna, own), (panel.anna, hers)):
        with pytest.raises(NotFound):
            rule(panel, decision, Ruling.CONFIRMED, who=who, key=f"{who.account_id}{decision}")
    edition = edition_by_slug(db.session(), panel.slug)
    assert {row.juror_id for row in denials(db.session(), actor=panel.chair, edition=edition)} == {
        panel.anna.seat(edition.id).juror_id
    }
    rule(panel, own, Ruling.OVERRULED, who=panel.organiser, key="o")
    with pytest.raises(NotFound):  # the chair is recused now
        rule(panel, hers, Ruling.CONFIRMED, key="x")
    edition = edition_by_slug(db.session(), panel.slug)
    assert denials(db.session(), actor=panel.chair, edition=edition) == []
    rule(panel, hers, Ruling.CONFIRMED, who=panel.organiser, key="y")


def test_open_hints_are_listed_until_they_are_decided(panel):
    tie(panel, factories.BOCHOLT)
    edition = edition_by_slug(db.session(), panel.slug)
    assert [(one.juror, one.stated.name) for one in open_hints(db.session(), edition=edition)] == [
        ("Anna", "Stadt Bocholt"),
        ("Anna", "Kreis Borken"),
    ]
    deny(panel)
    edition = edition_by_slug(db.session(), panel.slug)
    assert open_hints(db.session(), edition=edition) == []


def test_decisions_close_with_scoring_in_the_database_too(panel):
    tie(panel, factories.BOCHOLT)
    decision = deny(panel).public_id
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    with pytest.raises(Refused, match="solange die Bewertung läuft"):
        rule(panel, decision, Ruling.OVERRULED)
    with pytest.raises(DatabaseError, match="scoring is closed"), write_session() as session:
        session.execute(update(HintDecision).values(reason="anders"))
