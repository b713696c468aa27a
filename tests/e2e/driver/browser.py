"""Chromium for tests: Debian's build, started by Playwright, and what people do in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.driver.layout import collect_pages
from tests.e2e.driver.patience import be_patient

CHROMIUM = "/usr/bin/chromium"
# Nothing but the pages under test: no look-ups of its own, and no sandbox, which root cannot have.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", CHROMIUM), args=ARGUMENTS, headless=True
        )
        try:
            yield browser
        finally:
            browser.close()


def new_page(browser: Browser, url: str, **options: Any) -> Page:
    """A page in a context of its own: another person at another computer. What is opened in it is looked at after the test."""
    context = browser.new_context(
        base_url=url, locale="de-DE", timezone_id="Europe/Berlin", reduced_motion="reduce", **({"viewport": DESK} | options)
    )
    be_patient(context)
    collect_pages(context)
    return context.new_page()


def log_in(page: Page, email: str, password: str) -> None:
    page.goto("/konto/anmelden")
    page.get_by_label("E-Mail").fill(email)
    page.get_by_label("Passwort", exact=True).fill(password)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.wait_for_url(lambda url: "/konto/anmelden" not in url)
