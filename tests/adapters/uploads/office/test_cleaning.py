"""Office files of town halls: what is ordinary is taken, what fetches is taken out and named, the rest refused by its name."""

import pytest
from defusedxml.ElementTree import fromstring

from ikz_award.domain.entries.alterations import AlterationKind as Kind
from tests.adapters.uploads.cleaning import clean, kinds, names
from tests.adapters.uploads.office.files import (
    changed,
    docx,
    field,
    instruction,
    mark,
    packed,
    paragraph,
    parts_of,
    relations,
    simple_field,
    values_of,
    workbook,
)

TEXT = paragraph("Kooperationsvereinbarung")
NETWORK = "file:///\\\\srv01\\Vorlagen\\Kopfbogen.dotx"


def text_of(file) -> str:
    root = fromstring(parts_of(file.data)["word/document.xml"])
    return "".join(one.text or "" for one in root.iter() if one.tag.endswith("}t"))


@pytest.mark.parametrize(
    "instructions",
    [
        ' HYPERLINK "https://www.stadt.example/satzungen/import/2026" ',
        ' HYPERLINK "https://www.stadt.example/link" \\l "include" ',
        ' HYPERLINK \\l "_Toc_LINK" ',
        " PAGE ",
        ' TOC \\o "1-3" \\h ',
        ' DATE \\@ "dd.MM.yyyy" ',
        " MERGEFIELD Import ",
        " DOCPROPERTY Link ",
        " REF DDE \\h ",
        " MACROBUTTON NoMacro [Hier klicken] ",
        ' IF 1 = 1 "LINK" "IMPORT" ',
    ],
)
@pytest.mark.parametrize("shape", [field, simple_field])
def test_a_field_that_fetches_nothing_stays_whatever_words_it_holds(instructions, shape):
    source = docx(TEXT, shape(instructions))  # once: an archive tells the time at which it was made
    file = clean(source)

    assert (kinds(file), file.notice) == ([], "")
    assert file.data == source


@pytest.mark.parametrize(
    "pieces",
    [
        (' INCLUDETEXT "C:\\\\a.docx" ',),
        ("INCLUDEPICTURE http://x.invalid/p.png",),
        (' link Excel.Sheet.12 "P:\\\\Haushalt.xlsx" Tabelle1!Z1S1 \\a ',),
        (
            " DD",
            "EAUTO c:\\\\windows cmd ",
        ),
        (" D", "D", "E ", "cmd"),
        ("\tIMPORT p.gif",),
        (' DATABASE \\d "C:\\\\a.mdb" ',),
        # The word is put together by fields within.
        (mark("begin") + instruction(" QUOTE 68 68 69 ") + mark("end"), " cmd "),
        (" DD", mark("begin") + instruction(" QUOTE 69 ") + mark("end"), "AUTO cmd "),
    ],
)
def test_a_field_that_fetches_becomes_what_it_showed(pieces):
    file = clean(docx(TEXT, field(*pieces, shows="12.000 Euro")))

    assert kinds(file) == [Kind.FIELDS]
    assert "12.000 Euro" in text_of(file)
    body = parts_of(file.data)["word/document.xml"]
    for word in (b"cmd", b"INCLUDE", b"invalid", b"Haushalt.xlsx", b"IMPORT", b".mdb"):
        assert word not in body


def test_fields_within_fields_are_judged_each_for_itself():
    inner = mark("begin") + instruction(" INCLUDETEXT a.docx ") + mark("separate") + mark("end")
    file = clean(docx(field(" IF ", inner, ' = "x" "ja" "nein" ', shows="nein")))

    assert kinds(file) == [Kind.FIELDS]
    body = parts_of(file.data)["word/document.xml"]
    assert (b"INCLUDETEXT" in body, b" IF " in body, body.count(b"fldChar ")) == (False, True, 3)


def test_a_field_without_an_end_and_one_in_a_simple_shape_are_found_too():
    for body in (
        f"<w:p>{mark('begin')}{instruction(' DDE cmd ')}</w:p>",
        f"<w:p>{instruction('DDE cmd')}</w:p>",
        simple_field("DDEAUTO cmd x"),
    ):
        file = clean(docx(TEXT, body))
        assert kinds(file) == [Kind.FIELDS]
        assert b"cmd" not in parts_of(file.data)["word/document.xml"]


