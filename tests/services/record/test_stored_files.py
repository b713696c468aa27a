"""Files nobody refers to go after a day, and nothing else does: not what is about to be referred to, not after a crash."""

import os
import threading
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from ikz_award.adapters.files import FileMissing, FileStore
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Attachment, Entry, StoredFile, Submission
from ikz_award.models.jury.jury import Juror
from ikz_award.models.jury.reading import FilledTable
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.jobs import Job
from ikz_award.services.entries.attachments.attachments import attach_file, remove_attachment
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.services.record.stored_files import drop_unused
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.adapters.uploads import samples
from tests.factories import BOCHOLT, NOW

HOURS = timedelta(hours=1)


@pytest.fixture
def store(app):
    return FileStore(app.config["INSTANCE"] / "uploads")


def keep(store, data, *, has_row=True, put_at=NOW - 99 * HOURS):
    """A file in the store, put long ago."""
    sha256 = store.put(data)
    age(store, sha256, put_at)
    if has_row:
        with factories.write_session() as session:
            session.add(StoredFile(sha256=sha256, size=len(data), media_type="application/pdf", created_at=put_at))
    return sha256


def age(store, sha256, instant):
    path = store.root / sha256[:2] / sha256
    os.utime(path, (instant.timestamp(), instant.timestamp()))


def is_there(store, sha256):
    try:
        return bool(store.get(sha256))
    except FileMissing:
        return False


def rows():
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(StoredFile))


def test_an_unused_file_goes_a_day_after_it_was_first_seen(store):
    sha256 = keep(store, b"niemandes")

    assert drop_unused(now=NOW, store=store) == 0
    assert drop_unused(now=NOW + 23 * HOURS, store=store) == 0
    assert (is_there(store, sha256), rows()) == (True, 1)
    assert drop_unused(now=NOW + 24 * HOURS, store=store) == 1
    assert (is_there(store, sha256), rows()) == (False, 0)
    assert drop_unused(now=NOW + 25 * HOURS, store=store) == 0
    dropped = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "file.drop")).all()
    assert [one.new for one in dropped] == [{"files": 1}]


def test_what_anything_refers_to_stays(app, store):
    """An attachment, its small picture, a job's result, a juror's table, and a version that was handed in."""
    edition = factories.make_edition()
    kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    entry = factories.make_entry(edition, created_by=kim)
    factories.make_juror(edition, "alex@jury.example")
    seat = db.session.scalars(select(Juror.id)).one()
    names = {what: keep(store, what.encode()) for what in ("attachment", "preview", "job", "table", "submission", "nothing")}
    with factories.write_session() as session:
        session.get_one(StoredFile, names["attachment"]).preview_sha256 = names["preview"]
        session.add_all(
            [
                Attachment(
                    entry_id=entry.id,
                    purpose="other",
                    filename="a.pdf",
                    sha256=names["attachment"],
                    position=1,
                    created_by=kim.id,
                    created_at=NOW,
                ),
                Job(
                    kind="receipt",
                    edition_id=edition.id,
                    status=JobStatus.DONE,
                    created_at=NOW,
                    result_sha256=names["job"],
                    result_name="a.pdf",
                ),
                FilledTable(juror_id=seat, filename="a.xlsx", sha256=names["table"], received_at=NOW),
                Submission(
                    entry_id=entry.id,
                    version=1,
                    snapshot=f'{{"sha256":"{names["submission"]}"}}',
                    sha256="0" * 64,
                    received_at=NOW,
                    submitted_by=kim.id,
                ),
            ]
        )

    assert drop_unused(now=NOW, store=store) == 0
    assert drop_unused(now=NOW + 25 * HOURS, store=store) == 1
    assert [what for what, sha256 in names.items() if not is_there(store, sha256)] == ["nothing"]


