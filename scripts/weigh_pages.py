"""What pages cost over the wire: bytes and requests of a first visit and of any other, in Chromium against `flask award serve`.

A table for docs/benchmarks.md; the command fails where a page is above its limit or moves while it comes. Bytes are those of
the connection, heads of the answers included; pictures and PDFs that people handed in are not counted.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from screenshots import CLOSE, DRAFT, GIVEN, RANKING, address_of, follow  # noqa: E402

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD, JURORS, ORGANISER  # noqa: E402
from tests.e2e.driver.browser import chromium, log_in, new_page  # noqa: E402
from tests.e2e.weight import COLD, WARM, Scale  # noqa: E402

JURY = "/jury/landespreis-1/beitraege"
# (name, who, the way there); the ranking closes the scoring of the demonstration, and so it and the wall come last.
PAGES: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("start page", None, ("/",)),
    ("log-in", None, ("/konto/anmelden",)),
    ("applicant's form", APPLICANT, ("/bewerbung/", DRAFT, "Projekt")),
    ("jury's list", JURORS[1].email, (JURY,)),
    ("score form", JURORS[1].email, (f"{JURY}?suche=Grenzradweg", GIVEN)),
    ("organiser's ranking", ORGANISER, ("/verwaltung/runden/landespreis-1/schritt/beratung", CLOSE, RANKING.partition("#")[0])),
    ("wall", ORGANISER, ("/verwaltung/runden/landespreis-1/sitzung/vernetzung/wand",)),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="an application that is running already, with a fresh demonstration")
    is_light = True
    print("| Page | cold | requests | warm | requests | moved |\n|---|---|---|---|---|---|")
    with address_of(parser.parse_args().url) as url, chromium() as browser:
        for name, who, way in PAGES:
            page = new_page(browser, url)
            if who is not None:
                log_in(page, who, DEMO_PASSWORD)
            follow(page, way)
            scale = Scale(page)
            cold, warm = scale.cold(page.url), scale.visit(page.url)
            page.context.close()
            shift = max(cold.shift, warm.shift)
            is_light &= cold.size <= COLD and warm.size <= WARM and shift == 0
            print(
                f"| {name} | {cold.size / 1000:.1f} kB | {cold.requests} | {warm.size / 1000:.1f} kB | {warm.requests} "
                f"| {shift:.3f} |",
                flush=True,
            )
    sys.exit(0 if is_light else f"Limits: {COLD // 1000} kB cold, {WARM // 1000} kB warm, nothing moves.")


if __name__ == "__main__":
    main()
