"""The organiser's page about one juror, and what the juror sees of it."""

from datetime import timedelta

import pytest

from ikz_award.models.editions.editions import Edition
from ikz_award.models.people.accounts import Account
from tests import factories
from tests.client import PageClient
from tests.factories import NOW
from tests.web.admin.world import World, make_world

STAND = "/verwaltung/runden/landespreis-2/bewertungsstand"


@pytest.fixture
def world(applicant: Account) -> World:
    world = make_world(applicant)
    with factories.write_session() as session:
        session.get_one(Edition, world.edition.id).scoring_closes_at = NOW + timedelta(days=1)
    return world


def test_more_time_is_shown_to_the_juror(client: PageClient, world: World, log_in) -> None:
    page = f"{STAND}/{world.juror}"
    assert client.submit_form(page, {"until": "", "reason": ""}, form="frist").status_code == 422
    typed = {"until": "2026-03-08T12:00", "reason": "Dienstreise bis <Freitag>"}
    assert client.submit_form(page, typed, form="frist").status_code == 302
    assert "Dienstreise bis &lt;Freitag&gt;" in client.get(page).text
    juror = log_in(world.jurors[0])
    for address in ("/jury/landespreis-2/beitraege", f"/jury/landespreis-2/beitraege/{world.entry.public_id}"):
        assert "8. März 2026" in juror.get(address).text
        assert "Dienstreise bis &lt;Freitag&gt;" in juror.get(address).text
    assert "8. März 2026" in juror.get("/jury/").text
    assert "Dienstreise" not in log_in(world.jurors[1]).get("/jury/landespreis-2/beitraege").text


def test_a_sheet_is_opened_again_with_a_reason_the_juror_reads(client: PageClient, world: World, log_in) -> None:
    page = f"{STAND}/{world.juror}/bogen/{world.entry.public_id}"
    assert client.submit_form(page, {"reason": "ok"}).status_code == 422
    assert client.submit_form(page, {"reason": "Falscher Beitrag bewertet."}).status_code == 302
    shown = log_in(world.jurors[0]).get(f"/jury/landespreis-2/beitraege/{world.entry.public_id}").text
    assert "Falscher Beitrag bewertet." in shown
    assert "Bogen abgeben" in shown


def test_reminding_from_the_overview(client: PageClient, world: World) -> None:
    page = f"{STAND}/{world.juror}/bogen/{world.entry.public_id}"
    assert "erinnern" not in client.get(STAND).text  # all is done
    client.submit_form(page, {"reason": "Falscher Beitrag bewertet."})
    for words in ("Ein Jurymitglied ist erinnert.", "Niemand wurde erinnert"):
        client.submit_form(STAND, {}, form="erinnern")
        assert words in client.get(STAND).text


def test_another_editions_juror_is_not_found(client: PageClient, world: World) -> None:
    assert client.get(f"{STAND}/9999").status_code == 404
    assert client.get(f"{STAND}/{world.juror}/bogen/gibtesnicht").status_code == 404


def test_the_closing_time_is_set_and_only_moves_on(client: PageClient, world: World) -> None:
    page = f"{STAND}/schluss"
    for wrong in ("", "2026-03-04T10:00", "2026-03-05T10:30"):  # nothing, the past, not after the closing time
        assert client.submit_form(page, {"until": wrong}).status_code == 422
    assert client.submit_form(page, {"until": "2026-03-20T18:00"}).status_code == 302
    assert "20. März 2026" in client.get(STAND).text
