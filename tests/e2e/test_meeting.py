"""A whole meeting in six browsers: five categories, a killed server, a lost quorum, a recusal, a tie, rank 2, and the seal."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, expect

from ikz_award.demo.accounts import DEMO_PASSWORD, JURORS, ORGANISER
from tests.e2e.driver.browser import log_in
from tests.e2e.driver.person import Person
from tests.e2e.driver.server import Served

pytestmark = pytest.mark.browser
ROUND = "/verwaltung/runden/landespreis-1"
VOTE = "/jury/landespreis-1/sitzung"
CHAIR, CITIES, DISTRICTS, TOWNS, BANK = (juror.email for juror in JURORS)
NAMES = {juror.email: juror.name for juror in JURORS}
DEPARTURE = "sich der zweite Beitrag nach Ansicht der Jury in andere Kommunen deutlich leichter übertragen lässt."
People = dict[str, Person]


@pytest.fixture
def people(browser: Browser, application: Served) -> Iterator[People]:
    """The organiser and the five jurors, each in a browser of their own."""
    found = {}
    for email in (ORGANISER, *NAMES):
        found[email] = Person(browser, application.url, axe=email in (ORGANISER, CHAIR))
        log_in(found[email].page, email, DEMO_PASSWORD)
    yield found
    for person in found.values():
        person.leave()


def test_a_whole_meeting(people: People, application: Served) -> None:
    organiser = people[ORGANISER]
    close_scoring(organiser)
    organiser.go(f"{ROUND}/sitzung")
    organiser.press("Sitzung eröffnen")
    come(organiser, *NAMES)
    secret_vote_with_a_killed_server(people, application)
    lost_quorum(organiser)
    recusal(people)
    tie(organiser)
    against_rank_one(organiser)
    organiser.go(f"{ROUND}/sitzung")
    organiser.press_surely("Sitzung beenden")
    decide(organiser, "pflichtaufgaben", 2)
    for category in ("vernetzung", "wirtschaft-kultur", "umwelt-planung", "krise"):
        decide(organiser, category, 1)
    seal(people, application)


def close_scoring(organiser: Person) -> None:
    organiser.go(f"{ROUND}/schritt/beratung")
    form = organiser.page.locator("main form.ikz-form")
    if form.locator("textarea").count():
        organiser.fill(form.locator("textarea"), "Für die Sitzung wird die Bewertung geschlossen.")
    for box in form.locator('input[type="checkbox"]').all():
        organiser.tick(box)
    organiser.activate(form.locator('button[type="submit"]').first)


def come(organiser: Person, *emails: str) -> None:
    """Exactly these are there."""
    organiser.go(f"{ROUND}/sitzung")
    for email, name in NAMES.items():
        organiser.page.get_by_role("checkbox", name=name).set_checked(email in emails)
    organiser.press("Anwesenheit vermerken")


def propose(organiser: Person, category: str, *, place: int = 1, kind: str = "Preis", is_secret: bool = False) -> None:
    """Put the entry at this place of the ranking to the vote; the category is called up first."""
    organiser.go(f"{ROUND}/sitzung")
    row = organiser.page.get_by_role("row").filter(has=organiser.page.locator(f'a[href$="/sitzung/{category}"]'))
    if row.get_by_role("button", name="Aufrufen").count():
        organiser.activate(row.get_by_role("button", name="Aufrufen"))
    organiser.go(f"{ROUND}/sitzung/{category}")
    organiser.choose("Worum geht es?", kind)
    organiser.page.get_by_label("Beitrag (bei Preis und Anerkennung)").select_option(index=place)
    if is_secret:
        organiser.tick("Geheim abstimmen")
    organiser.press_surely("Zur Abstimmung stellen")


def hands(organiser: Person, **choices: str) -> None:
    """A show of hands: „Ja“ for all who are named nowhere else."""
    for vote in organiser.page.locator("fieldset.ikz-vote").all():
        name = vote.locator("legend").inner_text()
        email = next(email for email in NAMES if NAMES[email] == name)
        vote.get_by_label(choices.get(email.partition("@")[0].removeprefix("jury."), "Ja")).check()
    organiser.press_surely("Schließen und zählen")


def shows(organiser: Person, pattern: str) -> None:
    expect(organiser.page.locator("main")).to_contain_text(re.compile(pattern, re.IGNORECASE | re.DOTALL))


def vote_in_secret(person: Person, choice: str) -> None:
    person.go(VOTE)
    person.press(choice)
    person.sees("lässt sich danach nicht mehr ändern")
    person.press(f"Mit „{choice}“ abstimmen")
    person.sees("Sie haben geheim abgestimmt.")


def secret_vote_with_a_killed_server(people: People, application: Served) -> None:
    organiser = people[ORGANISER]
    jurors = [people[email] for email in NAMES]
    propose(organiser, "vernetzung", is_secret=True)
    for juror in jurors[:3]:
        vote_in_secret(juror, "Ja")
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
        vote_in_secret(juror, "Nein")
    organiser.go(f"{ROUND}/sitzung/vernetzung")
    organiser.sees("Abgestimmt haben 5 von 5")
    organiser.press_surely("Schließen und zählen")
    shows(organiser, "3 ja, 2 nein")


def lost_quorum(organiser: Person) -> None:
    """Three of five leave: nothing can be decided; they come back, and the motion is put again."""
    propose(organiser, "krise")
    come(organiser, CHAIR, CITIES)
    organiser.go(f"{ROUND}/sitzung/krise")
    organiser.sees("Nicht beschlussfähig")
    hands(organiser)
    shows(organiser, "nicht beschlussfähig.*2 ja, 0 nein")
    come(organiser, *NAMES)
    propose(organiser, "krise")
    hands(organiser)
    shows(organiser, "5 ja, 0 nein")


def recusal(people: People) -> None:
    """The bank's member is recused from one entry: no vote on it, and no sight of it."""
    organiser, member = people[ORGANISER], people[BANK]
    propose(organiser, "umwelt-planung")
    hands(organiser)
    place = organiser.page.locator("#entry option").all_inner_texts().index(recused_option(organiser))
    propose(organiser, "umwelt-planung", place=place, kind="Anerkennung")
    organiser.sees("Stimmberechtigt und da: 4 von 4.")
    organiser.sees(f"Befangen und ohne Stimme: {NAMES[BANK]}.")
    member.go(VOTE)
    expect(member.page.locator("main")).not_to_contain_text("L1-057")
    people[CITIES].go(VOTE)
    people[CITIES].sees("L1-057")
    hands(organiser, nrwbank="Nein")
    shows(organiser, "4 ja, 0 nein")


