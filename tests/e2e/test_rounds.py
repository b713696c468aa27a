"""Two rounds as people walk them: scored, closed, a shortlist, scored again, closed, ranked; axe looks at every page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from ikz_award.demo.accounts import DEMO_PASSWORD, JURORS, ORGANISER
from tests.e2e.driver.browser import log_in
from tests.e2e.driver.person import Person
from tests.e2e.driver.server import Served
from tests.e2e.test_meeting import close_scoring

pytestmark = pytest.mark.browser
ROUND = "/verwaltung/runden/landespreis-1"
LIST = "/jury/landespreis-1/beitraege"
CATEGORY = "krise"
NEW_REASON = "Im Vergleich der engeren Wahl sehe ich das anders."


@pytest.fixture
def people(browser: Browser, application: Served) -> Iterator[tuple[Person, Person]]:
    """The organiser, and the chair of the jury."""
    found = []
    for email in (ORGANISER, JURORS[0].email):
        found.append(Person(browser, application.url, axe=True))
        log_in(found[-1].page, email, DEMO_PASSWORD)
    yield found[0], found[1]
    for person in found:
        person.leave()


def draw_shortlist(organiser: Person) -> tuple[list[str], list[str]]:
    """By rule, with one entry taken in against it; the public ids of who stays and who does not."""
    organiser.go(f"{ROUND}/engere-wahl")
    organiser.go(f"{ROUND}/engere-wahl/{CATEGORY}")
    organiser.fill("Wie viele Beiträge bleiben", "1")
    organiser.press("Vorschau der Besten")
    boxes = organiser.page.locator('input[name="bleibt"]')
    every = [box.get_attribute("value") or "" for box in boxes.all()]
    ticked = [box.get_attribute("value") or "" for box in boxes.all() if box.is_checked()]
    added = next(one for one in every if one not in ticked)
    organiser.tick(organiser.page.locator(f"#bleibt-{added}"))
    organiser.fill("Begründung der engeren Wahl", "Die Jury will sich auf wenige Beiträge konzentrieren.")
    organiser.press("Engere Wahl festlegen")
    organiser.sees("Bitte begründen Sie, warum Sie hier von der Regel abweichen.")
    organiser.fill(organiser.page.locator(f"#grund-{added}"), "Der einzige Beitrag mit neuem Ansatz.")
    organiser.press("Engere Wahl festlegen")
    organiser.sees("Gegen die Regel aufgenommen")
    kept = [*ticked, added]
    return kept, [one for one in every if one not in kept]


def first_readable(juror: Person, wished: str) -> str:
    """Where the juror's list leads first under this filter."""
    juror.go(f"{LIST}?wahl={wished}")
    link = juror.page.locator(f'a.jury-row__title[href^="{LIST}/"]').first
    return link.get_attribute("href") or ""


def test_from_the_first_round_to_the_second_ranking(people: tuple[Person, Person]) -> None:
    organiser, juror = people
    organiser.go(f"{ROUND}/engere-wahl")
    organiser.sees("Eine engere Wahl legen Sie fest, sobald die Bewertung geschlossen ist.")
    close_scoring(organiser)
    kept, left_out = draw_shortlist(organiser)
    assert len(kept) >= 2
    assert left_out
    juror.go(LIST)
    expect(juror.page.locator("main")).not_to_contain_text("engeren Wahl")

    organiser.follow("Zweite Runde eröffnen")
    organiser.sees("Eine engere Wahl gibt es in:")
    organiser.fill("Begründung", "Die zweite Runde beginnt heute.")
    organiser.press("Zweite Runde eröffnen")
    organiser.go(f"{ROUND}/engere-wahl/{CATEGORY}")
    organiser.sees("Rang und Punkte der ersten Runde sehen Sie wieder")

    juror.go(first_readable(juror, "neben"))
    juror.sees("Dieser Beitrag ist nicht in der engeren Wahl.")
    expect(juror.page.get_by_role("button", name="Bogen wieder öffnen")).to_have_count(0)
    expect(juror.page.get_by_role("button", name="Bogen abgeben")).to_have_count(0)
    juror.go(first_readable(juror, "in"))
    if juror.page.get_by_role("button", name="Bogen wieder öffnen").count():
        juror.press("Bogen wieder öffnen")
    for field in juror.page.locator('textarea[name^="reason_"]').all():
        juror.fill(field, NEW_REASON)
    for name in {one.get_attribute("name") for one in juror.page.locator('input[type="radio"][name^="points_"]').all()}:
        juror.tick(juror.page.locator(f'input[name="{name}"][value="10"]'))
    juror.press("Bogen abgeben")
    juror.sees("Bogen abgegeben")

    organiser.go(f"{ROUND}/engere-wahl/{CATEGORY}")
    organiser.sees("schon Bögen geändert worden")
    close_scoring(organiser)
    organiser.go(f"{ROUND}/rangfolge")
    organiser.go(f"{ROUND}/rangfolge/{CATEGORY}")
    organiser.sees("Diese Beiträge stehen außerhalb der Rangfolge")
    organiser.sees(NEW_REASON)
    organiser.go(f"{ROUND}/entscheidung/{CATEGORY}")
    offered = [one.get_attribute("value") for one in organiser.page.locator('input[name="winner"]').all()]
    assert set(offered) == {*kept, "none"}
