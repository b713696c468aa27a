"""Two municipalities on one entry in real browsers: invited by mail, seen on the step, and shut out while typing."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD
from tests.e2e.driver.browser import log_in, new_page
from tests.e2e.driver.patience import until
from tests.e2e.driver.server import Served

pytestmark = pytest.mark.browser
ADDRESS, PASSWORD = "noa.neuland@borken.example", "Gurke tanzt Fagott"


def follow_mail(page: Page, part: str) -> None:
    """Open the newest mail to the address whose link contains `part`, and follow the link."""

    def found() -> str:
        page.goto("/entwicklung/post")
        mails = page.get_by_role("row").filter(has_text=ADDRESS).get_by_role("link")
        for address in [mail.get_attribute("href") or "" for mail in mails.all()]:
            page.goto(address)
            link = page.locator(f'main a[href*="{part}"]')
            if link.count():
                return link.first.get_attribute("href") or ""
        return ""

    page.goto(until(page, found, what=f"a mail with {part}"))


def register(page: Page) -> None:
    page.get_by_role("link", name="Konto anlegen").click()
    page.get_by_label("Vor- und Nachname").fill("Noa Neuland")
    page.get_by_label("E-Mail").fill(ADDRESS)
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_label("Ich habe die Datenschutzhinweise", exact=False).check()
    page.locator("main button[type=submit]").click()
    page.wait_for_url(re.compile("/konto/registriert"))
    follow_mail(page, "/konto/bestaetigen/")
    page.get_by_role("button", name="E-Mail-Adresse bestätigen").click()
    log_in(page, ADDRESS, PASSWORD)


def test_somebody_invited_writes_is_seen_and_keeps_the_text_when_shut_out(browser: Browser, application: Served) -> None:
    kim, noa = new_page(browser, application.url), new_page(browser, application.url)
    log_in(kim, APPLICANT, DEMO_PASSWORD)
    kim.goto("/bewerbung/")
    kim.locator("main tr", has_text="Entwurf").locator("a").first.click()
    entry = kim.url
    kim.get_by_role("link", name="Mitwirkende").click()
    kim.get_by_label("E-Mail-Adresse").fill(ADDRESS)
    kim.get_by_role("button", name="Einladen", exact=True).click()
    expect(kim.locator("main")).to_contain_text("Eingeladen")

    follow_mail(noa, "/bewerbung/einladung/")
    register(noa)
    expect(noa.locator("h1")).to_have_text("Einladung zum Mitwirken")
    noa.get_by_role("button", name="Einladung annehmen").click()
    noa.wait_for_url(entry)
    noa.goto(f"{entry}schritt/projekt")
    goal = noa.get_by_label("Ziel", exact=False).first
    goal.fill("Von nebenan geschrieben.")
    expect(noa.locator("[data-autosave-status]")).to_have_text(re.compile("Gespeichert um"))

    kim.goto(f"{entry}schritt/projekt")
    expect(kim.locator(".ikz-presence")).to_contain_text("Gerade auch hier: Noa Neuland.")
    expect(kim.get_by_label("Ziel", exact=False).first).to_have_value("Von nebenan geschrieben.")

    kim.goto(f"{entry}mitwirkende")
    kim.locator("summary", has_text="Noa Neuland").click()
    kim.get_by_role("button", name="Zugang entziehen").click()
    expect(kim.locator("main")).to_contain_text("Wieder einladen")
    goal.fill("Der letzte Satz, schon ohne Recht.")
    expect(noa.locator("[data-autosave-status]")).to_contain_text("keinen Zugang mehr")
    noa.get_by_role("button", name="Speichern", exact=True).click()
    expect(noa.locator("h1")).to_have_text("Nicht gespeichert")
    expect(noa.get_by_label("Ziel")).to_have_value("Der letzte Satz, schon ohne Recht.")
    for page in (kim, noa):
        page.context.close()
