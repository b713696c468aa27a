"""The result report as a real PDF, read again with two other libraries and judged by veraPDF."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from gettext import NullTranslations
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.seal.signatures import SigningKey, fingerprint
from ikz_award.domain.seal.verification import ENVELOPE_NAME, check_pdf_bytes
from ikz_award.reports.pdf import render_pdf
from ikz_award.reports.result.data import ReportScore, ResultReport
from ikz_award.reports.result.procedure_data import ReportSeal
from ikz_award.reports.result.result_report import result_report_html, write_result_report
from ikz_award.reports.result.score_matrix import score_matrix_json
from tests.reports import verapdf
from tests.reports.result.factory import CATEGORY_NAMES, CRITERIA, GENERATED, entry_of, report_of, sheet

KEY = SigningKey(bytes(range(32)))
SEAL = ReportSeal(
    version=2,
    sealed_at=GENERATED,
    sha256="ab" * 32,
    public_key=KEY.public,
    fingerprint=fingerprint(KEY.public),
    confirmed_by=(("Kompetenzzentrum", "<b>Toni</b> Tester", GENERATED), ("Vorsitz der Jury", "Vera", GENERATED)),
    envelope=b'{"document": {}}',
    log_length=4711,
    log_head="c0de" * 16,
)
SCRIPT = "<script>alert(1)</script> & {{ 7*7 }} {% raw %} %(num)s"
LONG_WORD = "Interkommunalverwaltungs" * 125


def hostile_report() -> ResultReport:
    """Two categories: one with known points, a tie and every state of a sheet; one with hostile texts."""
    known = entry_of(1, 0, sheets=(sheet(0, (9, 8, 7)), sheet(1, (8, 8, 10)), sheet(2, (10, 6, 8)), *_absent()))
    tied = entry_of(2, 0, sheets=(sheet(0, (6, 5, 4)),))
    also_tied = entry_of(3, 0, sheets=(sheet(1, (6, 5, 4), remark=SCRIPT),))
    unscored = entry_of(4, 0, sheets=(sheet(0, None, SheetState.OPEN),))
    scripted = entry_of(
        5, 1, title=SCRIPT, lead="Stadt 🔥 東京", summary=f"مرحبا بالعالم\n\n{SCRIPT}\x00\x07", partners=(SCRIPT,)
    )
    endless = entry_of(6, 1, title=LONG_WORD[:600], summary=LONG_WORD, partners=(), lead="A" * 300)
    zero = entry_of(7, 1, sheets=(sheet(0, (0, 0, 0)),))
    return report_of([known, tied, also_tied, unscored], [scripted, endless, zero])


def _absent() -> tuple[Any, ...]:
    return sheet(3, None, SheetState.RECUSED), sheet(4, None, SheetState.ABSTAINED)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile report of a sealed result, printed by the subprocess and signed; any warning of WeasyPrint fails."""
    path = tmp_path_factory.mktemp("report") / "hostile.pdf"
    result = write_result_report(replace(hostile_report(), seal=SEAL), path, lambda *_: None)
    assert result.warnings == ()
    path.write_bytes(KEY.sign_pdf(path.read_bytes()))
    return path


@pytest.fixture(scope="module")
def pages(printed: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(printed) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.fixture
def pdf(printed: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(printed) as opened:
        yield opened


def page_with(pages: list[str], *texts: str) -> str:
    found = [page for page in pages if all(text in page for text in texts)]
    assert found, texts
    return found[0]


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """All structure elements, in reading order."""

    def walk(node: Any) -> Iterator[Any]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            if "/K" in node:
                yield from walk(node.K)

    return list(walk(pdf.Root.StructTreeRoot.K))


def test_each_reason_stands_under_its_own_criterion() -> None:
    """Equal points with equal reasons are equal values: the place tells the criterion, not the value."""
    same = tuple(ReportScore(points=Decimal(7), reason="Überzeugt.") for _ in CRITERIA)
    entry = entry_of(1, 0, sheets=(replace(sheet(0, (7, 7, 7)), scores=same),))
    html = result_report_html(report_of([entry]))
    shown = re.findall(r'class="remark-about">([^<]+):</span> Überzeugt', html)
    assert shown == [name for _key, name, _weight, _text in CRITERIA]


@pytest.fixture(scope="module")
def verdict(printed: Path) -> dict[str, list[str]]:
    """veraPDF on the report, and on a table whose headers and metadata were robbed of what the two norms ask for."""
    broken = printed.with_name("broken.pdf")
    html = '<!doctype html><html lang="de"><title>T</title><table><tr><th>a<td>b</table></html>'
    with pikepdf.open(io.BytesIO(render_pdf(html=html, title="T"))) as pdf:
        for element in elements(pdf):
            if element.S == "/TD":
                del element.A["/Headers"]
            if element.S == "/TH":
                del element.A["/Scope"]
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b'pdfaid:part="3"', b""))
        pdf.save(broken)
    return verapdf.failures(printed, broken)


