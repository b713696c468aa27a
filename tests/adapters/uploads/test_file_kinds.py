"""What cannot be taken is refused by its true name, with what to do; what is only named wrongly is taken."""

import io

import pytest
from PIL import Image

from ikz_award.adapters.uploads.uploads import clean_upload
from tests.adapters.uploads import samples
from tests.adapters.uploads.cleaning import refusal
from tests.adapters.uploads.office.files import docx, packed, paragraph, parts_of, workbook

TEXT = paragraph("Kooperationsvereinbarung")


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (docx(TEXT, links=[("rId2", "aFChunk", "afchunk.mht", "")]), "a.docx", "in Word, speichern"),
        (docx(TEXT, links=[("rId2", "subDocument", "Kapitel2.docx", "External")]), "a.docx", "Zentraldokument"),
        (docx(TEXT, main="application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docx", "enthält Makros"),
        (docx(TEXT, parts={"word/vbaProject.bin": b"x"}), "a.docx", "enthält Makros"),
        (docx(TEXT), "a.xlsx", "Es ist eine Word-Datei"),
        (workbook(), "a.docx", "Es ist eine Excel-Datei"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<c/>"}), "a.docx", "LibreOffice"),
        (packed({"a.txt": "a"}), "a.docx", "Entpacken Sie das Archiv"),
        (b"{\\rtf1 Vertrag}" * 20, "a.docx", "Format RTF"),
        (docx(TEXT), "a.doc", "Word-Dokument (*.docx)"),
        (docx(TEXT), "a.docm", "Word-Dokument (*.docx)"),
        (docx(TEXT), "a.odt", "Word-Dokument (*.docx)"),
        (workbook(), "a.xls", "Excel-Arbeitsmappe (*.xlsx)"),
        (b"x", "a.pptx", "als PDF"),
        (b"x", "a.heic", "Maximale Kompatibilität"),
        (b"x", "a.zip", "Entpacken"),
        (b"x", "a.msg", "ihre Anhänge einzeln"),
        (b"x", "a.tiff", "als PDF"),
    ],
)
def test_the_rest_is_refused_by_its_true_name_with_what_to_do(data, name, says):
    message = refusal(data, name)

    assert says in message
    assert f"„{name}“" in message


def compound(*streams: str) -> bytes:
    """The directory of an OLE container, as far as it is looked at."""
    rows = [name.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 64 for name in streams]
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + b"".join(rows).ljust(1024, b"\0")


@pytest.mark.parametrize(
    ("streams", "says"),
    [
        (("Root Entry", "EncryptedPackage", "EncryptionInfo"), "mit Kennwort geschützt"),
        (("Root Entry", "EncryptedPackage", "\x06DataSpaces", "DRMEncryptedDataSpace"), "Vertraulichkeitsstufe"),
        (("Root Entry", "WordDocument"), "im alten Format (.doc)"),
        (("Root Entry", "Workbook"), "im alten Format (.xls)"),
        (("Root Entry", "__substg1.0_0037001F"), "E-Mail aus Outlook"),
    ],
)
@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_containers_of_another_kind_are_called_what_they_are(streams, says, name):
    assert says in refusal(compound(*streams), name)


@pytest.mark.parametrize(("kind", "name", "becomes"), [("PNG", "foto.jpg", "foto.png"), ("JPEG", "scan.PNG", "scan.jpg")])
def test_a_picture_with_the_wrong_ending_is_taken_under_the_right_one(kind, name, becomes):
    target = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(target, kind)
    file = clean_upload(filename=name, data=target.getvalue())

    assert (file.filename, file.media_type) == (becomes, f"image/{kind.lower()}")
    assert "Die Endung des Dateinamens" in file.notice


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\0\0\0\x18ftypheic" + b"\0" * 300, "Foto im Format HEIC"),
        (b"GIF89a" + b"\0" * 300, "Bild in einem anderen Format"),
        (b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 300, "Bild in einem anderen Format"),
        (samples.pdf(), "ändern Sie die Endung"),
        (b"<!DOCTYPE html><title>404</title>", "Fehlermeldung eines Downloads"),
    ],
)
def test_a_picture_that_is_none_is_called_what_it_is(data, says):
    assert says in refusal(data, "foto.jpg")


def test_a_part_twice_under_two_spellings_is_no_office_file():
    assert "nicht wie eine Office-Datei" in refusal(packed({**parts_of(docx(TEXT)), "WORD/DOCUMENT.XML": b"<a/>"}))
