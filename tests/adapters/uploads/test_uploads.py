import io
import sys

import pikepdf
import pytest
from PIL import Image

from ikz_award.adapters.uploads import sandbox as upload_sandbox
from ikz_award.adapters.uploads.picture_cleaning import PREVIEW_PIXELS
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.sandbox import clean_safely
from ikz_award.adapters.uploads.uploads import MAXIMUM_FILE, MAXIMUM_NAME, clean_filename, clean_upload
from ikz_award.domain.entries.alterations import AlterationKind
from ikz_award.web.unavailable import is_shortage
from tests.adapters.uploads import samples

WINDOWS_PROGRAM = b"MZ\x90\x00" + b"\0" * 300


def refusal(filename: str, data: bytes) -> str:
    with pytest.raises(UploadRejected) as refused:
        clean_upload(filename=filename, data=data)
    return str(refused.value)


def test_a_plain_pdf_is_kept_byte_for_byte():
    data = samples.pdf()

    file = clean_upload(filename="Vertrag.pdf", data=data)

    assert (file.data, file.media_type, file.filename, file.notice) == (data, "application/pdf", "Vertrag.pdf", "")


def test_a_pdf_with_a_script_loses_it_and_says_so():
    file = clean_upload(filename="a.pdf", data=samples.pdf(change=samples.with_script))

    assert [one.kind for one in file.alterations] == [AlterationKind.SCRIPTS]
    assert b"app.alert" not in samples.uncompressed(file.data)


def test_everything_active_is_removed_from_a_pdf():
    file = clean_upload(filename="a.pdf", data=samples.pdf(change=samples.with_everything))

    content = samples.uncompressed(file.data)
    for word in (
        b"/JavaScript",
        b"/Launch",
        b"cmd.exe",
        b"/EmbeddedFile",
        b"geheim",
        b"/XFA",
        b"/AA",
        b"file:",
        b"/OpenAction",
    ):
        assert word not in content, word
    assert {one.kind for one in file.alterations} == {
        AlterationKind.SCRIPTS,
        AlterationKind.ACTIONS,
        AlterationKind.FILES,
        AlterationKind.FORMS,
        AlterationKind.FILE_LINKS,
    }
    said = " ".join(one.in_words() for one in file.alterations)
    for name in ("geheim.txt", "cmd.exe", "passwd"):
        assert f"„{name}“" in said
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        assert len(pdf.pages) == 1


def test_an_ordinary_link_and_a_font_of_a_suspicious_name_stay():
    def change(document: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.org"))
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
        document.pages[0].obj.Annots = pikepdf.Array([link])
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        document.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(AA=font, JavaScript=font))

    data = samples.pdf(change=change)

    assert clean_upload(filename="a.pdf", data=data).data == data


def test_a_pdf_with_a_password_is_refused_by_its_true_name():
    assert "mit Kennwort geschützt" in refusal("a.pdf", samples.encrypted_pdf("geheim"))


@pytest.mark.parametrize(
    ("filename", "data", "part"),
    [
        ("leer.pdf", b"", "0 Byte"),
        ("virus.pdf", WINDOWS_PROGRAM, "dem Inhalt nach kein PDF"),
        ("virus.exe", WINDOWS_PROGRAM, "keinen zugelassenen Dateityp"),
        ("ohne", b"%PDF-1.7", "keinen zugelassenen Dateityp"),
        ("bild.pdf", samples.photo(), "dem Inhalt nach kein PDF"),
        ("kaputt.pdf", b"%PDF-1.7\n" + b"x" * 400, "beschädigt"),
        ("gross.pdf", b"%PDF" + b"0" * MAXIMUM_FILE, "höchstens 10 MB"),
        ("halb.jpg", samples.photo()[:300], "beschädigt"),
        ("bombe.png", samples.png_of_size(50_000, 50_000), "zu viele Bildpunkte"),
        ("makro.xlsx", samples.xlsx(extra={"xl/vbaProject.bin": b"x"}), "Makros"),
        ("tabelle.docx", samples.xlsx(), "dem Inhalt nach keine Word-Datei"),
        ("bombe.docx", samples.docx_bomb(), "zu groß"),
        ("archiv.xlsx", b"PK\x03\x04" + b"\0" * 400, "dem Inhalt nach keine Excel-Datei"),
    ],
)
def test_what_is_not_fit_is_refused_with_a_reason(filename, data, part):
    message = refusal(filename, data)

    assert part in message
    assert filename in message


