"""Every file of the corpus is refused with a German reason or made harmless.

Most are cleaned in the test's own process; a choice of them goes through the service, its subprocess and the database.
"""

import io
import unicodedata
import zipfile

import pytest
from sqlalchemy import select

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.sandbox import UploadBounds, clean_safely
from ikz_award.adapters.uploads.uploads import MAXIMUM_NAME, clean_upload
from ikz_award.domain.words.errors import Invalid
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Attachment, Entry
from ikz_award.services.entries.attachments.attachments import attach_file
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.adapters.uploads import samples
from tests.adapters.uploads.hostile import corpus
from tests.factories import BOCHOLT, NOW

CORPUS = corpus()


def test_the_corpus_is_large():
    assert len(CORPUS) >= 60
    assert sum(one.refused is not None for one in CORPUS) >= 40


def laid_open(file) -> bytes:
    """The bytes of the file, and what is packed in them."""
    if file.media_type.endswith("pdf"):
        return samples.uncompressed(file.data)
    if file.media_type.startswith("image/"):
        return file.data
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        return file.data + b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("one", CORPUS, ids=lambda one: ascii(one.filename)[:40])
def test_a_hostile_file_is_refused_or_made_harmless(one):
    if one.refused is not None:
        with pytest.raises(UploadRejected) as refusal:
            clean_upload(filename=one.filename, data=one.data)
        assert one.refused in str(refusal.value)
        return
    file = clean_upload(filename=one.filename, data=one.data)
    content = laid_open(file)
    for part in one.gone:
        assert part not in content
    assert file.notice or file.alterations or not one.gone or file.media_type.startswith("image/")
    assert len(file.filename) <= MAXIMUM_NAME
    assert unicodedata.is_normalized("NFC", file.filename)
    assert file.filename.isprintable()
    assert not set('<>:"|?*/\\') & set(file.filename)
    assert file.filename.partition(".")[0].upper() not in ("CON", "NUL", "")


@pytest.fixture
def entry(app):
    kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    return kim, factories.make_entry(factories.make_edition(), created_by=kim)


@pytest.mark.parametrize("name", ["bombe.docx", "bombe.pdf", "bombe.png", "xxe.docx", "tief.pdf", "halb.jpg"])
def test_the_draft_is_untouched_by_what_is_refused(name, entry, tmp_path):
    kim, draft = entry
    one = next(one for one in CORPUS if one.filename == name)
    before = factories.value_of(Entry, draft, "version")
    upload = Upload(purpose="other", filename=one.filename, data=one.data)
    public_id = factories.value_of(Entry, draft, "public_id")
    store = FileStore(tmp_path)
    if one.refused is None:
        attach_file(Call(actor=factories.actor(kim), now=NOW, key=None), entry_id=public_id, upload=upload, store=store)
        return
    with pytest.raises(Invalid) as refusal:
        attach_file(Call(actor=factories.actor(kim), now=NOW, key=None), entry_id=public_id, upload=upload, store=store)
    assert one.refused in refusal.value.errors["file"]
    assert factories.value_of(Entry, draft, "version") == before
    assert db.session.scalar(select(Attachment.id)) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("bounds", [UploadBounds(memory_bytes=40 * 1024 * 1024), UploadBounds(wall_seconds=0.001)])
def test_what_goes_beyond_its_bounds_is_refused(bounds):
    with pytest.raises(UploadRejected, match="ungewöhnlich aufwendig"):
        clean_safely(filename="a.pdf", data=samples.pdf(), bounds=bounds)


def test_the_process_gives_back_what_the_function_does():
    here = clean_upload(filename="Ort.jpg", data=samples.photo())
    assert clean_safely(filename="Ort.jpg", data=samples.photo()) == here
