"""Every page of the pack looks as its source does, in pdfium and in poppler, whatever lies outside of the page."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from tests.reports.pack import drawing_samples as drawing
from tests.reports.pack import layer_samples as layers
from tests.reports.pack import samples as sheets
from tests.reports.pack.binder import Packed, packed
from tests.reports.pack.engines import apart, by_pdfium, by_poppler, poppler_text, texts

CROP = Array([20, 30, 280, 390])
SAMPLES = {
    "plain": sheets.plain, "odd": sheets.odd_size,
    "turned90": sheets.turned(90), "turned180": sheets.turned(180), "turned270": sheets.turned(270),
    "turned90crop": sheets.turned(90, CropBox=CROP), "turned270crop": sheets.turned(270, CropBox=CROP),
    "cropped": sheets.cropped, "unit": sheets.user_unit, "poster": sheets.poster, "tiny": sheets.tiny,
    "inherits": sheets.inherits, "unbalanced": sheets.unbalanced, "several": sheets.several_streams,
    "protected": sheets.protected, "links": sheets.link_to_third_page, "drawn": sheets.drawn_fields,
    "off": layers.off, "alloff": layers.all_off_but_one, "nested": layers.nested, "outeroff": layers.outer_off,
    "expression": layers.expression, "usage": layers.usage(automatic=False), "automatic": layers.usage(automatic=True),
    "print": layers.only_for_print, "othersetting": layers.other_setting, "design": layers.for_design,
    "inform": layers.in_form, "inpicture": layers.in_picture,
    "unlisted": layers.unlisted,
    "allon": layers.membership("AllOn"), "anyon": layers.membership("AnyOn"),
    "anyoff": layers.membership("AnyOff"), "alloffgroup": layers.membership("AllOff"),
    "annotations": drawing.annotations, "transparency": drawing.transparency, "shading": drawing.shading,
    "type3": drawing.type3, "fonts": drawing.other_fonts, "sixteen": drawing.sixteen_bits, "fax": drawing.fax,
    "jbig2": drawing.jbig2, "jpeg2000": drawing.jpeg2000, "cmyk": drawing.cmyk, "tagged": drawing.tagged,
}  # fmt: skip
# Values without a look of their own: each engine makes one up, so pictures are not compared, but what is read.
FILLED = {
    "needs": sheets.filled(needs=True),
    "noflag": sheets.filled(needs=False),
    "noencoding": sheets.filled(needs=True, encoding=False),
    "parent": sheets.parent_holds_the_value,
    "taggedform": drawing.tagged_form,
}

# pdfium shows annotations whose layer is off, poppler does not.
IN_LAYERS = {"inlayer": sheets.field_in_layer, "inannotation": layers.in_annotation}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    made = {name: make() for name, make in (SAMPLES | FILLED | IN_LAYERS).items()}
    return packed(made, tmp_path_factory.mktemp("pack"))


def test_every_sample_is_in_the_pack_as_it_is_and_none_as_a_picture(pack: Packed) -> None:
    assert set(pack.pages) == set(SAMPLES | FILLED | IN_LAYERS)
    assert pack.notes() == {}


def test_pdfium_shows_each_page_as_it_was(pack: Packed) -> None:
    shown = by_pdfium(pack.path, fills_forms=False)
    for name in SAMPLES:
        for number, wanted in zip(pack.pages[name], by_pdfium(pack.sources[name], fills_forms=True), strict=True):
            assert apart(wanted, shown[number]) == 0, name


def test_poppler_shows_each_page_as_it_was(pack: Packed, tmp_path: Path) -> None:
    shown = by_poppler(pack.path, tmp_path / "pack")
    for name in SAMPLES:
        wanted = by_poppler(pack.sources[name], tmp_path / name)
        for number, one in zip(pack.pages[name], wanted, strict=True):
            assert apart(one, shown[number]) == 0, name


def test_the_comparison_sees_a_layer_that_is_shown(tmp_path: Path) -> None:
    """What went wrong before: the page alone, copied."""
    source, copy = tmp_path / "off.pdf", tmp_path / "copy.pdf"
    source.write_bytes(layers.off())
    with pikepdf.open(source) as pdf, pikepdf.new() as bare:
        bare.pages.append(pdf.pages[0])
        bare.save(copy)
    wanted, shown = by_pdfium(source, fills_forms=True)[0], by_pdfium(copy, fills_forms=False)[0]
    assert apart(wanted, shown) > 20
    wanted, shown = by_poppler(source, tmp_path / "one")[0], by_poppler(copy, tmp_path / "two")[0]
    assert apart(wanted, shown) > 20


def test_filled_in_values_are_on_the_page_for_every_engine(pack: Packed, tmp_path: Path) -> None:
    by_first, by_second = texts(pack.path), poppler_text(pack.path).split("\f")
    pdfium, poppler = by_pdfium(pack.path, fills_forms=False), by_poppler(pack.path, tmp_path / "pages")
    values = ("Bürgermeisterin Größe", "Erste Zeile", "Zweite Zeile", "Zwei", "Beta", "rechtsbündig")
    for name in ("needs", "noflag", "noencoding"):
        place = pack.pages[name].start
        for found in (by_first[place], by_second[place]):
            assert [value for value in values if value not in found] == []
            assert "UNSICHTBAR" not in found
            assert "12345" in "".join(found.split())
        for shown in (pdfium, poppler):
            # The tick, between the list and the last line.
            assert (shown[place][262:278, 32:48].min(axis=2) < 128).sum() > 10
    for name, value in (("parent", "geerbter Wert"), ("taggedform", "Kommune Musterstadt")):
        place = pack.pages[name].start
        assert value in by_first[place]
        assert value in by_second[place]


def test_browser_and_pack_agree_on_what_is_filled_in(pack: Packed) -> None:
    shown = by_pdfium(pack.path, fills_forms=False)
    for name in ("parent", "taggedform"):
        wanted = by_pdfium(pack.sources[name], fills_forms=True)[0]
        assert apart(wanted, shown[pack.pages[name].start]) == 0, name


def test_what_is_in_a_hidden_layer_is_hidden_in_both_engines(pack: Packed, tmp_path: Path) -> None:
    for shown in (by_pdfium(pack.path, fills_forms=True), by_poppler(pack.path, tmp_path / "pages")):
        for name in IN_LAYERS:
            assert (shown[pack.pages[name].start][100:390].min(axis=2) < 200).sum() == 0


def test_no_layer_can_be_switched_on_and_no_field_filled_in(pack: Packed) -> None:
    with pikepdf.open(pack.path) as pdf:
        assert len(pdf.Root.OCProperties.D.Order) == 0
        assert len(pdf.Root.OCProperties.OCGs) > 30
        assert "/AcroForm" not in pdf.Root
