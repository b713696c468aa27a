"""What pages cost over the wire, as Chromium counts it against `flask award serve`: a first visit and any other; and that
nothing on them moves while they come over a slow line."""

from collections import deque
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from werkzeug.exceptions import HTTPException

from config import TestConfig
from ikz_award import create_app
from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD, JURORS, ORGANISER
from tests.e2e.driver.browser import log_in, new_page
from tests.e2e.driver.server import Served
from tests.e2e.weight import COLD, WARM, Scale, Weight

pytestmark = pytest.mark.browser
MOST_REQUESTS = 10
ROLES = {
    None: ("/", "/konto/anmelden"),
    APPLICANT: ("/bewerbung/",),
    JURORS[1].email: ("/jury/", "/jury/landespreis-1/beitraege"),
    ORGANISER: ("/verwaltung/", "/verwaltung/runden/landespreis-1/bewertungsstand"),
}
NAMES = ("anyone", "applicant", "juror", "organiser")


def faults_of(cold: Weight, warm: Weight) -> list[str]:
    found = []
    if cold.size > COLD or cold.requests > MOST_REQUESTS:
        found.append(f"a first visit costs {cold.size} bytes in {cold.requests} requests: {cold.parts}")
    if warm.size > WARM or warm.requests > 1:
        found.append(f"another visit costs {warm.size} bytes in {warm.requests} requests: {warm.parts}")
    return found + [f"moves: {moved}" for moved in (*cold.moved, *warm.moved)]


def visitor(browser: Browser, application: Served, who: str | None) -> tuple[Page, Scale]:
    page = new_page(browser, application.url)
    if who is not None:
        log_in(page, who, DEMO_PASSWORD)
    return page, Scale(page)


@pytest.mark.parametrize("who", ROLES, ids=NAMES)
def test_pages_are_light_and_hold_still_over_a_slow_line(application: Served, browser: Browser, who: str | None) -> None:
    page, scale = visitor(browser, application, who)
    scale.slow_down()
    for place in ROLES[who]:
        assert faults_of(scale.cold(place), scale.visit(place)) == [], place
    page.context.close()


def test_the_scale_sees_what_is_heavy_and_what_moves(application: Served, browser: Browser) -> None:
    """A page of old: everything whole, nothing compressed, a line that comes later."""
    page, scale = visitor(browser, application, None)
    later = "document.body.prepend(Object.assign(document.createElement('p'), {textContent: 'Später'}))"
    head = '<link rel="stylesheet" href="/static/vendor/kern/kern.min.css">'
    html = f"{head}<h1>Alt</h1><p>Text</p><script>setTimeout(() => {later}, 200)</script>"
    page.route("**/alt", lambda route: route.fulfill(body=html, content_type="text/html"))
    weight = scale.cold("/alt")
    page.wait_for_function("movedBy.length > 0")
    assert weight.size > 300_000
    page.context.close()


@pytest.mark.long
@pytest.mark.parametrize("who", ROLES, ids=NAMES)
def test_every_page_a_role_can_walk_to_is_light(application: Served, browser: Browser, who: str | None, tmp_path: Path) -> None:
    """By links, each endpoint once; a new page is weighed as soon as a link leads to it."""
    page, scale = visitor(browser, application, who)
    endpoint = endpoints(create_app(TestConfig(tmp_path)))
    waiting, known, found = deque(ROLES[who]), set[str](), list[str]()
    while waiting:
        place = waiting.popleft()
        name = endpoint(place)
        if name in known or name in ("", "static", "security.logout"):
            continue
        known.add(name)
        if page.request.head(place).headers.get("content-type", "").startswith("text/html"):
            cold = scale.cold(place)
            links = page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.href)")
            found += [f"{name} ({place}): {fault}" for fault in faults_of(cold, scale.visit(place))]
            waiting += [
                link.removeprefix(application.url).partition("#")[0] for link in links if link.startswith(application.url)
            ]
    page.context.close()
    assert not found, "\n".join(found)
    assert len(known) > 8


def endpoints(app: Flask):  # type: ignore[no-untyped-def]
    """From an address to the name of its page."""
    adapter = app.url_map.bind("localhost")

    def name(place: str) -> str:
        try:
            return adapter.match(urlsplit(place).path, "GET")[0]
        except HTTPException:
            return ""

    return name