def test_it_conforms_to_pdfa_3a_and_pdfua_1(verdict: dict[str, list[str]]) -> None:
    assert verdict["hostile.pdf PDFA-3A"] == []
    assert verdict["hostile.pdf PDFUA-1"] == []


def test_the_report_of_a_sealed_result_carries_it_and_its_signature(printed: Path, pages: list[str]) -> None:
    assert check_pdf_bytes(printed.read_bytes(), public_key=KEY.public).is_passed
    with pikepdf.open(printed) as pdf:
        assert pdf.attachments[ENVELOPE_NAME].get_file().read_bytes() == SEAL.envelope
    last = " ".join(pages[-1].split())
    assert "Siegel, Fassung 2" in last
    joined = last.replace(" ", "")
    assert KEY.public in joined
    assert "c0de" * 16 in joined
    assert fingerprint(KEY.public) in last
    assert "award verify DATEI --key SCHLÜSSEL" in last
    assert "<b>Toni</b> Tester (Kompetenzzentrum)" in last
    assert not any("Vorläufige Fassung" in page for page in pages)


def test_the_judge_can_say_no(verdict: dict[str, list[str]]) -> None:
    """The broken copy must fail, else the test above proves nothing."""
    assert verdict["broken.pdf PDFA-3A"]
    assert verdict["broken.pdf PDFUA-1"]


def test_every_page_says_where_it_is(pages: list[str]) -> None:
    total = len(pages)
    assert total >= 5 + 7 + 2
    for number, page in enumerate(pages[1:], 2):
        assert f"Seite {number} von {total}" in page
        assert "1. Landespreis" in page
    assert "Seite 1 von" not in pages[0]
    assert "Ergebnisbericht" in pages[0]
    assert "21. März 2022, 10:30 Uhr" in pages[0]


def test_the_winner_and_the_points_are_right(pages: list[str]) -> None:
    # (40·27/3 + 30·22/3 + 30·25/3) / 100 = 83/10
    summary = page_with(pages, "1 Zusammenfassung", "Preisgeld")
    assert re.search(r"Ein Bauhof für vier Gemeinden\s+Kreis Coesfeld\s+8,30\s+10\.000\s€", summary)
    entry = page_with(pages, "2022-001", "Kurzbeschreibung")
    assert re.search(r"Dr\. Hanna Brüggemann\s+9\s+8\s+7\s+8,10", entry)
    assert re.search(r"Mittel\s+9,00\s+7,33\s+8,33\s+8,30", entry)
    assert re.search(r"Schönborn-\s*Weißenfels\s+befangen\s+–", entry)
    assert re.search(r"Tom Hülsmann\s+enthalten\s+–", entry)
    assert "1 von 3" in entry
    assert "3 von 5" in entry


def test_bias_stands_in_the_procedure(pages: list[str]) -> None:
    text = re.sub(r"\s+", " ", " ".join(pages))
    assert "vom Mitglied erklärt" in text
    assert re.search(r"3 Hinweisen des Verzeichnisses .{,140}; davon bestätigt: 2\.", text)


def test_ties_share_a_rank_and_the_unscored_have_none(pages: list[str]) -> None:
    ranking = page_with(pages, "Rangfolge", CATEGORY_NAMES[0])
    assert len(re.findall(r"^2 \D.*5,10", ranking, re.M | re.S)) >= 1
    assert ranking.count("5,10") == 4  # twice in the table, twice in the chart
    unscored = page_with(pages, "2022-004", "Kurzbeschreibung")
    assert "nicht abgegeben" in unscored
    assert re.search(r"Mittel\s+–\s+–\s+–\s+–", unscored)


def test_zero_points_are_points(pages: list[str]) -> None:
    entry = page_with(pages, "2022-007", "Kurzbeschreibung")
    assert re.search(r"Mittel\s+0,00\s+0,00\s+0,00\s+0,00", entry)


def test_hostile_texts_are_only_text(pages: list[str]) -> None:
    entry = page_with(pages, "2022-005", "Kurzbeschreibung")
    text = re.sub(r"\s+", " ", entry)
    assert text.count(SCRIPT) >= 2
    assert " 49 " not in text
    assert "Stadt ▯ ▯▯" in text
    assert "▯▯▯▯▯ ▯▯▯▯▯▯▯" in text
    html = result_report_html(hostile_report())
    assert "<script" not in html


def test_endless_words_stay_on_the_page(printed: Path) -> None:
    with pypdfium2.PdfDocument(printed) as document:
        for page in document:
            width, _ = page.get_size()
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, _, right, _ = text.get_rect(index)
                assert left >= 0, page
                assert right <= width - 60, (page, right)