def test_a_house_template_is_taken_without_the_link_to_it():
    data = docx(
        TEXT, settings='<w:attachedTemplate r:id="rId1"/>', settings_links=[("rId1", "attachedTemplate", NETWORK, "External")]
    )
    file = clean(data)

    assert (kinds(file), names(file)) == ([Kind.TEMPLATE], ("Kopfbogen.dotx",))
    parts = parts_of(file.data)
    assert b"attachedTemplate" not in parts["word/settings.xml"]
    assert b"defaultTabStop" in parts["word/settings.xml"]
    assert b"srv01" not in b"".join(parts.values())
    assert parts["word/document.xml"] == parts_of(data)["word/document.xml"]


def test_links_into_the_web_stay_and_those_to_files_lead_nowhere():
    def link(rid):
        return f'<w:p><w:hyperlink r:id="{rid}"><w:r><w:t>Link {rid}</w:t></w:r></w:hyperlink></w:p>'

    targets = {
        "rId2": "https://stadt.example/import", "rId3": "mailto:rat@stadt.example", "rId4": "#Anker", "rId5": "stadt.example/a",
        "rId6": "FILE:///P:/Haushalt/geheim.xlsx", "rId7": "\\\\srv01\\Ablage\\Akte.docx", "rId8": "javascript:alert(1)",
    }  # fmt: skip
    rows = [(rid, "hyperlink", target, "External") for rid, target in targets.items()]
    file = clean(docx(*(link(rid) for rid in targets), links=rows))

    assert (kinds(file), names(file)) == ([Kind.FILE_LINKS], ("geheim.xlsx", "Akte.docx", "javascript:alert(1)"))
    links = fromstring(parts_of(file.data)["word/_rels/document.xml.rels"])
    kept = {one.get("Id"): one.get("Target") for one in links}
    assert [kept[rid] for rid in targets] == [*list(targets.values())[:4], "#", "#", "#"]
    assert text_of(file) == "".join(f"Link {rid}" for rid in targets)


def test_a_field_that_links_to_a_file_becomes_its_text():
    file = clean(docx(field(' HYPERLINK "file:///P:\\\\Akten\\\\Beschluss.pdf" ', shows="Beschluss")))

    assert (kinds(file), names(file), text_of(file)) == ([Kind.FILE_LINKS], ("Beschluss.pdf",), "Beschluss")


def test_an_embedded_object_goes_and_its_picture_stays():
    shape = '<v:shape id="s1"><v:imagedata r:id="rId3"/></v:shape>'
    body = (
        f'<w:p><w:r><w:object>{shape}<o:OLEObject Type="Embed" ProgID="AcroExch.Document" r:id="rId2"/></w:object></w:r></w:p>'
    )
    rows = [("rId2", "oleObject", "embeddings/oleObject1.bin", ""), ("rId3", "image", "media/bild.png", "")]
    data = docx(
        TEXT, body, links=rows, parts={"word/embeddings/oleObject1.bin": b"\xd0\xcf" * 50, "word/media/bild.png": b"\x89PNG"}
    )
    file = clean(data)

    assert (kinds(file), names(file)) == ([Kind.OBJECTS], ("PDF",))
    parts = parts_of(file.data)
    assert "word/embeddings/oleObject1.bin" not in parts
    assert "word/media/bild.png" in parts
    assert b"OLEObject" not in parts["word/document.xml"]
    assert b'imagedata r:id="rId3"' in parts["word/document.xml"]


def test_a_linked_picture_goes_and_the_one_in_the_file_stays():
    body = '<w:p><w:r><w:drawing><a:blip r:embed="rId2" r:link="rId3"/></w:drawing></w:r></w:p>'
    rows = [("rId2", "image", "media/bild.png", ""), ("rId3", "image", "http://x.invalid/zaehlt.png", "External")]
    file = clean(docx(TEXT, body, links=rows, parts={"word/media/bild.png": b"\x89PNG"}))

    assert (kinds(file), names(file)) == ([Kind.LINKED_PICTURES], ("zaehlt.png",))
    assert b'<a:blip r:embed="rId2"/>' in parts_of(file.data)["word/document.xml"]


