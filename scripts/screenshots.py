"""Pictures of the running application: `make screenshots` for the README, `--all FOLDER` for every page, size and theme."""

import argparse
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page  # noqa: E402

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD, JURORS, ORGANISER  # noqa: E402
from tests.e2e.driver.browser import DESK, PHONE, chromium, log_in, new_page  # noqa: E402
from tests.e2e.driver.server import served  # noqa: E402

ANYONE = None
DRAFT, RECEIVED = "Entwurf", "L1-"
# An entry of the demonstration that this juror has scored.
GIVEN = "Grenzradweg auf der Hamburg-Venloer Bahntrasse"
CLOSE, RANKING = "Bewertung schließen", "/verwaltung/runden/landespreis-1/rangfolge/vernetzung#sicherheit"
# (name, who, address)
PAGES: tuple[tuple[str, str | None, str], ...] = (
    ("start", ANYONE, "/"),
    ("wettbewerb", ANYONE, "/wettbewerb/landespreis-2"),
    ("anmelden", ANYONE, "/konto/anmelden"),
    ("registrieren", ANYONE, "/konto/registrieren"),
    ("bewerbungen", APPLICANT, "/bewerbung/"),
    ("konto", APPLICANT, "/konto/"),
    ("jury", JURORS[1].email, "/jury/"),
    ("jury-liste", JURORS[1].email, "/jury/landespreis-1/beitraege"),
    ("verwaltung", ORGANISER, "/verwaltung/"),
    ("verwaltung-runde", ORGANISER, "/verwaltung/runden/landespreis-1/"),
    ("verwaltung-bewertungsstand", ORGANISER, "/verwaltung/runden/landespreis-1/bewertungsstand"),
    ("verwaltung-pruefprotokoll", ORGANISER, "/verwaltung/pruefprotokoll"),
    ("verwaltung-beitraege", ORGANISER, "/verwaltung/runden/landespreis-1/beitraege"),
)
# Of the handbook: (name, who, address, then words of links to follow from there, another address, or the button).
HANDBOOK: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("ausschreibung", ANYONE, ("/wettbewerb/landespreis-2",)),
    ("uebersicht", APPLICANT, ("/bewerbung/", DRAFT)),
    ("schritt", APPLICANT, ("/bewerbung/", DRAFT, "Projekt")),
    ("eingangsbestaetigung", APPLICANT, ("/bewerbung/", RECEIVED, "Eingangsbestätigung")),
    ("jury-liste", JURORS[1].email, ("/jury/landespreis-1/beitraege",)),
    ("jury-bogen", JURORS[1].email, ("/jury/landespreis-1/beitraege?suche=Grenzradweg", GIVEN)),
    ("jury-punkte", JURORS[1].email, ("/jury/landespreis-1/meine-punkte",)),
    # The last one: it closes the scoring of the demonstration.
    ("sicherheit", ORGANISER, ("/verwaltung/runden/landespreis-1/schritt/beratung", CLOSE, RANKING)),
)
README_PAGES = ("start", "jury-liste", "verwaltung-runde")


@contextmanager
def address_of(url: str | None) -> Generator[str]:
    """The given application, or one of our own with a fresh demonstration."""
    if url:
        yield url
        return
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as application:
        yield application.url


def shoot(browser: Browser, url: str, folder: Path, *, names: tuple[str, ...], every: bool) -> None:
    sizes = {"1280": DESK, "360": PHONE} if every else {"1280": DESK}
    for theme in ("light", "dark") if every else ("light",):
        for size, viewport in sizes.items():
            pages: dict[str | None, Page] = {}
            for name, who, address in PAGES:
                if names and name not in names:
                    continue
                page = pages.get(who) or new_page(browser, url, viewport=viewport, color_scheme=theme)
                if who not in pages and who is not None:
                    log_in(page, who, DEMO_PASSWORD)
                pages[who] = page
                page.goto(address)
                mark = f"-{size}-{theme}" if every else ""
                page.screenshot(path=folder / f"{name}{mark}.png", full_page=every)
            for page in pages.values():
                page.context.close()


def follow(page: Page, way: tuple[str, ...]) -> None:
    """Go to the first address, from there by the words of links, the button that closes the scoring, or another address."""
    page.goto(way[0])
    for words in way[1:]:
        if words.startswith("/"):
            page.goto(words)
            continue
        if words == CLOSE:
            page.get_by_role("button", name=words, exact=True).click()
            page.wait_for_load_state("load")
            continue
        row = page.locator("main tr", has_text=words).locator("a")
        link = row.first if words in (DRAFT, RECEIVED) else page.get_by_role("link", name=words, exact=True).first
        link.click()
        page.wait_for_load_state("load")


def shoot_handbook(browser: Browser, url: str, folder: Path) -> None:
    for name, who, way in HANDBOOK:
        page = new_page(browser, url, viewport=DESK, color_scheme="light")
        if who is not None:
            log_in(page, who, DEMO_PASSWORD)
        follow(page, way)
        page.screenshot(path=folder / f"{name}.png")
        page.context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, help="every page, 360 and 1280 px, light and dark, into this folder")
    parser.add_argument("--only", nargs="*", default=[], help="names of pages")
    parser.add_argument("--url", help="an application that is running already")
    arguments = parser.parse_args()
    folder = arguments.all or ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    names = tuple(arguments.only) if arguments.all else README_PAGES
    with address_of(arguments.url) as url, chromium() as browser:
        shoot(browser, url, folder, names=names, every=bool(arguments.all))
        if not arguments.all:
            shoot_handbook(browser, url, ROOT / "docs" / "handbook" / "bilder")


if __name__ == "__main__":
    main()
