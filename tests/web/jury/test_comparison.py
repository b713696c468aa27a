"""After scoring and the organiser's opening: the others' points, flags and words; before it, and with bias, nothing."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import form_fields
from tests.web.jury.conftest import MARK, leave_marks, recuse

ADMIN = "/verwaltung/runden/landespreis-2/vergleich"


@pytest.fixture
def compared(panel, log_in):
    """Anna has scored Alpha (far from Berta) and Beta (near), not Gamma; scoring is closed. `open()` opens the comparison."""
    leave_marks(panel)
    for entry, points in zip(panel.entries[:2], ("1", "7"), strict=True):
        factories.make_sheet(entry, panel.anna, (points,) * 3)
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    panel.organiser = factories.make_account("mitte@example.org", is_admin=True)
    panel.compare = f"/jury/{panel.slug}/vergleich"
    panel.open = lambda: log_in(panel.organiser).submit_form(ADMIN, {"sicher": "ja"})
    return panel


def page_of(panel, browser, number):
    return browser.get(f"{panel.compare}/{panel.ids[number]}")


def test_before_the_opening_nothing_is_seen(compared):
    anna = compared.log_in(compared.anna)
    for answer in (anna.get(compared.compare), page_of(compared, anna, 0)):
        assert answer.status_code == 403
        assert MARK not in answer.text
        assert "7,77" not in answer.text
    assert "Bewertungen vergleichen" not in anna.get("/jury/").text


def test_after_it_where_the_jury_disagrees_most_is_first(compared):
    assert compared.open().status_code == 303
    anna = compared.log_in(compared.anna)
    assert "Bewertungen vergleichen" in anna.get("/jury/").text
    page = anna.get(compared.compare).text
    table = page[page.index("<table") :]
    assert table.index("Beitrag Alpha") < table.index("Beitrag Beta") < table.index("Beitrag Gamma")
    assert "6,77" in page  # 7.77 - 1
    one = page_of(compared, anna, 0).text
    assert "7,77" in one
    assert MARK in one


def test_what_one_has_not_scored_stays_hidden_and_cannot_be_discussed(compared):
    compared.open()
    anna = compared.log_in(compared.anna)
    page = page_of(compared, anna, 2).text
    assert MARK not in page
    assert "7,77" not in page
    there = f"{compared.compare}/{compared.ids[0]}"
    _, fields = form_fields(anna.get(there).text, "besprechen")
    hidden = f"{compared.compare}/{compared.ids[2]}/besprechen"
    answer = anna.post(hidden, data=fields.to_dict() | {"besprechen": "ja"})
    assert (answer.status_code, answer.location) == (303, hidden.removesuffix("/besprechen"))
    assert 'class="ikz-flashes"' in anna.get(answer.location).text
    assert db.session.scalar(text("SELECT count(*) FROM discussion_flag")) == 0


def test_a_juror_with_bias_finds_no_such_entry(compared):
    factories.set_phase(compared.edition, Phase.JUDGING)
    recuse(compared, compared.anna, compared.entries[0])
    factories.set_phase(compared.edition, Phase.DELIBERATION)
    compared.open()
    anna = compared.log_in(compared.anna)
    assert "Beitrag Alpha" not in anna.get(compared.compare).text
    assert page_of(compared, anna, 0).status_code == 404
    assert anna.get(f"{compared.compare}/{compared.ids[0]}/wortmeldung", follow_redirects=True).status_code == 404


def test_words_and_wishes_are_read_by_the_others_and_taken_back(compared):
    compared.open()
    berta, anna = compared.log_in(compared.berta), compared.log_in(compared.anna)
    there = f"{compared.compare}/{compared.ids[0]}"
    assert berta.submit_form(there, {}, form="besprechen", button="besprechen=ja").status_code == 303
    assert berta.submit_form(there, {"text": "<b>Bitte</b> das Personal besprechen."}, form="wortmeldung").status_code == 303
    page = page_of(compared, anna, 0).text
    assert "&lt;b&gt;Bitte&lt;/b&gt; das Personal besprechen." in page
    assert "Ein Jurymitglied möchte diesen Beitrag besprechen." in page
    assert "Zurücknehmen" not in page
    assert "das Personal besprechen" in compared.log_in(compared.organiser).get(f"{ADMIN}/{compared.ids[0]}").text
    assert berta.submit_form(there, {}, form="zuruecknehmen").status_code == 303
    assert "das Personal besprechen" not in page_of(compared, anna, 0).text
    assert berta.submit_form(there, {}, form="besprechen", button="besprechen=nein").status_code == 303
    assert "möchte diesen Beitrag besprechen" not in page_of(compared, anna, 0).text


@pytest.mark.parametrize(("typed", "words"), [("  ", "Bitte schreiben Sie"), ("x" * 4001, "4000 Zeichen")])
def test_no_word_and_too_many_are_said_and_stay(compared, typed, words):
    compared.open()
    anna = compared.log_in(compared.anna)
    answer = anna.submit_form(f"{compared.compare}/{compared.ids[0]}", {"text": typed}, form="wortmeldung")
    assert answer.status_code == 422
    assert words in answer.text
    assert typed in answer.text


def test_another_closing_of_scoring_asks_for_another_opening(compared):
    """Sheets that were opened once more are scored without sight of the others."""
    compared.open()
    factories.set_phase(compared.edition, Phase.JUDGING)
    anna = compared.log_in(compared.anna)
    assert anna.get(compared.compare).status_code == 403


def test_the_jury_is_told_once_and_the_log_holds_no_words(compared):
    compared.open()
    with write_session() as session:
        told = session.scalars(select(OutgoingMail.recipient).where(OutgoingMail.subject.contains("Vergleich"))).all()
    assert sorted(told) == ["anna@example.org", "berta@example.org"]
    assert "Vergleich öffnen" not in compared.log_in(compared.organiser).get(ADMIN).text
    anna = compared.log_in(compared.anna)
    anna.submit_form(f"{compared.compare}/{compared.ids[0]}", {"text": "Vertraulich"}, form="wortmeldung")
    with write_session() as session:
        lines = session.scalars(select(AuditEntry).where(AuditEntry.action == "discussion.post")).all()
        assert len(lines) == 1
        assert "Vertraulich" not in str(lines[0].new)


def test_words_can_only_be_taken_back(compared):
    compared.open()
    anna = compared.log_in(compared.anna)
    anna.submit_form(f"{compared.compare}/{compared.ids[0]}", {"text": "So war es"}, form="wortmeldung")
    for statement in ("UPDATE discussion_post SET text = 'anders'", "DELETE FROM discussion_post"):
        with pytest.raises(DatabaseError, match="only be taken back"), write_session() as session:
            session.execute(text(statement))


def test_after_the_deliberation_it_is_read_only(compared):
    compared.open()
    factories.set_phase(compared.edition, Phase.DECIDED)
    anna = compared.log_in(compared.anna)
    page = page_of(compared, anna, 0)
    assert page.status_code == 200
    assert "Wortmeldung absenden" not in page.text
