"""PDFs of town halls: signed ones stay byte for byte, what lies elsewhere is refused, and all else looks as it did."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from ikz_award.adapters.uploads import sandbox as upload_sandbox
from ikz_award.adapters.uploads.pdf import preview as pdf_preview
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.sandbox import clean_safely
from ikz_award.adapters.uploads.uploads import clean_upload
from ikz_award.domain.entries.alterations import AlterationKind as Kind
from tests.adapters.uploads import samples
from tests.adapters.uploads.cleaning import kinds, names, refusal
from tests.adapters.uploads.pdf.files import (
    drawn,
    ink,
    pages,
    portfolio,
    script,
    signed,
    with_earlier_version,
    with_field,
    with_flaw,
    with_layer,
)


def clean(data):
    return clean_upload(filename="a.pdf", data=data)


def warns(data) -> bool:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        list(pdf.objects)
        return bool(pdf.get_warnings())


@pytest.mark.parametrize("flaw", [False, True])
def test_a_signed_pdf_stays_byte_for_byte(flaw):
    data = signed(flaw=flaw)
    file = clean(data)

    assert warns(data) == flaw
    assert (file.data == data, file.alterations, file.notice) == (True, (), "")


def test_a_signature_that_ends_is_told():
    data = signed(change=lambda document: setattr(document.Root, "OpenAction", script(document)))
    file = clean(data)

    assert kinds(file) == [Kind.SCRIPTS, Kind.SIGNATURE]
    assert "die digitale Signatur ist nicht mehr gültig" in [one.in_words() for one in file.alterations]


@pytest.mark.parametrize(
    "hidden",
    [
        b"<</S/JavaScript/JS(app.alert(1))>>",
        b"<</S/#4aavaScript/JS(1)>>",
        b"<</S/Launch/F(cmd.exe)>>",
        b"<</Type/EmbeddedFile>>",
    ],
)
def test_a_flawed_signed_pdf_is_looked_through_as_a_viewer_might_read_it(hidden):
    """What the table does not name is there for a viewer that puts the file together anew."""
    file = clean(with_flaw(with_earlier_version(signed(), hidden)))

    assert Kind.SIGNATURE in kinds(file)
    assert b"99 0 obj" not in file.data


def test_a_flaw_alone_is_mended_and_nobody_is_asked():
    data = with_flaw(pages("Vertrag"))
    file = clean(data)

    assert (warns(data), warns(file.data)) == (True, False)
    assert (file.alterations, "Fehler im Aufbau" in file.notice) == ((), True)


@pytest.mark.parametrize("front", [b"\xef\xbb\xbf", b"\r\n\r\n", b"\x1b%-12345X@PJL JOB\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
@pytest.mark.parametrize("back", [b"", b"\r\n\x1b%-12345X", b"<html>Fehler</html>"])
def test_lines_of_gateways_and_printers_around_a_pdf_are_cut_off(front, back):
    """A signature counts from the first byte of the PDF: it is valid again."""
    data = signed()
    file = clean(front + data + back)

    assert file.data.rstrip() == data.rstrip()
    assert (file.alterations, "vor oder hinter" in file.notice) == ((), True)


@pytest.mark.parametrize("revision", [4, 6])
def test_a_pdf_that_only_forbids_changes_stays_as_it_is(revision):
    rules = pikepdf.Permissions(modify_other=False, modify_assembly=False)
    locked = pikepdf.Encryption(owner="amt", user="", R=revision, allow=rules)
    data = pages("Satzung", encryption=locked)
    file = clean(data)

    assert (file.data == data, file.alterations) == (True, ())
    assert "verbietet manches" in file.notice
    with_script = pages("Satzung", encryption=locked, change=lambda pdf: setattr(pdf.Root, "OpenAction", script(pdf)))
    altered = clean(with_script)
    assert kinds(altered) == [Kind.SCRIPTS, Kind.PROTECTION]
    with pikepdf.open(io.BytesIO(altered.data)) as pdf:
        assert not pdf.is_encrypted


def test_a_password_is_named_as_such():
    assert "mit Kennwort geschützt" in refusal(samples.encrypted_pdf(), "a.pdf")


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: setattr(pdf.Root, "AcroForm", Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<x/>"))),
        lambda pdf: (with_field(pdf, xfa=b"<x/>"), setattr(pdf.Root, "NeedsRendering", True)),
        lambda pdf: with_field(pdf, xfa=b"<config><acrobat><acrobat7><dynamicRender >required</dynamicRender ></acrobat7>"),
        lambda pdf: with_field(pdf, xfa=b"<config><dynamicRender>required</dynamicRender>"),
    ],
)
def test_a_dynamic_form_is_refused_with_what_to_do(change):
    message = refusal(pages("Bitte warten ...", change=change), "antrag.pdf")

    assert "dynamisches Formular" in message
    assert "als normales PDF drucken" in message


def test_a_form_that_only_asks_to_wait_is_seen_to_do_so():
    """Nothing in its description says that it is dynamic: its page does."""
    with pytest.raises(UploadRejected, match="als normales PDF drucken"):
        clean_safely(filename="a.pdf", data=pages("Please wait...", change=lambda pdf: with_field(pdf, xfa=b"<x/>")))


def test_a_form_that_stands_on_its_pages_keeps_them_and_its_values():
    data = pages("Antrag", change=lambda pdf: with_field(pdf, value="Bocholt", xfa=b"<template/>"))
    file = clean_safely(filename="a.pdf", data=data)

    assert kinds(file) == [Kind.FORMS]
    for picture in (drawn(data), drawn(file.data)):
        assert ink(picture, (20, 255, 280, 305)) > 100
    with Image.open(io.BytesIO(file.preview)) as small:
        assert ink(small.convert("L"), (12, 153, 168, 183)) > 20


def test_the_small_picture_shows_values_and_hides_layers_that_are_off():
    form = clean_safely(filename="a.pdf", data=pages("Antrag", change=with_field))
    layer = clean_safely(filename="a.pdf", data=pages("Lageplan", change=with_layer))

    assert (form.alterations, layer.alterations) == ((), ())
    with Image.open(io.BytesIO(form.preview)) as small:
        assert ink(small.convert("L"), (12, 153, 168, 183)) > 20
    with Image.open(io.BytesIO(layer.preview)) as small:
        assert ink(small.convert("L"), (0, 130, 180, 240)) == 0


def test_a_portfolio_is_refused_and_its_files_are_named():
    message = refusal(portfolio(), "mappe.pdf")
    assert "PDF-Mappe (Portfolio)" in message
    assert "„Anlage 1.docx“" in message
    # A hidden list beside ordinary pages, as invoices with data have it.
    assert (kinds(clean(portfolio(view="/H"))), names(clean(portfolio(view="/H")))) == ([Kind.FILES], ("Anlage 1.docx",))


def linking(*addresses):
    def change(document):
        rows = [
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI=String(address)))
            for address in addresses
        ]
        document.pages[0].obj.Annots = Array(rows)

    return pages("Satzung", change=change)


def test_addresses_are_judged_by_their_scheme():
    harmless = (
        "https://stadt.example", "HTTP://stadt.example", "mailto:rat@stadt.example", "stadt.example/import", "/satzungen/1",
        "stadt.example:8080/a", "ftp://stadt.example", "tel:0281", "#seite",
    )  # fmt: skip
    data = linking(*harmless)
    assert clean(data).data == data
    file = clean(
        linking(*harmless, "file:///P:/Akten/Beschluss.docx", "\\\\srv\\a.pdf", "javascript:app.alert(1)", " java\nscript:x")
    )
    assert kinds(file) == [Kind.FILE_LINKS]
    assert {"Beschluss.docx", "a.pdf"} <= set(names(file))
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        kept = [str(one.A.get("/URI", "")) for one in pdf.pages[0].Annots]
    assert kept == [*harmless, "", "", "", ""]


def test_what_a_page_lost_is_seen():
    def pair(before, after):
        return pdf_preview.picture_difference(pages(*before), pages(*after))

    assert pair(("Eins", "Zwei"), ("Eins", "Zwei")).pages == []
    assert pair(("Eins", "Zwei", "Drei"), ("Eins", "", "Drei")).pages == [2]
    assert pair(("Eins", "Zwei"), ("Eins",)).is_lost
    assert pair(("Eins",), ("",)).is_lost
    layer = pdf_preview.picture_difference(pages("Plan", change=with_layer), pages("Plan"))
    assert (layer.pages, layer.is_lost) == ([], False)
    value = pdf_preview.picture_difference(pages("Antrag", change=with_field), pages("Antrag"))
    assert value.pages == [1]


def test_too_many_pages_to_compare_are_said_so(monkeypatch):
    monkeypatch.setattr(pdf_preview, "MAXIMUM_PAGES", 1)
    found = pdf_preview.picture_difference(pages("Eins", "Zwei"), pages("Eins", "Zwei"))
    assert (found.is_unseen, found.pages) == (True, [])


def test_pages_too_much_to_draw_are_told_as_unseen(monkeypatch):
    monkeypatch.setattr(upload_sandbox, "COMPARE_BOUNDS", upload_sandbox.UploadBounds(wall_seconds=0.01))
    data = pages("Plan", change=lambda document: setattr(document.Root, "OpenAction", script(document)))

    assert kinds(clean_safely(filename="a.pdf", data=data)) == [Kind.SCRIPTS, Kind.PAGES_UNSEEN]
