"""What cannot be kept looking the same says so on its page; what brings the process down is not lost without a word."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Dictionary, Name
from PIL import Image

from ikz_award.adapters.sandbox.parent import Child
from ikz_award.reports.jury_pack import as_pdf
from ikz_award.reports.pack import prepare as preparing
from ikz_award.reports.pack.preparing import Preparer
from ikz_award.reports.pack.wish import DYNAMIC, PICTURE, UNCOMPARED, PackWish
from tests.reports.pack import drawing_samples as drawing
from tests.reports.pack import layer_samples
from tests.reports.pack import samples as sheets
from tests.reports.pack.binder import packed
from tests.reports.pack.engines import apart, by_pdfium
from tests.reports.pack.tagged import elements


def foreign_letters() -> bytes:
    """Letters for which the form names no font: what is seen depends on the fonts of the machine."""
    sheet = sheets.Sheet()
    sheets.field(sheet, "name", V=pikepdf.String("Łódź, Žilina"), y=300)
    return sheet.done()


def test_a_value_no_font_shows_everywhere_becomes_a_picture_with_a_note(tmp_path: Path) -> None:
    pack = packed({"fremd": foreign_letters()}, tmp_path)
    assert pack.notes() == {"fremd": [PICTURE]}
    wanted, shown = by_pdfium(pack.sources["fremd"], fills_forms=True)[0], by_pdfium(pack.path, fills_forms=False)[0]
    assert apart(wanted, shown, tones=60) == 0
    with pikepdf.open(pack.path) as pdf:
        assert "/IkzPage" in pdf.pages[0].Resources.XObject
        figures = [one for one in elements(pdf) if Name.Figure == one.S]
        assert [str(one.Alt) for one in figures] == ["fremd.pdf, 1/1"]
        assert (pdf.pages[0].mediabox[3], pdf.pages[0].mediabox[1]) == (400, -32)


def test_a_page_that_comes_out_different_becomes_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the reason: here what is off is taken out of the settings, as it was when bare pages were copied."""
    source, target = tmp_path / "source.pdf", tmp_path / "made.pdf"
    source.write_bytes(layer_samples.off())
    forget = preparing._forget

    def forgets_too_much(pdf: pikepdf.Pdf) -> None:
        forget(pdf)
        del pdf.Root.OCProperties

    monkeypatch.setattr(preparing, "_forget", forgets_too_much)
    pages, _key = preparing.prepare(PackWish(source=source, target=target, name="a", prefix="1-"))
    assert [page.note for page in pages] == [PICTURE]
    assert apart(by_pdfium(source, fills_forms=True)[0], by_pdfium(target, fills_forms=False)[0], tones=60) == 0


def test_dynamic_forms_say_that_something_may_be_missing(tmp_path: Path) -> None:
    assert packed({"dynamisch": drawing.needs_rendering()}, tmp_path).notes() == {"dynamisch": [DYNAMIC]}


def test_broken_and_empty_files_are_refused_and_the_next_one_is_not(tmp_path: Path) -> None:
    empty = io.BytesIO()
    pikepdf.new().save(empty)
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheets.plain())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    found = packed(
        {"kaputt": b"%PDF-1.7 nothing", "leer": empty.getvalue(), "zu": locked.getvalue(), "gut": sheets.plain()}, tmp_path
    )
    assert set(found.pages) == {"gut"}


def test_a_file_that_brings_the_process_down_is_taken_in_uncompared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(sheets.plain())
    with Preparer(tmp_path) as preparer:
        send = Child._send

        def send_and_kill(child: Child, request: Mapping[str, Any], body: bytes = b"") -> None:
            send(child, request, body)
            if request.get("is_compared"):
                child._kill()

        monkeypatch.setattr(Child, "_send", send_and_kill)
        made = preparer.prepare(source, name="a.pdf")
        assert made is not None
        assert [page.note for page in made.pages] == [UNCOMPARED]
        monkeypatch.setattr(Child, "_send", lambda child, _request, _body=b"": child._kill())
        assert preparer.prepare(source, name="b.pdf") is None
        monkeypatch.undo()
        again = preparer.prepare(source, name="c.pdf")
        assert again is not None
        assert [page.note for page in again.pages] == [""]


def test_tags_that_make_no_sense_do_not_cost_the_page(tmp_path: Path) -> None:
    sheet = sheets.Sheet()
    root = sheet.indirect(Type=Name.StructTreeRoot)
    element = sheet.indirect(Type=Name.StructElem, S=Name.P, P=root)
    element.K = pikepdf.Array([element])
    root.K = element
    sheet.pdf.Root.StructTreeRoot, sheet.pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    pack = packed({"ring": sheet.done()}, tmp_path)
    assert pack.notes() == {}
    with pikepdf.open(pack.path) as pdf:
        assert [str(one.S) for one in elements(pdf)] == ["/Document", "/Sect", "/P"]


def test_pictures_are_not_darker_or_lighter_than_they_were(tmp_path: Path) -> None:
    tones = np.linspace(0, 65535, 256 * 40).reshape(40, 256).astype(np.uint16)
    Image.fromarray(tones).save(tmp_path / "scan.png")
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    clear.putpixel((30, 20), (255, 0, 0, 255))
    clear.save(tmp_path / "clear.png")
    scan = as_pdf(tmp_path / "scan.png", "image/png", tmp_path)
    paper = as_pdf(tmp_path / "clear.png", "image/png", tmp_path)
    assert scan is not None
    assert paper is not None
    shown = by_pdfium(scan, fills_forms=False)[0][:, :, 0].astype(int)
    wanted = np.linspace(0, 255, shown.shape[0] * shown.shape[1])
    assert abs(int(shown.mean()) - int(wanted.mean())) <= 2
    assert shown[2].mean() < 40
    assert shown[-3].mean() > 215
    assert by_pdfium(paper, fills_forms=False)[0][2, 2].tolist() == [255, 255, 255]
