"""An edition's steps in the browser."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror
from ikz_award.models.jury.oversight import ScoringExtension
from ikz_award.models.people.accounts import Account
from ikz_award.queries.record.phase_history import phase_history
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.client import PageClient, form_fields
from tests.factories import NOW

EDITION = "/verwaltung/runden/landespreis-2/"
REASON = "Der Wettbewerb wird auf Bitte der Kommunen verkürzt."


def phase(edition: Edition) -> Phase:
    return factories.value_of(Edition, edition, "phase")


def test_closing_early_asks_for_a_reason_and_keeps_it(client: PageClient) -> None:
    edition = factories.make_edition()
    assert "Bewerbungsphase schließen" in client.get(EDITION).text
    answer = client.submit_form(f"{EDITION}schritt/vorpruefung", {"reason": "kurz"})
    assert answer.status_code == 422
    assert "kurz" in answer.text
    assert phase(edition) is Phase.OPEN
    assert client.submit_form(f"{EDITION}schritt/vorpruefung", {"reason": REASON}).status_code == 302
    assert phase(edition) is Phase.SCREENING
    page = client.get(EDITION).text
    assert REASON in page
    assert "Toni Tester" in page


def test_an_obstacle_is_named_and_leads_to_its_remedy(client: PageClient, applicant: Account) -> None:
    edition = factories.make_edition(phase=Phase.SCREENING)
    factories.make_entry(edition, created_by=applicant, status=EntryStatus.SUBMITTED)
    page = client.get(EDITION).text
    assert "Nicht jeder eingereichte Beitrag ist zugelassen oder ausgeschlossen." in page
    assert "/beitraege?stand=submitted" in page
    page = client.get(f"{EDITION}schritt/bewertung").text
    assert 'name="seen"' not in page
    assert "Der Jury gehört noch niemand an." in page


@pytest.fixture
def judging(applicant: Account) -> Edition:
    edition = factories.make_edition(phase=Phase.JUDGING)
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    first, second = (factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben"))
    factories.make_sheet(entry, first, ("8", "6", "7"))
    factories.make_sheet(entry, second, ("1", "1", "1"), status=SheetStatus.DRAFT)
    return edition


def test_closing_scoring_shows_who_owes_sheets(client: PageClient, judging: Edition) -> None:
    assert "Es fehlt noch ein Bewertungsbogen." in client.get(EDITION).text
    page = client.get(f"{EDITION}schritt/beratung").text
    assert "Ben" in page
    assert "Mir ist bekannt, dass ein Bewertungsbogen fehlt." in page
    answer = client.submit_form(f"{EDITION}schritt/beratung", {})
    assert answer.status_code == 422
    assert phase(judging) is Phase.JUDGING
    answer = client.submit_form(f"{EDITION}schritt/beratung", {"has_seen_missing": "y"})
    assert answer.status_code == 302
    assert phase(judging) is Phase.DELIBERATION


def test_publishing_shows_what_becomes_public(app: Flask, client: PageClient, judging: Edition, organiser: Account) -> None:
    factories.set_phase(judging, Phase.DELIBERATION)
    category = db.session.query(Category).filter_by(key="pflichtaufgaben").one()
    winner = db.session.query(Entry).one().public_id
    decision = DecisionText(
        winner=winner,
        reason="Nur ein Bogen lag vor; im Gespräch fiel die Wahl einmütig. " * 2,
        public_text="Vorbild für alle.",
        is_confirmed=True,
    )
    record_decision(
        Call(actor=factories.actor(organiser), now=NOW, key="d"), category_id=category.id, version=None, decision=decision
    )
    client.submit_form(f"{EDITION}schritt/entschieden", {})
    page = client.get(f"{EDITION}schritt/veroeffentlicht").text
    assert "noch nicht besiegelt" in page
    assert f"{EDITION}siegel" in page
    factories.seal_result(judging, factories.actor(organiser))
    page = client.get(f"{EDITION}schritt/veroeffentlicht").text
    for text in ("Gemeinsame Vergabestelle", "Stadt Bocholt", "10.000", "Vorbild für alle.", "muss wieder geöffnet werden"):
        assert text in page
    assert "einmütig" not in page
    client.submit_form(f"{EDITION}schritt/veroeffentlicht", {})
    assert phase(judging) is Phase.PUBLISHED
    assert factories.value_of(Edition, judging, "published_at") == NOW


def test_a_step_that_is_no_longer_there_leads_back(client: PageClient) -> None:
    factories.make_edition(phase=Phase.SCREENING)
    answer = client.get(f"{EDITION}schritt/vorpruefung", follow_redirects=True)
    assert "Dieser Schritt ist schon getan" in answer.text
    answer = client.get(f"{EDITION}schritt/veroeffentlicht", follow_redirects=True)
    assert "Dieser Schritt ist jetzt nicht möglich: Die Wettbewerbsrunde steht bei „Vorprüfung“." in answer.text
    assert client.get(f"{EDITION}schritt/irgendwohin").status_code == 404


def test_the_same_form_twice_is_one_step(client: PageClient) -> None:
    edition = factories.make_edition()
    action, fields = form_fields(client.get(f"{EDITION}schritt/vorpruefung").text, None)
    fields["reason"] = REASON
    for _ in range(3):
        assert client.post(action or f"{EDITION}schritt/vorpruefung", data=fields).status_code == 302
    db.session.rollback()
    assert len(phase_history(db.session(), edition_id=edition.id)) == 1


def test_closing_scoring_says_who_has_more_time(client: PageClient, organiser: Account, applicant: Account) -> None:
    edition = factories.make_edition(phase=Phase.JUDGING)
    factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    factories.make_juror(edition, "ada@jury.example")
    assert "abgeschnitten" not in client.get(f"{EDITION}schritt/beratung").text
    juror = db.session.scalars(select(Juror)).one()
    with write_session() as session:
        session.add(
            ScoringExtension(
                juror_id=juror.id,
                closes_at=NOW + timedelta(days=3),
                reason="Krank gewesen.",
                granted_by=organiser.id,
                granted_at=NOW,
            )
        )
    page = client.get(f"{EDITION}schritt/beratung").text
    assert "Ada hat noch Zeit bis zum" in page