def test_a_table_of_a_chart_stays_and_is_cleaned_itself():
    inner = changed(workbook(), {"xl/worksheets/sheet1.xml": ("<f>B1*2</f>", '<f>WEBSERVICE("http://x.invalid")</f>')})
    chart = relations([("rId1", "package", "../embeddings/Tabelle.xlsx", "")])
    parts = {
        "word/charts/chart1.xml": "<c/>",
        "word/charts/_rels/chart1.xml.rels": chart,
        "word/embeddings/Tabelle.xlsx": inner,
    }
    links = [("rId2", "chart", "charts/chart1.xml", "")]
    plain = clean(docx(TEXT, links=links, parts={**parts, "word/embeddings/Tabelle.xlsx": workbook()}))
    file = clean(docx(TEXT, links=links, parts=parts))

    assert kinds(plain) == []
    assert kinds(file) == [Kind.FORMULAS]
    kept = parts_of(file.data)["word/embeddings/Tabelle.xlsx"]
    assert values_of(kept)[5][:2] == ["Produkt 6", 6000]
    assert b"x.invalid" not in b"".join(parts_of(kept).values())


def test_a_serial_letter_loses_the_way_to_its_addresses():
    source = '<w:connectString w:val="Data Source=P:\\a.mdb"/><w:dataSource r:id="rId1"/>'
    merge = f'<w:mailMerge><w:mainDocumentType w:val="formLetters"/>{source}</w:mailMerge>'
    rows = [("rId1", "mailMergeSource", "file:///P:\\Adressen.mdb", "External")]
    file = clean(docx(TEXT, field(" MERGEFIELD Name ", shows="Frau Beispiel"), settings=merge, settings_links=rows))

    assert kinds(file) == [Kind.MAIL_MERGE]
    assert b"mdb" not in b"".join(parts_of(file.data).values())
    assert "Frau Beispiel" in text_of(file)


def test_what_office_adds_by_itself_is_ordinary():
    """Printer settings beside the document, thumbnails, free data, an unfinished list of types: nobody is asked."""
    parts = {
        "word/printerSettings1.bin": b"\0" * 300, "customXml/item1.xml": "<a/>", "docProps/thumbnail.jpeg": b"\xff\xd8",
        "word/fonts/font1.odttf": b"\0\1", "[trash]/0000.dat": b"\xff" * 40, "word/glossary/document.xml": "<g/>",
    }  # fmt: skip
    rows = [("rId2", "printerSettings", "printerSettings1.bin", ""), ("rId3", "customXml", "../customXml/item1.xml", "")]
    file = clean(docx(TEXT, links=rows, parts=parts))

    assert (kinds(file), file.notice) == ([], "")
    assert set(parts) <= set(parts_of(file.data))


def test_other_writers_of_office_files_are_read_as_word_reads_them():
    plain = parts_of(docx(TEXT))
    windows = packed({name.replace("/", "\\"): body for name, body in plain.items()})
    second = {name.replace("document.xml", "document2.xml"): body for name, body in plain.items()}
    numbered = packed({name: body.replace(b"document.xml", b"document2.xml") for name, body in second.items()})
    text = plain["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    utf16 = packed({**plain, "word/document.xml": text.encode("utf-16")})
    for data in (windows, numbered, utf16):
        assert clean(data).alterations == ()
    settings = plain["word/settings.xml"].decode().replace("<w:settings", '<?xml version="1.0" encoding="UTF-16"?><w:settings')
    mixed = settings.replace("<w:defaultTabStop", "<w:mailMerge/><w:defaultTabStop").encode("utf-16")
    assert kinds(clean(packed({**plain, "word/settings.xml": mixed}))) == [Kind.MAIL_MERGE]


def test_add_ins_leave_with_all_that_is_theirs():
    root = [("rId7", "webextensiontaskpanes", "word/webextensions/taskpanes.xml", "")]
    panes = relations([("rId1", "webextension", "webextension1.xml", "")])
    parts = {
        "word/webextensions/taskpanes.xml": "<t/>",
        "word/webextensions/_rels/taskpanes.xml.rels": panes,
        "word/webextensions/webextension1.xml": "<e/>",
    }
    file = clean(docx(TEXT, root=root, parts=parts))

    assert kinds(file) == [Kind.ADD_INS]
    assert not [path for path in parts_of(file.data) if "webextensions" in path]


def test_a_signature_of_office_is_told_when_it_ends_and_only_then():
    signature = {"_xmlsignatures/sig1.xml": "<Signature/>"}
    data = docx(TEXT, parts=signature)
    assert kinds(clean(data)) == []
    assert kinds(clean(docx(TEXT, field(" DDE cmd "), parts=signature))) == [Kind.SIGNATURE, Kind.FIELDS]