def test_the_bookmarks_lead_to_chapters_categories_and_entries(printed: Path, pages: list[str]) -> None:
    with pypdfium2.PdfDocument(printed) as document:
        marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    chapters = [title for level, title, _ in marks if level == 0]
    assert chapters == [
        "Inhalt",
        "1 Zusammenfassung",
        "2 Ergebnisse nach Kategorien",
        "3 Die Beiträge im Einzelnen",
        "4 Das Verfahren",
        "5 Anhang",
    ]
    assert (1, f"2.2 {CATEGORY_NAMES[1]}") in [mark[:2] for mark in marks]
    entries = [mark for mark in marks if mark[0] == 2]
    assert len(entries) == 7
    for _, title, index in entries:
        assert re.sub(r"\W", "", title)[:20] in re.sub(r"\W", "", pages[index])


def test_the_contents_name_the_right_pages(pages: list[str]) -> None:
    contents = pages[1]
    for title in ("Zusammenfassung", "Ergebnisse nach Kategorien", "Das Verfahren", "Anhang"):
        number = re.search(rf"{title}[ .]*(\d+)", contents)
        assert number, title
        assert title in pages[int(number[1]) - 1].split("\n", 3)[2] + pages[int(number[1]) - 1][:200]


def test_tables_are_tagged_with_scopes_and_the_charts_described(pdf: pikepdf.Pdf) -> None:
    found = elements(pdf)
    headers = [element for element in found if element.S == "/TH" and "/A" in element]
    assert {str(element.A.Scope) for element in headers} == {"/Column", "/Row"}
    figures = [element for element in found if element.S == "/Figure"]
    assert len(figures) == 2
    assert "von 8,30 bis 5,10 Punkten" in str(figures[0].Alt)
    levels = [int(str(element.S)[2]) for element in found if re.fullmatch("/H[1-6]", str(element.S))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_knows_its_language_title_and_makers(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "de"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo["/Title"]).startswith("Ergebnisbericht 1. Landespreis")
    assert str(pdf.docinfo["/Author"]).startswith("Kompetenzzentrum")
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20220321093000")


def test_the_fonts_are_the_bundled_ones(pdf: pikepdf.Pdf) -> None:
    fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    assert fonts
    assert all("Fira-Sans" in name for name in fonts), fonts


def test_the_score_matrix_is_attached_and_adds_up(pdf: pikepdf.Pdf) -> None:
    attached = pdf.attachments["bewertungsmatrix.json"]
    assert attached.obj.AFRelationship == "/Data"
    matrix = json.loads(attached.get_file().read_bytes())
    first = matrix["categories"][0]
    winner = first["entries"][0]
    assert (winner["number"], winner["mean"], winner["rank"]) == ("2022-001", "83/10", 1)
    assert [entry["rank"] for entry in first["entries"]] == [1, 2, 2, None]
    weights = {criterion["key"]: criterion["weight"] for criterion in first["criteria"]}
    sheets = [each for each in winner["sheets"] if each["state"] == "submitted"]
    totals = [sum(Fraction(each["points"][key]) * weight for key, weight in weights.items()) / 100 for each in sheets]
    assert sum(totals) / len(totals) == Fraction(winner["mean"])
    assert winner["sheets"][3]["points"] == dict.fromkeys(weights)


@pytest.mark.parametrize("state", [SheetState.OPEN, SheetState.DRAFT])
def test_the_matrix_says_missing_of_what_was_not_handed_in(state: SheetState) -> None:
    matrix = json.loads(score_matrix_json(report_of([entry_of(1, 0, sheets=(sheet(0, None, state),))])))
    assert matrix["format"] == "ikz-award score matrix 1"
    [entry] = [entry for category in matrix["categories"] for entry in category["entries"]]
    assert [one["state"] for one in entry["sheets"]] == ["missing"]


def test_the_same_data_give_the_same_bytes() -> None:
    html = result_report_html(report_of([entry_of(1, 0)]))
    matrix = score_matrix_json(report_of([entry_of(1, 0)]))
    assert html == result_report_html(report_of([entry_of(1, 0)]))
    assert json.loads(matrix)["generated_at"] == GENERATED.isoformat()
    assert render_pdf(html=html, title="T") == render_pdf(html=html, title="T")


def test_it_can_be_printed_before_anything_is_decided() -> None:
    report = report_of([entry_of(1, 0, sheets=(sheet(0, None, SheetState.OPEN),))], [])
    undecided = replace(report, categories=tuple(replace(each, reason="") for each in report.categories))
    html = result_report_html(undecided)
    assert "Die Jury hat noch nicht entschieden." in html
    assert "In dieser Kategorie wurde kein Beitrag zugelassen." in html
    assert "Es gab nichts zu entscheiden." in html
    assert "Rechenbeispiel" not in html
    with pikepdf.open(io.BytesIO(render_pdf(html=html, title="T"))) as pdf:
        assert len(pdf.pages) >= 7


def test_a_catalogue_translates_it_and_leaves_no_trace() -> None:
    class Loud(NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper() if "Preisträger" in message else message

    report = report_of([entry_of(1, 0)])
    assert "PREISTRÄGER" in result_report_html(report, Loud())
    assert "PREISTRÄGER" not in result_report_html(report)