def test_a_removed_attachment_leaves_with_its_small_picture(app, store):
    kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    entry = factories.make_entry(factories.make_edition(), created_by=kim)
    public_id, actor = factories.value_of(Entry, entry, "public_id"), factories.actor(kim)
    upload = Upload(purpose="other", filename="a.jpg", data=samples.photo())
    attach_file(Call(actor=actor, now=NOW, key=None), entry_id=public_id, upload=upload, store=store)
    attachment = db.session.scalar(select(Attachment.public_id))
    remove_attachment(Call(actor=actor, now=NOW, key=None), entry_id=public_id, attachment_id=attachment)
    for sha256 in db.session.scalars(select(StoredFile.sha256)).all():
        age(store, sha256, NOW - HOURS)

    dropped = [drop_unused(now=NOW + hours * HOURS, store=store) for hours in (0, 24, 25, 49)]

    # The picture is in use as long as its file is there.
    assert (dropped, rows()) == ([0, 1, 0, 1], 0)


def test_a_file_in_use_again_starts_over(store):
    sha256 = keep(store, b"niemandes")
    edition = factories.make_edition()
    drop_unused(now=NOW, store=store)
    with factories.write_session() as session:
        job = Job(
            kind="receipt",
            edition_id=session.scalar(select(Edition.id)),
            status=JobStatus.DONE,
            created_at=NOW,
            result_sha256=sha256,
            result_name="a.pdf",
        )
        session.add(job)
    assert edition
    drop_unused(now=NOW + 25 * HOURS, store=store)
    with factories.write_session() as session:
        session.delete(session.scalars(select(Job)).one())
    drop_unused(now=NOW + 26 * HOURS, store=store)

    assert drop_unused(now=NOW + 49 * HOURS, store=store) == 0
    assert drop_unused(now=NOW + 50 * HOURS, store=store) == 1


def test_files_without_a_row_and_halves_of_files_go_too(store):
    stray = keep(store, b"vor dem Absturz", has_row=False)
    fresh = keep(store, b"eben gekommen", has_row=False, put_at=NOW - 23 * HOURS)
    half = store.root / stray[:2] / ".tmp-abc"
    half.write_bytes(b"halb")
    os.utime(half, (0, 0))

    assert drop_unused(now=NOW, store=store) == 1
    assert (is_there(store, stray), is_there(store, fresh), half.exists()) == (False, True, False)


def test_what_a_transaction_is_about_to_refer_to_stays(store):
    """Put, and the row is still to come: with a row of old, or with none."""
    known, unknown = keep(store, b"mit Zeile"), keep(store, b"ohne Zeile", has_row=False)
    drop_unused(now=NOW - HOURS, store=store)
    drop_unused(now=NOW, store=store)
    for data in (b"mit Zeile", b"ohne Zeile"):
        store.put(data)
        age(store, known if data == b"mit Zeile" else unknown, NOW + 24 * HOURS)

    assert drop_unused(now=NOW + 25 * HOURS, store=store) == 0
    assert is_there(store, known)


def test_putting_waits_while_files_are_removed_and_then_stores_anew(store):
    sha256 = keep(store, b"derselbe Inhalt")
    stored = threading.Event()

    def put():
        store.put(b"derselbe Inhalt")
        stored.set()

    with store.removing():
        thread = threading.Thread(target=put)
        thread.start()
        assert not stored.wait(0.3)
        store.remove(sha256)
    thread.join(5)
    assert is_there(store, sha256)


def test_killed_between_the_row_and_the_file_the_next_round_finishes(store, monkeypatch):
    sha256 = keep(store, b"niemandes")
    drop_unused(now=NOW, store=store)

    def killed(self, name):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(FileStore, "remove", killed)
        with pytest.raises(KeyboardInterrupt):
            drop_unused(now=NOW + 24 * HOURS, store=store)
    # No row says it is there any more, so nothing is missing; the file itself is still to go.
    assert (rows(), is_there(store, sha256)) == (0, True)
    assert drop_unused(now=NOW + 25 * HOURS, store=store) == 1
    assert not is_there(store, sha256)