def recused_option(organiser: Person) -> str:
    return next(one for one in organiser.page.locator("#entry option").all_inner_texts() if "(L1-057)" in one)


def tie(organiser: Person) -> None:
    """Two against two, one abstains: the chair's vote decides."""
    propose(organiser, "wirtschaft-kultur")
    hands(organiser, landkreistag="Nein", staedtebund="Nein", nrwbank="Enthaltung")
    shows(organiser, "angenommen.*2 ja, 2 nein, 1 Enthaltung")


def against_rank_one(organiser: Person) -> None:
    propose(organiser, "pflichtaufgaben", place=2)
    hands(organiser, landkreistag="Nein")
    shows(organiser, "4 ja, 1 nein")
    # The wall shows the vote, and nobody's name.
    organiser.go(f"{ROUND}/sitzung/pflichtaufgaben/wand")
    shows(organiser, "4 ja, 1 nein")
    assert not [name for name in NAMES.values() if name in organiser.page.locator("body").inner_text()]


def decide(organiser: Person, category: str, place: int) -> None:
    """With the text blocks as reason; past rank 1 the page asks whether that is meant, and for a reason of its own."""
    organiser.go(f"{ROUND}/entscheidung/{category}")
    organiser.tick(organiser.page.get_by_role("radio").nth(place - 1))
    organiser.press("Textbausteine einfügen")
    if place > 1:
        reason = organiser.page.locator("textarea[name=reason]")
        organiser.fill(reason, reason.input_value() + DEPARTURE)
        organiser.tick("weicht damit von Rang 1 ab")
    organiser.press("Entscheidung festhalten")
    organiser.sees("Die Entscheidung ist festgehalten.")


def seal(people: People, application: Served) -> None:
    """Both confirm with their password; the file checks out on any machine, and the database as well."""
    organiser = people[ORGANISER]
    organiser.go(f"{ROUND}/schritt/entschieden")
    organiser.activate(organiser.page.locator("main form.ikz-form button[type=submit]").first)
    for person, page in ((organiser, f"{ROUND}/siegel"), (people[CHAIR], "/jury/landespreis-1/siegel")):
        person.go(page)
        form = person.page.locator("main form.ikz-form").first
        person.tick(form.locator("input[type=checkbox]").first)
        person.fill(form.locator("input[type=password]"), DEMO_PASSWORD)
        person.activate(form.locator("button[type=submit]").first)
    people[CHAIR].sees("Das Ergebnis ist besiegelt.")
    answer = organiser.page.request.get(f"{application.url}{ROUND}/siegel/1/ergebnis.json")
    file = application.instance / "ergebnis.json"
    file.write_bytes(answer.body())
    decisions = {one["key"]: one["decision"] for one in json.loads(answer.body())["document"]["categories"]}
    assert decisions["pflichtaufgaben"]["winner"] == "L1-003"
    assert DEPARTURE in decisions["pflichtaufgaben"]["reason"]
    assert "every rank and mean follows from the points" in application.award("verify", str(file))
    assert "frozen rows are as they were sealed" in application.award("verify", "--database")
