"""Private notes, the mark for later, and the versions of a sheet."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from ikz_award.extensions import db
from ikz_award.models.jury.reading import ReadingNote, SheetVersion
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.record.intention import write_session
from tests.web.jury.test_scoring import FULL


def rows(model):
    db.session.rollback()
    return db.session.query(model).order_by(model.id).all()


def test_a_note_is_only_for_the_juror_who_wrote_it(panel):
    browser = panel.log_in(panel.anna)
    answer = browser.submit_form(panel.pages[0], {"note": "PRIVAT-NOTIZ <b>"}, form="notiz")
    assert answer.status_code == 303
    assert "PRIVAT-NOTIZ &lt;b&gt;" in browser.get(panel.pages[0]).text
    assert "PRIVAT-NOTIZ" not in panel.log_in(panel.berta).get(panel.pages[0]).text
    for entry in rows(AuditEntry):
        assert "PRIVAT-NOTIZ" not in str((entry.old, entry.new, entry.subject))


def test_a_stale_note_shows_both_texts_and_overwrites_nothing(panel):
    browser = panel.log_in(panel.anna)
    browser.submit_form(panel.pages[0], {"note": "erste"}, form="notiz")
    answer = browser.submit_form(panel.pages[0], {"note": "zweite", "version": "0"}, form="notiz")
    assert answer.status_code == 409
    assert "erste" in answer.text
    assert "zweite" in answer.text
    assert [one.text for one in rows(ReadingNote)] == ["erste"]


def test_a_note_too_long_comes_back_whole(panel):
    browser = panel.log_in(panel.anna)
    answer = browser.submit_form(panel.pages[0], {"note": "x" * 10_001}, form="notiz")
    assert answer.status_code == 422
    assert "x" * 10_001 in answer.text


def test_mark_for_later_and_back(panel):
    browser = panel.log_in(panel.anna)
    browser.submit_form(panel.pages[0], {}, form="merken")
    assert [one.is_for_later for one in rows(ReadingNote)] == [True]
    browser.submit_form(panel.pages[0], {}, form="merken")
    assert [one.is_for_later for one in rows(ReadingNote)] == [False]


def test_every_submitted_version_is_kept_and_shown(panel):
    browser = panel.log_in(panel.anna)
    browser.submit_form(panel.pages[0], FULL | {"published_remark": "Weiter so."}, form="bogen", button="absicht=abgeben")
    browser.submit_form(panel.pages[0], {}, form="oeffnen")
    browser.submit_form(panel.pages[0], {"points_benefit": "9"}, form="bogen", button="absicht=abgeben")
    versions = rows(SheetVersion)
    assert len(versions) == 2
    assert '"benefit":"8' in versions[0].content
    assert '"benefit":"9' in versions[1].content
    page = browser.get(panel.pages[0]).text
    assert "2 abgegebene Fassungen" in page
    assert "Weiter so." in page
    assert "Fassungen" not in panel.log_in(panel.berta).get(panel.pages[0]).text
    for statement in ("UPDATE sheet_version SET content = ''", "DELETE FROM sheet_version"):
        with pytest.raises(DBAPIError, match="never changed"), write_session() as session:
            session.execute(text(statement))
