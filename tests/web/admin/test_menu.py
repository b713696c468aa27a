"""The menu above an edition's pages: every page has its place, and what waits is counted."""

import re

import pytest
from flask import Flask

from ikz_award.blueprints.admin.menu import STEPS
from ikz_award.blueprints.admin.year import YEAR
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from tests import factories
from tests.client import PageClient

EDITION = "/verwaltung/runden/landespreis-2/"
# Of an entry or one of its texts: they belong to the entries, which need not name each of them.
OF_ENTRIES = re.compile(r"/runden/<slug>/(beitraege|beitrag|anlagen)")

# Shown on walls and papers, or files: they have no menu.
WITHOUT_MENU = {
    "admin.projector", "admin.report_progress", "admin.download_payments", "admin.sealed_result", "admin.download_report",
    "admin.download_edition",
}  # fmt: skip


def test_every_page_of_an_edition_has_its_place(app: Flask) -> None:
    """Or the menu would show the person somewhere else than where they are."""
    placed = {endpoint for station in YEAR for page in station.pages for endpoint in (page.endpoint, *page.homes)} | set(STEPS)
    pages = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/verwaltung/runden/<slug>")
        and "GET" in (rule.methods or ())
        and not OF_ENTRIES.search(rule.rule)
    }
    assert pages - placed <= WITHOUT_MENU
    assert all(endpoint in app.view_functions for endpoint in placed)


def test_no_endpoint_has_two_places() -> None:
    placed = [endpoint for station in YEAR for page in station.pages for endpoint in (page.endpoint, *page.homes)]
    assert len(placed) == len(set(placed))


def test_the_turn_of_every_phase_but_the_last_is_shown_once() -> None:
    turns = [phase for station in YEAR for phase in station.phases]
    assert turns == [phase for phase in Phase if phase is not Phase.ARCHIVED]


@pytest.mark.parametrize(("phase", "station"), [(Phase.PREPARATION, "Vorbereiten"), (Phase.SCREENING, "Prüfen")])
def test_the_station_whose_turn_it_is_says_so(client: PageClient, phase: Phase, station: str) -> None:
    factories.make_edition(phase=phase)
    shown = re.findall(r">([^<>]+) <span class=\"ikz-menu__now\">", client.get(EDITION).text)
    assert shown == [station]


def test_entries_to_check_are_counted_where_they_wait(client: PageClient) -> None:
    edition, somebody = factories.make_edition(phase=Phase.SCREENING), factories.make_account("kommune@example.org")
    for status in (EntryStatus.SUBMITTED, EntryStatus.SUBMITTED, EntryStatus.ADMITTED):
        factories.make_entry(edition, created_by=somebody, status=status)
    db.session.commit()
    page = client.get(f"{EDITION}regeln").text
    assert re.search(r'Prüfen <span class="ikz-menu__count">2<', page)
    assert re.search(r'Beiträge <span class="ikz-menu__count">2<', client.get(f"{EDITION}beitraege").text)


def test_a_station_without_pages_yet_is_no_link(client: PageClient) -> None:
    factories.make_edition(phase=Phase.OPEN)
    page = client.get(EDITION).text
    assert '<span class="ikz-menu__later">Veröffentlichen' in page
    assert re.search(r'<a href="[^"]*/angaben">Vorbereiten', page)


def test_a_refused_form_stands_where_its_page_does(client: PageClient) -> None:
    """It is answered at an address of its own, which has no place in the menu."""
    factories.make_edition(phase=Phase.JUDGING)
    answer = client.submit_form(f"{EDITION}jury", {"email": "keine-adresse", "name": "Ada"}, form="mitglied")
    assert answer.status_code == 422
    assert re.search(r'aria-current="true">Vorbereiten', answer.text)
