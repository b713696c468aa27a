"""Every file of the corpus is refused with a German reason or made harmless.

Most are cleaned in the test's own process; a choice of them goes through the service, its subprocess and the database.
"""

import unicodedata

import pytest
from sqlalchemy import select

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.rejection import UploadRejected
from ikz_award.adapters.upload_sandbox import Bounds, clean_safely
from ikz_award.adapters.uploads import MAXIMUM_NAME, clean_upload
from ikz_award.domain.errors import Invalid
from ikz_award.extensions import db
from ikz_award.models.entries import Attachment, Entry
from ikz_award.services.attachments import Upload, attach_file
from tests import factories
from tests.adapters import samples
from tests.adapters.hostile import corpus
from tests.factories import BOCHOLT, NOW

CORPUS = corpus()


def test_the_corpus_is_large():
    assert len(CORPUS) >= 60
    assert sum(one.refused is not None for one in CORPUS) >= 40


@pytest.mark.parametrize("one", CORPUS, ids=lambda one: ascii(one.filename)[:40])
def test_a_hostile_file_is_refused_or_made_harmless(one):
    if one.refused is not None:
        with pytest.raises(UploadRejected) as refusal:
            clean_upload(filename=one.filename, data=one.data)
        assert one.refused in str(refusal.value)
        return
    file = clean_upload(filename=one.filename, data=one.data)
    for part in one.gone:
        assert part not in file.data
    assert file.notice or not one.gone or file.media_type.startswith(("image/", "application/vnd"))
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
        attach_file(actor=factories.actor(kim), now=NOW, key=None, entry_id=public_id, upload=upload, store=store)
        return
    with pytest.raises(Invalid) as refusal:
        attach_file(actor=factories.actor(kim), now=NOW, key=None, entry_id=public_id, upload=upload, store=store)
    assert one.refused in refusal.value.errors["file"]
    assert factories.value_of(Entry, draft, "version") == before
    assert db.session.scalar(select(Attachment.id)) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("bounds", [Bounds(memory_bytes=40 * 1024 * 1024), Bounds(wall_seconds=0.001)])
def test_what_goes_beyond_its_bounds_is_refused(bounds):
    with pytest.raises(UploadRejected, match="ungewöhnlich aufwendig"):
        clean_safely(filename="a.pdf", data=samples.pdf(), bounds=bounds)


def test_the_process_gives_back_what_the_function_does():
    here = clean_upload(filename="Ort.jpg", data=samples.photo())
    assert clean_safely(filename="Ort.jpg", data=samples.photo()) == here
