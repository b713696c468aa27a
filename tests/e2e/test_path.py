"""The path 1–6 in a browser: with a mouse, with the keyboard alone, and without JavaScript, there on PostgreSQL."""

from contextlib import ExitStack
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.e2e.driver.server import served
from tests.e2e.driver.walk import CATEGORY, TITLE, Ways
from tests.e2e.driver.walk_result import MEAN, POINTS, Walk, german
from tests.postgres import postgres

WAYS = {"mouse": Ways(), "keyboard": Ways(keyboard=True, axe=True), "no-script": Ways(javascript=False)}
# Nothing can be done with a mouse alone: the two others meet every page and every script.
SHORT = ("keyboard", "no-script")


@pytest.mark.browser
@pytest.mark.parametrize("way", [pytest.param(way, marks=() if way in SHORT else pytest.mark.long) for way in WAYS])
def test_a_competition_from_the_first_entry_to_the_winner(way: str, browser: Browser, tmp_path: Path) -> None:
    with ExitStack() as stack:
        database = stack.enter_context(postgres()) if way == "no-script" else ""
        application = stack.enter_context(served(tmp_path / "instance", database=database))
        walk = Walk(application, browser, WAYS[way], tmp_path)
        report = walk.walk()
        assert "Every invariant holds" in application.award("check")
        assert "Nothing differs" in application.award("verify", str(report))
        assert "Nothing differs" in application.award("verify", "--database")
        assert (application.instance / "award.db").exists() is not bool(database)
    check_report(report, walk.number)


def check_report(path: Path, number: str) -> None:
    """The right winner, the right points, the pages, the bookmarks."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range().replace("\r\n", " ") for page in document]
    assert 10 <= len(pages) <= 40
    summary = next(page for page in pages if "Preisträger" in page and TITLE[:20] in page)
    assert german(MEAN) in summary
    entry = next(page for page in pages if number in page and "Begründungen" in page)
    for juror, points in POINTS.items():
        line = entry[entry.index(juror.name) :]
        assert [int(word) for word in line.split()[2:5]] == list(points), line[:80]
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root] + [child.title for item in outline.root for child in item.children]
        assert any("Zusammenfassung" in title for title in titles)
        assert any(CATEGORY in title for title in titles)
        assert any("Verfahren" in title for title in titles)
        assert "/StructTreeRoot" in pdf.Root
