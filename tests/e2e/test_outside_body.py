"""Somebody whose organisation is in no register names it, the organiser confirms it, and it becomes a partner of an entry."""

import pytest
from playwright.sync_api import Browser, expect

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD, ORGANISER
from ikz_award.demo.together import DEPUTY, GUESTS, PROPOSER
from tests.e2e.driver.browser import log_in
from tests.e2e.driver.person import Person
from tests.e2e.driver.server import Served

pytestmark = pytest.mark.browser
NAME = "Anstalt für Datenverarbeitung Beispiel"


def test_from_the_account_page_to_the_list_of_partners(browser: Browser, application: Served) -> None:
    inga, andrea, tobias = (Person(browser, application.url, axe=True) for _ in range(3))
    log_in(inga.page, PROPOSER[0], DEMO_PASSWORD)
    expect(inga.page).to_have_url(f"{application.url}/konto/")
    inga.sees("auf Bestätigung durch das Kompetenzzentrum")
    inga.go("/konto/kommune")
    inga.page.get_by_role("link", name="Organisation nennen").click()
    inga.look()
    inga.fill("Amtlicher Name", NAME)
    inga.press("Zur Bestätigung senden")
    inga.sees("Bitte wählen Sie die Rechtsform.")
    inga.tick(inga.page.get_by_label("gemeinsames Kommunalunternehmen", exact=False))
    # The seat out of the list that opens while one types.
    inga.page.get_by_role("combobox", name="Sitz").press_sequentially("Ahaus")
    inga.page.get_by_role("option", name="Stadt Ahaus").click()
    inga.fill(inga.page.get_by_label("Mitglieder oder Träger"), "Ahaus\nGronau (Westf.)")
    inga.press("Zur Bestätigung senden")
    inga.sees(NAME)

    log_in(andrea.page, ORGANISER, DEMO_PASSWORD)
    andrea.go("/verwaltung/")
    andrea.sees("2 Organisationen außerhalb des Verzeichnisses warten auf Bestätigung.")
    andrea.go("/verwaltung/zugehoerigkeiten")
    andrea.page.locator("section", has_text=NAME).get_by_role("link", name="Prüfen").click()
    andrea.look()
    andrea.press_surely("Bestätigen und benachrichtigen")
    andrea.sees("ist bestätigt (Schlüssel KB")

    inga.go("/konto/")
    inga.sees("bestätigt")
    log_in(tobias.page, APPLICANT, DEMO_PASSWORD)
    tobias.go("/bewerbung/")
    tobias.page.locator("main tr", has_text="Entwurf").locator("a").first.click()
    entry = tobias.page.url
    tobias.go(f"{entry}schritt/partner")
    tobias.page.get_by_role("combobox").first.press_sequentially("datenverarb")
    tobias.page.get_by_role("option", name=NAME).click()
    tobias.page.locator("#verzeichnis").get_by_role("button", name="Partner eintragen").click()
    tobias.look()
    tobias.sees(f"{NAME} ist als Partner eingetragen.")
    expect(tobias.page.get_by_role("row", name=NAME).first).to_contain_text("gemeinsames Kommunalunternehmen")
    for person in (inga, andrea, tobias):
        person.leave()


def test_a_colleague_stands_in_and_both_end_it(browser: Browser, application: Served) -> None:
    frauke, henrik = (Person(browser, application.url, axe=True) for _ in range(2))
    log_in(henrik.page, DEPUTY[0], DEMO_PASSWORD)
    henrik.go("/bewerbung/")
    henrik.sees("in Vertretung für Frauke Lohmann")
    log_in(frauke.page, GUESTS[0][0], DEMO_PASSWORD)
    frauke.go("/konto/")
    frauke.sees("Henrik Vossen vertritt Sie")

    frauke.activate(frauke.page.locator('form[action*="/vertretung/"] button'))
    frauke.sees("Die Vertretung mit Henrik Vossen ist beendet.")
    henrik.go("/bewerbung/")
    expect(henrik.page.locator("main")).not_to_contain_text("in Vertretung")
    for person in (frauke, henrik):
        person.leave()
