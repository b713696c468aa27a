"""Attachments as jurors get them."""

import io
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from ikz_award.adapters.files import FileStore
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Attachment, Entry, StoredFile
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.conftest import NOW
from tests.web.jury.conftest import recuse


@pytest.fixture
def picture(app, panel) -> str:
    """The address of a picture attached to the first entry."""
    drawn = io.BytesIO()
    Image.new("RGB", (4, 4), "green").save(drawn, "PNG")
    sha256 = FileStore(Path(app.instance_path) / "uploads").put(drawn.getvalue())
    entry_id = panel.entries[0].id
    with write_session() as session:
        session.get_one(Entry, entry_id).status = EntryStatus.RETURNED
        session.add(StoredFile(sha256=sha256, size=len(drawn.getvalue()), media_type="image/png", created_at=NOW))
        session.flush()
        row = Attachment(
            entry_id=entry_id,
            purpose="illustration",
            filename="Brücke.png",
            sha256=sha256,
            position=1,
            created_by=panel.applicant.id,
            created_at=NOW,
        )
        session.add(row)
        session.flush()
        session.get_one(Entry, entry_id).status = EntryStatus.ADMITTED
    return f"{panel.pages[0]}/anlagen/{row.public_id}"


def opened() -> int:
    db.session.rollback()
    return len(db.session.scalars(select(AuditEntry).where(AuditEntry.action == "attachment.open")).all())


def test_attachment_is_listed_and_every_opening_recorded(panel, picture):
    browser = panel.log_in(panel.anna)
    page = browser.get(panel.pages[0]).text
    assert "Brücke.png" in page
    assert picture in page
    assert opened() == 0
    answer = browser.get(picture)
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert opened() == 1


def test_recused_and_foreign_jurors_and_wrong_addresses_get_nothing(panel, picture):
    other = factories.make_edition(name="landespreis-1")
    recuse(panel, panel.berta, panel.entries[0])
    for account in (panel.berta, factories.make_juror(other, "otto@example.org"), panel.applicant):
        assert panel.log_in(account).get(picture).status_code == 404
    elsewhere = picture.replace(panel.ids[0], panel.ids[1])
    assert panel.log_in(panel.anna).get(elsewhere).status_code == 404
    assert opened() == 0


def alter(panel, hides: bool) -> None:
    with write_session() as session:
        entry = session.get_one(Entry, panel.entries[0].id)
        entry.status = EntryStatus.RETURNED
        session.flush()
        row = session.scalars(select(Attachment)).one()
        row.alterations = [{"kind": "template", "names": ["Kopfbogen_Bocholt.dotx"]}, {"kind": "scripts", "names": []}]
        session.flush()
        entry.status, entry.edition.hides_names = EntryStatus.ADMITTED, hides


@pytest.mark.parametrize("hides", [False, True])
def test_what_was_altered_is_told_and_names_in_it_only_where_names_are_shown(panel, picture, hides):
    alter(panel, hides)
    page = panel.log_in(panel.anna).get(panel.pages[0]).text

    assert "Beim Hochladen verändert:" in page
    assert "der Verweis auf die Dokumentvorlage entfernt" in page
    assert "Skripte entfernt" in page
    assert ("Kopfbogen_Bocholt.dotx" in page) is not hides
