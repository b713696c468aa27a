"""How long browser tests wait: for a state, never for a time, and for minutes, since a busy machine is slow and not wrong."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import BrowserContext, Page, expect

SECONDS = 180
MILLISECONDS = SECONDS * 1000
# For a command or a start, which do nothing but compute: on a machine under load they take as long as they take.
START_SECONDS = 1800
# Between two looks at what no browser tells of by itself.
PAUSE = 250

Found = TypeVar("Found")


def be_patient(context: BrowserContext) -> None:
    """What is done or expected in the context may take its time."""
    context.set_default_timeout(MILLISECONDS)
    expect.set_options(timeout=MILLISECONDS)


def until(page: Page, look: Callable[[], Found], *, what: str, pause: int = PAUSE) -> Found:
    """Look again and again, letting the page go on in between, until there is something; AssertionError if it never comes."""
    deadline = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < deadline, f"never came: {what}"
        page.wait_for_timeout(pause)
    return found
