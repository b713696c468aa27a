"""The first hour: what is missing until the first edition can open, with links, until one has."""

import re

from flask import Flask
from sqlalchemy import update

from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.people.register import RegisterBody
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient

HEADING = "Bis die erste Runde öffnen kann"


def tasks(client: PageClient) -> dict[str, tuple[str, str]]:
    """Title → (where it leads, its state) as the start page says."""
    page = client.get("/verwaltung/").text
    if HEADING not in page:
        return {}
    rows = re.findall(r'<li class="ikz-task">(.*?)</li>', page, re.S)
    found = {}
    for row in rows:
        title = re.search(r'ikz-task__(?:link" href="([^"]*)|title)">([^<]*)<', row)
        state = re.search(r'ikz-task__state">.*?>([^<>]+)</', row, re.S)
        assert title
        assert state
        found[title[2]] = (title[1] or "", state[1].strip())
    return found


def test_an_empty_installation_says_what_to_do_first(client: PageClient) -> None:
    found = tasks(client)
    assert list(found) == [
        "Verzeichnis der Kommunen", "Einwohnerzahl und Fläche", "Wettbewerbsrunde anlegen", "Einsendeschluss in der Zukunft",
        "E-Mails werden versandt", "Erste Sicherung", "Bewerbungsphase öffnen",
    ]  # fmt: skip
    done = {title for title, (_url, state) in found.items() if state == "Vollständig"}
    assert done == {"Verzeichnis der Kommunen"}, found
    assert found["Wettbewerbsrunde anlegen"][0] == "/verwaltung/neue-runde"
    assert found["Einwohnerzahl und Fläche"][0] == "/verwaltung/verzeichnis"
    assert found["Bewerbungsphase öffnen"][0] == ""


def test_with_everything_there_it_leads_to_the_opening_and_then_goes_away(client: PageClient, app: Flask) -> None:
    edition = factories.make_edition(phase=Phase.PREPARATION)
    app.config["SMTP_SERVER"] = "localhost:25"
    with write_session() as session:
        session.execute(update(RegisterBody).values(population=1, area_hectares=1))
    found = tasks(client)
    assert {title for title, (_url, state) in found.items() if state != "Vollständig"} == {
        "Erste Sicherung", "Bewerbungsphase öffnen",
    }  # fmt: skip
    opening = found["Bewerbungsphase öffnen"][0]
    assert client.get(opening).status_code == 200
    factories.set_phase(edition, Phase.OPEN)
    assert tasks(client) == {}


def test_what_is_only_wished_for_does_not_stand_in_the_way(client: PageClient) -> None:
    """The edition's own page opens without mails, figures and backup, and on its day it opens by itself."""
    factories.make_edition(phase=Phase.PREPARATION)
    assert tasks(client)["Bewerbungsphase öffnen"][0]
