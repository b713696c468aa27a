import pytest
from sqlalchemy import func, select

from ikz_award.adapters.files import FileStore
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Attachment, Entry
from ikz_award.models.jury.jury import Juror, Recusal
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.entries.attachments.attachments import attach_file, open_attachment, remove_attachment
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.services.entries.entries import create_entry
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.adapters.uploads import samples
from tests.factories import AHAUS, BOCHOLT, NOW


@pytest.fixture
def kim(app):
    return factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)


@pytest.fixture
def edition(app):
    return factories.make_edition()


@pytest.fixture
def entry_id(kim, edition):
    return create_entry(Call(actor=factories.actor(kim), now=NOW, key="neu"), edition_slug="landespreis-2", lead_key=BOCHOLT)


def count(model):
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model))


def entry_of(entry_id):
    db.session.rollback()
    return db.session.scalars(select(Entry).where(Entry.public_id == entry_id)).one()


def attach(account, entry_id, store, *, data=None, filename="Vertrag.pdf", purpose="other", key=None):
    upload = Upload(purpose=purpose, filename=filename, data=samples.pdf() if data is None else data)
    return attach_file(Call(actor=factories.actor(account), now=NOW, key=key), entry_id=entry_id, upload=upload, store=store)


def test_a_file_is_stored_under_its_hash_and_opened_by_those_who_may(kim, entry_id, tmp_path):
    store = FileStore(tmp_path / "uploads")
    attach(kim, entry_id, store, filename="../Vertrag.pdf")
    attachment = entry_of(entry_id).attachments[0]
    public_id = attachment.public_id
    assert (attachment.filename, attachment.file.media_type) == ("Vertrag.pdf", "application/pdf")

    opened = open_attachment(actor=factories.actor(kim), now=NOW, attachment_id=public_id, store=store)

    assert opened.data == samples.pdf()
    opening = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "attachment.open")).one()
    assert opening.new["attachment"] == "Vertrag.pdf"
    stranger = factories.make_account("robin@ahaus.example", lead_key=AHAUS)
    for account in (stranger, factories.make_account("admin@nrw.example", is_admin=True)):
        with pytest.raises(NotFound):  # a draft is nobody else's business, not even the organiser's
            open_attachment(actor=factories.actor(account), now=NOW, attachment_id=public_id, store=store)


def test_a_juror_opens_attachments_while_judging_unless_recused(kim, edition, tmp_path):
    store = FileStore(tmp_path / "uploads")
    entry = factories.make_entry(edition, created_by=kim)
    attach(kim, factories.value_of(Entry, entry, "public_id"), store)
    public_id = db.session.scalar(select(Attachment.public_id))
    juror = factories.make_juror(edition, "alex@staedtetag.example", role=PanelRole.MEMBER)

    def open_it():
        return open_attachment(actor=factories.actor(juror), now=NOW, attachment_id=public_id, store=store)

    with pytest.raises(NotFound):
        open_it()
    with factories.write_session() as session:
        row = session.get_one(Entry, entry.id)
        row.number, row.submitted_at, row.status = "L2-009", NOW, EntryStatus.ADMITTED
    factories.set_phase(edition, Phase.JUDGING)
    assert open_it().data
    with factories.write_session() as session:
        seat = session.scalars(select(Juror)).one()
        session.add(Recusal(juror_id=seat.id, entry_id=entry.id, reason="Tätig in Bocholt", declared_at=NOW))
    with pytest.raises(NotFound):
        open_it()


def test_unfit_files_are_refused_and_leave_nothing(kim, entry_id, tmp_path):
    store = FileStore(tmp_path / "uploads")

    for filename, data, part in (
        ("a.pdf", b"", "0 Byte"),
        ("a.pdf", b"MZ" * 200, "kein PDF"),
        ("", b"", "wählen Sie eine Datei"),
    ):
        with pytest.raises(Invalid, match=part) as invalid:
            attach(kim, entry_id, store, filename=filename, data=data)
        assert invalid.value.field == "file"
    with pytest.raises(Invalid, match="wofür"):
        attach(kim, entry_id, store, purpose="geheim")
    assert count(Attachment) == 0
    assert not [path for path in (tmp_path / "uploads").rglob("*") if path.is_file()]


def test_attachments_together_have_a_limit(kim, entry_id, tmp_path):
    store = FileStore(tmp_path / "uploads")
    with factories.write_session() as session:
        session.scalars(select(Edition)).one().entry_megabytes = 1
    third = [samples.pdf_of_size(1024 * 1024 // 3 - 10_000, seed=seed) for seed in range(3)]
    for number, data in enumerate(third):
        attach(kim, entry_id, store, data=data, filename=f"{number}.pdf")

    with pytest.raises(Invalid, match="größer als 1 MB"):
        attach(kim, entry_id, store, data=samples.pdf_of_size(100_000, seed=9), filename="zuviel.pdf")
    attach(kim, entry_id, store)
    again = attach(kim, entry_id, store, filename="klein.pdf")
    assert again.notice == "„klein.pdf“ war schon angehängt."
    assert count(Attachment) == 4


def test_an_attachment_is_removed_once(kim, entry_id, tmp_path):
    store = FileStore(tmp_path / "uploads")
    attach(kim, entry_id, store)
    public_id = entry_of(entry_id).attachments[0].public_id
    actor = factories.actor(kim)

    assert remove_attachment(Call(actor=actor, now=NOW, key="r"), entry_id=entry_id, attachment_id=public_id) == "Vertrag.pdf"
    assert remove_attachment(Call(actor=actor, now=NOW, key="r"), entry_id=entry_id, attachment_id=public_id) == "Vertrag.pdf"
    assert remove_attachment(Call(actor=actor, now=NOW, key="s"), entry_id=entry_id, attachment_id=public_id) == ""