def test_a_photo_loses_place_and_camera_and_stays_upright():
    file = clean_upload(filename="Foto.JPG", data=samples.photo())

    with Image.open(io.BytesIO(file.data)) as image:
        assert image.size == (20, 40)
        assert not image.getexif()
    assert b"Rathaus" not in file.data
    assert "Aufnahmeort" in file.notice
    assert file.media_type == "image/jpeg"


def test_a_transparent_png_keeps_its_transparency():
    target = io.BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(target, "PNG")

    with Image.open(io.BytesIO(clean_upload(filename="a.png", data=target.getvalue()).data)) as image:
        assert image.getpixel((0, 0)) == (255, 0, 0, 0)


@pytest.mark.parametrize(
    ("mode", "size", "kind"),
    [("RGB", (4000, 3000), "JPEG"), ("RGBA", (3, 2), "PNG"), ("L", (5000, 4), "PNG"), ("P", (50, 900), "PNG")],
)
def test_a_picture_has_a_small_one_for_lists(mode, size, kind):
    target = io.BytesIO()
    Image.new(mode, size).save(target, kind)
    file = clean_upload(filename=f"a.{kind.lower()}", data=target.getvalue())

    with Image.open(io.BytesIO(file.preview)) as small:
        assert (small.format, max(small.size) <= 240) == ("JPEG", True)
        assert len(small.getexif()) == 0
    assert clean_upload(filename="a.pdf", data=samples.pdf()).preview == b""


def test_the_largest_picture_fits_into_the_bounds_with_its_small_one():
    target = io.BytesIO()
    Image.new("RGBA", (10_000, 5_000), (10, 20, 30, 40)).save(target, "PNG", compress_level=1)
    file = clean_safely(filename="a.png", data=target.getvalue())

    with Image.open(io.BytesIO(file.data)) as image, Image.open(io.BytesIO(file.preview)) as small:
        assert (image.size, image.mode, small.size) == ((10_000, 5_000), "RGBA", (240, 120))


def test_a_pdf_has_its_first_page_small_for_lists():
    """Red on the first page, blue on the second."""
    document = pikepdf.new()
    for colour in (b"1 0 0 rg", b"0 0 1 rg"):
        document.add_blank_page(page_size=(595, 842))
        document.pages[-1].Contents = document.make_stream(colour + b" 0 0 595 842 re f")
    data = io.BytesIO()
    document.save(data)

    file = clean_safely(filename="a.pdf", data=data.getvalue())

    with Image.open(io.BytesIO(file.preview)) as small:
        assert (small.format, max(small.size)) == ("JPEG", PREVIEW_PIXELS)
        red, _green, blue = small.convert("RGB").getpixel((small.width // 2, small.height // 2))
        assert (red > 200, blue > 60) == (True, False)


def test_a_page_too_much_to_draw_costs_the_small_picture_not_the_file():
    """So many fills that the bound of time comes first: the contract is taken all the same, without a picture."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    document.pages[0].Contents = document.make_stream(b"0 0 595 842 re f\n" * 600_000)
    data = io.BytesIO()
    document.save(data, compress_streams=True)

    file = clean_safely(filename="a.pdf", data=data.getvalue())

    assert (file.media_type, file.preview) == ("application/pdf", b"")


def test_a_file_is_not_blamed_for_a_check_that_was_ended_from_outside(monkeypatch):
    """By a system short of memory, say: refused as damaged, the same file would have passed a minute later."""
    command = [sys.executable, "-c", "import os, sys; sys.stdin.buffer.readline(); os.kill(os.getpid(), 9)"]
    monkeypatch.setattr(upload_sandbox, "COMMAND", command)
    with pytest.raises(OSError, match="ended from outside") as ended:
        clean_safely(filename="a.pdf", data=samples.pdf())
    assert is_shortage(ended.value)


def test_a_spreadsheet_is_taken():
    file = clean_upload(filename="kosten.xlsx", data=samples.xlsx())

    assert file.media_type.endswith("spreadsheetml.sheet")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Kim\\Vertrag.pdf", "Vertrag.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', "abSet-Cookie x.pdf"),
        ("Rechnung\u202efdp.exe", "Rechnungfdp.exe"),
        (".pdf", "Datei.pdf"),
        ("", "Datei"),
        ("a" * 300 + ".pdf", "a" * (MAXIMUM_NAME - 4) + ".pdf"),
        ("  Öffentlich-rechtliche   Vereinbarung.PDF ", "Öffentlich-rechtliche Vereinbarung.PDF"),
        ("CON\x00.pdf", "Datei CON.pdf"),
    ],
)
def test_file_names_are_cleaned(given, kept):
    assert clean_filename(given) == kept
