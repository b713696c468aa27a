"""Before scoring is closed, no page of the organiser says anything about points."""

import pytest
from flask import Flask, url_for

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.services.record.intention import AuditLine, append_audit
from tests import factories
from tests.client import PageClient
from tests.factories import NOW
from tests.web.admin.world import TELLTALES, World, admin_rules, make_world


@pytest.fixture
def world(applicant: Account) -> World:
    """With a line in the audit log for the sheet, as the service for score sheets writes it."""
    world = make_world(applicant)
    with factories.write_session() as session:
        line = AuditLine(
            action="sheet.submit",
            subject="sheet:1",
            edition_id=world.edition.id,
            new={"entry": world.entry.id, "points": {"novelty": "7.31"}, "reasons": {"novelty": "Begründung 7.31"}},
        )
        append_audit(session, line, actor=SYSTEM, now=NOW)
        # The worst case: a line that does not even say which edition it belongs to.
        line = AuditLine(action="sheet.save", subject="sheet:2", new={"points": {"innovation": "8.69"}})
        append_audit(session, line, actor=SYSTEM, now=NOW)
    return world


def pages(app: Flask, world: World, client: PageClient) -> dict[str, tuple[int, str]]:
    """Address → (status, page) of every page that can be looked at."""
    with app.test_request_context():
        addresses = [
            url_for(rule.endpoint, **world.arguments(rule)) for rule in admin_rules(app) if "GET" in (rule.methods or set())
        ]
    found = {}
    for address in [*addresses, f"/verwaltung/pruefprotokoll?gegenstand=entry:{world.entry.id}"]:
        response = client.get(address)
        found[address] = (response.status_code, response.text)
    return found


def test_no_page_shows_points_while_scoring_is_open(app: Flask, client: PageClient, world: World) -> None:
    for address, (status, page) in pages(app, world, client).items():
        assert status in (200, 302, 403, 404), address
        for telltale in (*TELLTALES, "Begründung 7"):
            assert telltale not in page, (address, telltale)


def test_ranking_decision_and_report_are_refused_while_scoring_is_open(app: Flask, client: PageClient, world: World) -> None:
    found = pages(app, world, client)
    for part in (
        "rangfolge",
        "rangfolge/pflichtaufgaben",
        "entscheidung/pflichtaufgaben",
        "bericht",
        f"bericht/{world.job}/datei",
    ):
        assert found[f"/verwaltung/runden/landespreis-2/{part}"][0] == 403


def test_the_same_pages_show_points_once_scoring_is_closed(app: Flask, client: PageClient, world: World) -> None:
    factories.set_phase(world.edition, Phase.DELIBERATION)
    db.session.rollback()
    page = client.get("/verwaltung/runden/landespreis-2/rangfolge/pflichtaufgaben").text
    for telltale in ("7,31", "6,47", "8,69", "Begründung 7.31"):
        assert telltale in page
    assert "7.31" in client.get("/verwaltung/pruefprotokoll?vorgang=sheet.submit").text


def test_the_second_round_hides_even_the_points_of_the_first(
    app: Flask, client: PageClient, world: World, applicant: Account
) -> None:
    """The shortlist rests on points that the organiser has seen; while the jury scores again, no page repeats them."""
    telltales = (*TELLTALES, "6403/1000")
    second = factories.make_entry(
        world.edition,
        created_by=applicant,
        status=EntryStatus.ADMITTED,
        title="Anderer Beitrag",
        lead_key=factories.GRONAU,
    )
    for juror in world.jurors:
        factories.make_sheet(second, juror, ("1", "1", "1"))
    factories.set_phase(world.edition, Phase.DELIBERATION)
    address = "/verwaltung/runden/landespreis-2/engere-wahl/pflichtaufgaben"
    preview = f"{address}?rule=top&places=1"
    assert "6,40" in client.get(preview).text
    answer = client.submit_form(preview, {"reason": "Die Besten kommen weiter."}, form="festlegen")
    assert answer.status_code == 303
    assert "6,40" in client.get(address).text
    step = client.submit_form(
        "/verwaltung/runden/landespreis-2/schritt/bewertung", {"reason": "Die zweite Runde beginnt."}, form=None
    )
    assert step.status_code == 302
    page = client.get(address).text
    assert "Nicht in der engeren Wahl" in page
    for place, (_, text) in pages(app, world, client).items():
        assert not any(telltale in text for telltale in telltales), place


def test_reopened_scoring_hides_everything_again(app: Flask, client: PageClient, world: World) -> None:
    factories.set_phase(world.edition, Phase.DELIBERATION)
    client.get("/verwaltung/runden/landespreis-2/rangfolge/pflichtaufgaben")
    factories.set_phase(world.edition, Phase.JUDGING)
    for address, (_, page) in pages(app, world, client).items():
        assert not any(telltale in page for telltale in TELLTALES), address
