"""What is typed into a form is not dropped by another button or a link of the same page, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD, ORGANISER
from tests.e2e.driver.browser import log_in, new_page
from tests.e2e.driver.patience import until
from tests.e2e.driver.server import Served

pytestmark = pytest.mark.browser
PANEL = "/verwaltung/runden/landespreis-2/jury"
TYPED = "neu@rathaus.example"


@pytest.fixture
def page(browser: Browser, application: Served, request: pytest.FixtureRequest) -> Iterator[Page]:
    one = new_page(browser, application.url, java_script_enabled=getattr(request, "param", True))
    log_in(one, ORGANISER, DEMO_PASSWORD)
    yield one
    one.context.close()


@pytest.fixture
def asked(page: Page) -> list[str]:
    """What the browser asked; the person stays every time."""
    questions: list[str] = []

    def stay(dialog: Dialog) -> None:
        questions.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return questions


def email(page: Page):  # type: ignore[no-untyped-def]
    return page.locator("#mitglied").get_by_label("E-Mail", exact=False)


def press_another(page: Page) -> None:
    page.locator("main summary", has_text="Ändern").first.click()
    page.get_by_role("button", name="Noch einmal einladen").first.click()


def test_another_form_asks_and_the_text_stays(page: Page, asked: list[str]) -> None:
    page.goto(PANEL)
    email(page).click()
    page.keyboard.type(TYPED)
    press_another(page)
    until(page, lambda: asked, what="the question whether to leave")
    assert asked == ["beforeunload"]
    expect(email(page)).to_have_value(TYPED)
    # Taken back, there is nothing to ask about.
    email(page).fill("")
    page.get_by_role("button", name="Noch einmal einladen").first.click()
    expect(page.locator("main")).to_contain_text("unterwegs")
    assert asked == ["beforeunload"]


def test_a_link_asks_too_and_the_own_button_does_not(page: Page, asked: list[str]) -> None:
    page.goto(PANEL)
    email(page).click()
    page.keyboard.type(TYPED)
    page.get_by_role("link", name="Überblick").first.click(no_wait_after=True)
    until(page, lambda: asked, what="the question whether to leave")
    assert asked == ["beforeunload"]
    expect(email(page)).to_have_value(TYPED)
    page.get_by_role("button", name="Einladen", exact=True).click()
    page.wait_for_load_state()
    assert asked == ["beforeunload"]
    # What comes back with an error is still not saved.
    page.get_by_role("link", name="Überblick").first.click(no_wait_after=True)
    until(page, lambda: len(asked) == 2, what="the second question")


@pytest.mark.parametrize("page", [False], indirect=True)
def test_without_javascript_other_forms_wait(page: Page) -> None:
    page.goto(PANEL)
    notice = page.locator(".ikz-waits:visible").first
    page.locator("main summary", has_text="Ändern").first.click()
    other = page.get_by_role("button", name="Noch einmal einladen").first
    expect(other).to_be_visible()
    expect(page.locator(".ikz-waits:visible")).to_have_count(0)
    email(page).click()
    page.keyboard.type(TYPED)
    page.keyboard.press("Tab")
    expect(notice).to_be_visible()
    expect(other).to_be_hidden()
    expect(page.get_by_role("button", name="Einladen", exact=True)).to_be_visible()
    expect(email(page)).to_have_value(TYPED)


def test_a_log_in_and_a_search_are_not_asked_about(browser: Browser, application: Served) -> None:
    page = new_page(browser, application.url)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/konto/anmelden")
    page.get_by_label("E-Mail").click()
    page.keyboard.type(APPLICANT)
    page.get_by_role("link", name="Passwort vergessen?").click()
    page.wait_for_url("**/passwort-vergessen")
    assert asked == []
    page.context.close()


@pytest.mark.parametrize("page", [False], indirect=True)
def test_a_form_alone_is_in_nobodys_way(page: Page) -> None:
    page.goto("/konto/adresse")
    page.get_by_label("Neue E-Mail-Adresse").fill(TYPED)
    page.keyboard.press("Tab")
    expect(page.locator(".ikz-waits:visible")).to_have_count(0)
    expect(page.get_by_role("button", name="Link schicken")).to_be_visible()
