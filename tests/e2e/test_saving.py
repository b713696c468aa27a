"""What is typed is on the server seconds later: two people, a closed tab, a restarted server, real browsers."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD, JURORS
from tests.e2e.driver.browser import log_in, new_page
from tests.e2e.driver.patience import until
from tests.e2e.driver.person import AXE
from tests.e2e.driver.server import Served

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
    expect(kim.locator("[data-autosave-status]")).to_have_text(re.compile(r"Gespeichert um \d\d:\d\d Uhr"))
    kim.context.close()  # the tab is gone, and with it what the browser kept

    # Robin's page is older: nothing is overwritten, and both texts are shown after the save button.
    robin.get_by_label("Ziel", exact=False).first.fill("Von Robin, zur selben Zeit.")
    expect(robin.locator("[data-autosave-status]")).to_contain_text("Jemand anderes hat inzwischen gespeichert")
    robin.get_by_role("button", name="Speichern", exact=True).click()
    expect(robin.locator("main")).to_contain_text("ohne zu speichern.")
    robin.context.close()

    again = open_step(browser, application)
    expect(again.get_by_label("Ziel", exact=False).first).to_have_value("Von Kim, ohne zu speichern.")
    # One's own next save follows the automatic one without a clash.
    again.get_by_label("Ziel", exact=False).first.fill("Weiter geschrieben.")
    expect(again.locator("[data-autosave-status]")).to_have_text(re.compile("Gespeichert um"))
    again.get_by_label("Ziel", exact=False).first.fill("Weiter geschrieben und gespeichert.")
    again.get_by_role("button", name="Speichern", exact=True).click()
    expect(again.locator("main")).to_contain_text("ist gespeichert")
    again.context.close()


def test_a_lost_connection_is_said_and_the_text_stays(browser: Browser, application: Served) -> None:
    page = open_step(browser, application)
    goal = page.get_by_label("Ziel", exact=False).first
    page.context.set_offline(True)
    goal.fill("Im Funkloch geschrieben.")
    expect(page.locator("[data-autosave-status]")).to_contain_text("Noch nicht gespeichert")
    page.context.set_offline(False)
    goal.press("End")
    goal.type(" Wieder da.")
    expect(page.locator("[data-autosave-status]")).to_have_text(re.compile("Gespeichert um"))
    page.reload()
    expect(page.get_by_label("Ziel", exact=False).first).to_have_value("Im Funkloch geschrieben. Wieder da.")
    page.context.close()


def test_the_server_is_killed_while_somebody_types_and_nothing_is_lost(browser: Browser, application: Served) -> None:
    page = open_step(browser, application)
    goal = page.get_by_label("Ziel", exact=False).first
    goal.fill("Vor dem Absturz. ")
    expect(page.locator("[data-autosave-status]")).to_have_text(re.compile("Gespeichert um"))
    goal.press("End")
    page.keyboard.type("Mitten im Absturz. ", delay=20)
    application.server.kill()
    try:
        page.keyboard.type("Solange der Server steht. ", delay=20)
        expect(page.locator("[data-autosave-status]")).to_contain_text("Noch nicht gespeichert")
        expect(goal).to_have_value("Vor dem Absturz. Mitten im Absturz. Solange der Server steht. ")
    finally:
        application.server.start()
    # The next key is enough; nobody has to log in again or load the page anew.
    page.keyboard.type("Danach.", delay=20)
    expect(page.locator("[data-autosave-status]")).to_have_text(re.compile("Gespeichert um"))
    expect(goal).to_be_focused()
    page.context.close()

    # Another browser sees it all: it is on the server, and what was acknowledged before the kill is in the history.
    again = open_step(browser, application)
    written = "Vor dem Absturz. Mitten im Absturz. Solange der Server steht. Danach."
    expect(again.get_by_label("Ziel", exact=False).first).to_have_value(written)
    again.get_by_role("button", name="Speichern", exact=True).click()
    expect(again.locator("main")).to_contain_text("ist gespeichert")
    again.context.close()


def test_a_lost_answer_does_not_look_like_another_person(browser: Browser, application: Served) -> None:
    page = open_step(browser, application)
    goal = page.get_by_label("Ziel", exact=False).first
    status = page.locator("[data-autosave-status]")
    lost: list[int] = []

    def arrive_and_lose_the_answer(route: Route) -> None:
        lost.append(route.fetch().status)
        route.abort("connectionreset")

    page.route(re.compile("/zwischenspeichern"), arrive_and_lose_the_answer, times=1)
    goal.fill("Angekommen, aber die Antwort ging verloren.")
    expect(status).to_contain_text("Noch nicht gespeichert")
    goal.press("End")
    page.keyboard.type(" Weiter.")
    expect(status).to_have_text(re.compile("Gespeichert um"))

    page.route(re.compile("/zwischenspeichern"), arrive_and_lose_the_answer, times=1)
    page.keyboard.type(" Und noch einmal.")
    expect(status).to_contain_text("Noch nicht gespeichert")
    page.keyboard.type(" Ende.")
    page.get_by_role("button", name="Speichern", exact=True).click()
    expect(page.locator("main")).to_contain_text("ist gespeichert")
    expect(page.get_by_label("Ziel", exact=False).first).to_have_value(
        "Angekommen, aber die Antwort ging verloren. Weiter. Und noch einmal. Ende."
    )
    assert lost == [200, 200]
    page.context.close()


def test_the_rules_follow_what_is_typed_without_taking_the_focus(browser: Browser, application: Served) -> None:
    page = open_step(browser, application)
    line = page.locator("#bedingungen-stand")
    title = page.get_by_label("Titel", exact=False).first
    title.fill("Ein gemeinsamer Bauhof")
    expect(page.locator("[data-autosave-status]")).to_have_text(re.compile("Gespeichert um"))
    expect(page.locator("#bedingungen")).not_to_contain_text("Titel")
    page.evaluate("window.line = document.getElementById('bedingungen-stand')")

    title.fill("")
    expect(page.locator("#bedingungen")).to_contain_text("Titel")
    expect(title).to_be_focused()
    # Read aloud politely: the same element with another text, not a new one.
    assert page.evaluate("window.line === document.getElementById('bedingungen-stand')")
    expect(line).to_have_attribute("role", "status")
    assert AXE.run(page, options={"resultTypes": ["violations"]}).violations_count == 0

    # Typed on while the answer is under way: the text and the place of the cursor stay.
    title.fill("Bauhof")
    title.press("Home")
    page.keyboard.type("Gemeinsamer ", delay=150)
    expect(page.locator("#bedingungen")).not_to_contain_text("Titel")
    page.keyboard.type("und guter ")
    expect(title).to_have_value("Gemeinsamer und guter Bauhof")
    page.context.close()


def test_a_session_that_ended_leaves_the_rules_where_they_are(browser: Browser, application: Served) -> None:
    page = open_step(browser, application)
    page.context.clear_cookies()
    page.evaluate(
        "addEventListener('htmx:finally:request', () => setTimeout(() => { window.isAnswered = true; }));"
        "document.body.dispatchEvent(new Event('saved'))"
    )
    until(page, lambda: page.evaluate("window.isAnswered"), what="the answer to somebody without a session")
    expect(page.locator("#bedingungen-stand")).to_contain_text("erfüllt")
    assert "Anmelden" not in page.title()
    page.context.close()


def test_a_jurors_sheet_is_saved_while_it_is_written(browser: Browser, application: Served) -> None:
    def sheet_of_juror() -> Page:
        page = new_page(browser, application.url)
        log_in(page, JURORS[1].email, DEMO_PASSWORD)
        page.goto(address)
        return page

    finder = new_page(browser, application.url)
    log_in(finder, JURORS[1].email, DEMO_PASSWORD)
    finder.goto("/jury/landespreis-1/beitraege")
    finder.locator("main tr", has_text="Abgegeben").locator("a").first.click()
    finder.wait_for_url(re.compile("/beitraege/.+"))
    finder.get_by_role("button", name="Bogen wieder öffnen").click()
    expect(finder.locator("[data-score-sheet]")).to_be_visible()
    address = finder.url.partition("#")[0]
    finder.context.close()

    page = sheet_of_juror()
    reason = page.locator("textarea[name^=reason_]").first
    reason.fill("Geschrieben, nicht gespeichert.")
    expect(page.locator("[data-score-sheet] [data-autosave-status]")).to_have_text(re.compile("Gespeichert um"))
    page.context.close()  # the tab is gone, and with it what the browser kept
    again = sheet_of_juror()
    expect(again.locator("textarea[name^=reason_]").first).to_have_value("Geschrieben, nicht gespeichert.")
    again.context.close()
