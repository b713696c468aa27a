"""An entry for the printer: its text, the criteria with boxes, the own points; nothing to press, nothing of the others."""

from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.jury.jury import VIEW
from tests import factories
from tests.web.jury.conftest import MARK, leave_marks, recuse


def boxes(page):
    return [[box.text() for box in row.css(".jury-paper__box")] for row in LexborHTMLParser(page).css(".jury-paper__boxes")]


def test_print_view_has_text_criteria_and_empty_boxes(panel):
    leave_marks(panel)
    anna = panel.log_in(panel.anna)
    assert f"{panel.pages[0]}/drucken" in anna.get(panel.pages[0]).text
    db.session.rollback()
    page = anna.get(f"{panel.pages[1]}/drucken").text
    assert "Antwort auf „" in page
    assert "Bewertungsblatt: L2-" in page
    assert boxes(page) == [[str(value) for value in range(11)]] * 3
    assert "jury-paper__box--given" not in page
    assert MARK not in page
    assert not LexborHTMLParser(page).css("main form")
    viewed = db.session.scalars(select(AuditEntry.subject).where(AuditEntry.action == VIEW)).all()
    assert f"entry:{panel.entries[1].id}" in viewed


def test_own_points_are_marked_and_recused_entries_are_not_there(panel):
    factories.make_sheet(panel.entries[0], panel.anna, ("7", "8", "9"))
    anna = panel.log_in(panel.anna)
    page = anna.get(f"{panel.pages[0]}/drucken").text
    given = [box.text() for box in LexborHTMLParser(page).css(".jury-paper__box--given")]
    assert given == ["7", "8", "9"]
    assert "Begründung 8" in page
    recuse(panel, panel.anna, panel.entries[0])
    assert anna.get(f"{panel.pages[0]}/drucken").status_code == 404
