"""The server is killed in the middle of a secret vote: what was voted counts, nobody votes twice, the meeting goes on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, expect

from ikz_award.demo.accounts import DEMO_PASSWORD, JURORS, ORGANISER
from tests.e2e.browser import log_in
from tests.e2e.person import Person
from tests.e2e.server import Served

pytestmark = pytest.mark.browser
ROUND = "/verwaltung/runden/landespreis-1"
VOTE = "/jury/landespreis-1/sitzung"
CATEGORY = "krise"


@pytest.fixture
def people(browser: Browser, application: Served) -> Iterator[dict[str, Person]]:
    """The organiser and the five jurors, each in a browser of their own."""
    found = {}
    for email in (ORGANISER, *(juror.email for juror in JURORS)):
        found[email] = Person(browser, application.url, axe=email in (ORGANISER, JURORS[0].email))
        log_in(found[email].page, email, DEMO_PASSWORD)
    yield found
    for person in found.values():
        person.leave()


def close_scoring(organiser: Person) -> None:
    organiser.go(f"{ROUND}/schritt/beratung")
    form = organiser.page.locator("main form.ikz-form")
    if form.locator("textarea").count():
        organiser.fill(form.locator("textarea"), "Für die Sitzung wird die Bewertung geschlossen.")
    for box in form.locator('input[type="checkbox"]').all():
        organiser.tick(box)
    organiser.activate(form.locator('button[type="submit"]').first)


def vote(person: Person, choice: str) -> None:
    person.go(VOTE)
    person.press(choice)
    person.sees("Sie haben geheim abgestimmt.")


def test_a_killed_server_loses_no_vote(people: dict[str, Person], application: Served) -> None:
    organiser, *jurors = people.values()
    close_scoring(organiser)
    organiser.go(f"{ROUND}/sitzung")
    organiser.press("Sitzung eröffnen")
    for box in organiser.page.get_by_role("checkbox").all():
        organiser.tick(box)
    organiser.press("Anwesenheit vermerken")
    organiser.go(f"{ROUND}/sitzung/{CATEGORY}")
    organiser.page.get_by_label("Beitrag (bei Preis und Anerkennung)").select_option(index=1)
    organiser.tick("Geheim abstimmen")
    organiser.press("Zur Abstimmung stellen")
    for juror in jurors[:3]:
        vote(juror, "Ja")
    fourth, fifth = jurors[3:]
    fourth.go(VOTE)
    application.server.kill()
    try:
        with pytest.raises(Error):
            fourth.page.goto(VOTE)
    finally:
        application.server.start()

    # Nobody has to log in again; who had voted has voted, and the others vote now.
    jurors[0].go(VOTE)
    jurors[0].sees("Sie haben geheim abgestimmt.")
    for juror in (fourth, fifth):
        vote(juror, "Nein")
    organiser.go(f"{ROUND}/sitzung/{CATEGORY}")
    organiser.sees("Abgestimmt haben 5 von 5")
    organiser.press("Schließen und zählen")
    expect(organiser.page.locator("main")).to_contain_text(re.compile("3 ja, 2 nein"))
