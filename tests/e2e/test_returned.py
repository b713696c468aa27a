"""A form that was refused: the summary takes the focus, and neither Reload nor Back sends it again or loses what was typed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD, ORGANISER
from tests.e2e.driver.browser import log_in, new_page
from tests.e2e.driver.server import Served

pytestmark = pytest.mark.browser
HOME = "/verwaltung/runden/landespreis-1/"
REASON = "Neu im Rathaus, seit heute.\nMit zweiter Zeile."


@pytest.fixture
def page(browser: Browser, application: Served) -> Iterator[Page]:
    one = new_page(browser, application.url)
    log_in(one, ORGANISER, DEMO_PASSWORD)
    # „Leave the page?“ is asked where something is typed; a question to send again could not be answered here at all.
    one.on("dialog", lambda dialog: dialog.accept())
    yield one
    one.context.close()


def test_reload_and_back_fetch_the_page_and_keep_what_was_typed(page: Page) -> None:
    page.goto(f"/verwaltung/konten?suche={APPLICANT}")
    page.locator("main table a").first.click()
    address = page.url
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    form = page.locator("main form", has=page.get_by_label("Begründung"))
    form.get_by_label("Begründung").fill("x" * 5000)
    form.locator("button[type=submit]").first.click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(page.get_by_label("Begründung")).to_have_value("x" * 5000)
    assert page.url == address, "the place in the history is the page's own address"
    summary.get_by_role("link").first.click()
    expect(page.get_by_label("Begründung")).to_be_focused()

    page.get_by_label("Begründung").fill(REASON)
    page.reload()
    expect(summary).to_have_count(0)
    expect(page.get_by_label("Begründung")).to_have_value(REASON)
    page.goto(HOME)
    page.go_back()
    expect(page.get_by_label("Begründung")).to_have_value(REASON)
    assert page.url.partition("#")[0] == address
    assert len(sent) == 1, sent
