"""What is typed is on the server seconds later: two people, a closed tab, a restarted server, real browsers."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD
from tests.e2e.browser import log_in, new_page
from tests.e2e.server import Served

pytestmark = pytest.mark.browser


def open_step(browser: Browser, application: Served) -> Page:
    page = new_page(browser, application.url)
    log_in(page, APPLICANT, DEMO_PASSWORD)
    page.goto("/bewerbung/")
    page.locator("main tr", has_text="Entwurf").locator("a").first.click()
    page.get_by_role("link", name="Projekt", exact=True).click()
    page.wait_for_url(re.compile("/schritt/projekt"))
    return page


def test_typing_is_saved_and_a_second_person_is_told(browser: Browser, application: Served) -> None:
    kim, robin = open_step(browser, application), open_step(browser, application)
    goal = kim.get_by_label("Ziel", exact=False).first
    goal.fill("Von Kim, ohne zu speichern.")
    expect(kim.locator("[data-autosave-status]")).to_have_text(re.compile(r"Gespeichert um \d\d:\d\d Uhr"), timeout=10_000)
    kim.context.close()  # the tab is gone, and with it what the browser kept

    # Robin's page is older: nothing is overwritten, and both texts are shown after the save button.
    robin.get_by_label("Ziel", exact=False).first.fill("Von Robin, zur selben Zeit.")
    expect(robin.locator("[data-autosave-status]")).to_contain_text("Jemand anderes hat inzwischen gespeichert", timeout=10_000)
    robin.get_by_role("button", name="Speichern", exact=True).click()
    expect(robin.locator("main")).to_contain_text("ohne zu speichern.")
    robin.context.close()

    again = open_step(browser, application)
    expect(again.get_by_label("Ziel", exact=False).first).to_have_value("Von Kim, ohne zu speichern.")
    # One's own next save follows the automatic one without a clash.
    again.get_by_label("Ziel", exact=False).first.fill("Weiter geschrieben.")
    expect(again.locator("[data-autosave-status]")).to_have_text(re.compile("Gespeichert um"), timeout=10_000)
    again.get_by_label("Ziel", exact=False).first.fill("Weiter geschrieben und gespeichert.")
    again.get_by_role("button", name="Speichern", exact=True).click()
    expect(again.locator("main")).to_contain_text("ist gespeichert")
    again.context.close()


def test_a_lost_connection_is_said_and_the_text_stays(browser: Browser, application: Served) -> None:
    page = open_step(browser, application)
    goal = page.get_by_label("Ziel", exact=False).first
    page.context.set_offline(True)
    goal.fill("Im Funkloch geschrieben.")
    expect(page.locator("[data-autosave-status]")).to_contain_text("Noch nicht gespeichert", timeout=10_000)
    page.context.set_offline(False)
    goal.press("End")
    goal.type(" Wieder da.")
    expect(page.locator("[data-autosave-status]")).to_have_text(re.compile("Gespeichert um"), timeout=10_000)
    page.reload()
    expect(page.get_by_label("Ziel", exact=False).first).to_have_value("Im Funkloch geschrieben. Wieder da.")
    page.context.close()
