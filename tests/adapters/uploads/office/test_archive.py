"""The archive around the parts: kept byte for byte where it holds nothing else, packed anew and tightly where it does."""

import io
import zipfile

import pytest

from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.uploads import clean_upload
from tests.adapters.uploads.cleaning import clean
from tests.adapters.uploads.office.files import docx, field, paragraph, parts_of, workbook

TEXT = paragraph("Kooperationsvereinbarung")


def test_what_is_packed_anew_is_packed_tightly():
    """A field to take out makes it so; `writestr` with a bare ZipInfo would store each part as it is."""
    styles = "<s>" + "".join(f"<a n='{number}'/>" for number in range(20_000)) + "</s>"
    file = clean(docx(TEXT, field(" DDE cmd "), parts={"word/styles.xml": styles}))
    assert file.alterations
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_DEFLATED}

    def fill(book):
        for row in range(4_000):
            book.active.append([f"Zeile {row}", row, "=WEBSERVICE(A1)" if row == 7 else row])

    large = workbook(fill)
    file = clean(large, "a.xlsx")
    assert (bool(file.alterations), len(file.data) <= 1.05 * len(large)) == (True, True)


def test_a_file_in_which_nothing_is_found_stays_byte_for_byte():
    data = docx(TEXT)
    assert clean(data).data == data
    streamed = io.BytesIO()
    with zipfile.ZipFile(Unseekable(streamed), "w", zipfile.ZIP_DEFLATED) as made:
        for path, body in parts_of(data).items():
            made.writestr(path, body)
    assert clean(streamed.getvalue()).data == streamed.getvalue()


class Unseekable(io.RawIOBase):
    """As a server streams an archive: sizes stand behind the parts."""

    def __init__(self, target):
        self._target = target

    def writable(self):
        return True

    def write(self, data):
        return self._target.write(data)


@pytest.mark.parametrize(
    "hide",
    [
        lambda data: b"#!/bin/sh evil\n" + data,
        lambda data: data + b"evil",
        lambda data: data.replace(b"PK\x01\x02", b"evil" + b"PK\x01\x02", 1),
        lambda data: data.replace(b"word/settings.xml", b"word/settingz.xml", 1),
    ],
)
def test_what_lies_before_between_or_behind_the_parts_goes(hide):
    try:
        file = clean_upload(filename="a.docx", data=hide(docx(TEXT)))
    except UploadRejected as rejection:
        words = str(rejection)
    else:
        words = "„a.docx“"
        assert b"evil" not in file.data
        assert b"settingz" not in file.data
    assert "„a.docx“" in words
