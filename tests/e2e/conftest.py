"""One server and one browser for all browser tests of a process."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e.driver.browser import chromium
from tests.e2e.driver.layout import PAGES, Drawing
from tests.e2e.driver.server import Served, served


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("instance")) as running:
        yield running
        assert "Every invariant holds" in running.award("check")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def drawing(browser: Browser) -> Iterator[Drawing]:
    one = Drawing(browser)
    yield one
    one.close()


@pytest.fixture(autouse=True)
def _pages_are_laid_out_well(drawing: Drawing) -> Iterator[None]:
    """Whatever a test opened in a browser is looked at once it is over, each kind of page once."""
    yield
    PAGES.check(drawing)
