"""Tags are kept where the sources have them, made where they have none, and lead to content that is there."""

from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.reports.pack import drawing_samples as drawing
from tests.reports.pack import samples as sheets
from tests.reports.pack.binder import Packed, packed
from tests.reports.pack.tagged import elements


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    made = {
        "eins": drawing.tagged(), "ohne": sheets.plain(), "bild": drawing.fax(), "zwei": drawing.tagged(),
        "formular": drawing.tagged_form(), "links": sheets.link_to_third_page(),
    }  # fmt: skip
    return packed(made, tmp_path_factory.mktemp("tags"))


@pytest.fixture
def pdf(pack: Packed) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(pack.path) as opened:
        yield opened


def content_of(pdf: pikepdf.Pdf, section: str) -> list[str]:
    top = next(one for one in pdf.Root.StructTreeRoot.K[0].K if str(one.T) == section)
    return [str(one.S) for one in elements_below(top)]


def elements_below(element: Any) -> list[Any]:
    found = []
    for kid in element.K if isinstance(element.K, Array) else [element.K]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            found += [kid, *elements_below(kid)]
    return found


def test_what_was_tagged_stays_so_and_the_rest_is_read_page_by_page(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert {"/H1", "/Table", "/TH", "/TD", "/Link"} <= set(content_of(pdf, "eins"))
    assert content_of(pdf, "eins") == content_of(pdf, "zwei")
    assert content_of(pdf, "ohne") == ["/P"]
    assert content_of(pdf, "bild") == ["/P"]
    assert content_of(pdf, "formular") == ["/P", "/Form"]
    assert content_of(pdf, "links") == ["/P"] * 4


def test_every_mark_leads_to_the_element_that_claims_it(pdf: pikepdf.Pdf) -> None:
    """The parent tree, read backwards: page and mark to element, and element to page and mark."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert sorted(parents) == list(map(int, numbers[::2]))
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey == max(parents) + 1
    pages = {page.obj.objgen: page.obj for page in pdf.pages}
    claimed = 0
    for element in elements(pdf):
        for kid in element.K if isinstance(element.K, Array) else [element.K]:
            mark = kid if isinstance(kid, int) else kid.get(Name.MCID) if isinstance(kid, Dictionary) else None
            if mark is None:
                continue
            page = pages[(kid if isinstance(kid, Dictionary) and Name.Pg in kid else element).Pg.objgen]
            assert parents[page.StructParents][mark].objgen == element.objgen
            assert b"/MCID %d" % mark in content(page)
            claimed += 1
    assert claimed > 12


def content(page: Any) -> bytes:
    parts = page.Contents if isinstance(page.Contents, Array) else [page.Contents]
    return b"\n".join(part.read_bytes() for part in parts)


def test_links_are_tagged_and_objects_lead_back(pdf: pikepdf.Pdf) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    annotated = [one for page in pdf.pages for one in page.obj.get(Name.Annots, Array()) if Name.StructParent in one]
    assert len(annotated) == 2
    for one in annotated:
        assert Name.Link == parents[one.StructParent].S
    assert len({one.StructParent for one in annotated}) == 2


def test_heads_of_table_cells_are_found_by_their_identifiers(pdf: pikepdf.Pdf) -> None:
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    listed = {str(name): element for name, element in zip(names[::2], names[1::2], strict=True)}
    assert list(map(str, names[::2])) == sorted(listed)
    cells = [one for one in elements(pdf) if one.S == Name.TD]
    assert len(cells) == 2
    heads = [str(name) for cell in cells for attribute in cell.A if Name.Headers in attribute for name in attribute.Headers]
    assert len(set(heads)) == 2
    assert all(listed[name].S == Name.TH for name in heads)


def test_a_field_in_the_tags_is_content_now(pdf: pikepdf.Pdf, pack: Packed) -> None:
    form = next(one for one in elements(pdf) if Name.Form == one.S)
    assert [kid.Type for kid in form.K] == [Name.MCR]
    page = pdf.pages[pack.pages["formular"].start].obj
    assert b"/P <</MCID %d>> BDC\nq" % form.K[0].MCID in content(page)


def test_links_within_an_attachment_lead_to_its_own_pages(pdf: pikepdf.Pdf, pack: Packed) -> None:
    first = pack.pages["links"].start
    targets = [one.Dest[0].objgen for one in pdf.pages[first].obj.Annots]
    assert targets == [pdf.pages[first + 2].obj.objgen, pdf.pages[first + 3].obj.objgen]
    for name in ("eins", "zwei"):
        page = pdf.pages[pack.pages[name].start].obj
        assert [one.Dest[0].objgen for one in page.Annots] == [pdf.pages[pack.pages[name].start + 1].obj.objgen]


def test_nothing_of_the_sources_speaks_for_the_pack(pdf: pikepdf.Pdf) -> None:
    assert {"/Metadata", "/OutputIntents", "/AcroForm", "/Names", "/OpenAction"}.isdisjoint(pdf.Root.keys())
    assert str(pdf.Root.Lang) == "de"
