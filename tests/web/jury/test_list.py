"""The juror's list."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.jury.jury import JurorTie
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.web.jury.conftest import recuse


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def tie(account: Any, body_key: str) -> None:
    """Tie a juror to a body of the register."""
    seat = next(iter(factories.actor(account).seats.values()))
    with write_session() as session:
        session.add(JurorTie(juror_id=seat.juror_id, body_key=body_key))


def test_list_shows_own_status_and_points(panel):
    factories.make_sheet(panel.entries[0], panel.anna, ("8", "9", "8"))
    page = panel.log_in(panel.anna).get(panel.list).text
    assert "8,30" in page
    assert "1 von 3 Beiträgen bearbeitet" in page


def test_list_needs_the_same_number_of_queries_for_1_and_30_rows(app, log_in):
    edition = factories.make_edition(phase=Phase.JUDGING)
    applicant = factories.make_account("antrag@example.org")
    anna = factories.make_juror(edition, "anna@example.org")
    tie(anna, factories.BORKEN)
    browser = log_in(anna)
    browser.get("/jury/")

    def count(rows: int) -> int:
        for number in range(rows):
            entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title=f"Nr. {number}")
            factories.make_sheet(entry, anna, ("5", "5", "5"))
        with counted_statements() as statements:
            page = browser.get(f"/jury/{edition.slug}/beitraege")
        assert "Hinweis: möglicher Bezug" in page.text
        return len(statements)

    assert count(1) == count(29)


def test_entry_page_needs_the_same_number_of_queries_with_30_entries(panel):
    browser = panel.log_in(panel.anna)
    browser.get(panel.pages[0])
    with counted_statements() as few:
        browser.get(panel.pages[0])
    for number in range(30):
        factories.make_entry(
            panel.edition,
            created_by=panel.applicant,
            status=EntryStatus.ADMITTED,
            title=f"Nr. {number}",
            partners=(factories.BORKEN, factories.AHAUS),
        )
    with counted_statements() as many:
        browser.get(panel.pages[0])
    assert len(few) == len(many)


def test_filters_search_sorting_and_pages(panel):
    factories.make_sheet(panel.entries[1], panel.anna, ("9", "9", "9"))
    factories.make_sheet(panel.entries[2], panel.anna, ("2", "2", "2"))
    browser = panel.log_in(panel.anna)

    def titles(query: str) -> list[str]:
        text = browser.get(f"{panel.list}?{query}").text
        return sorted((name for name in ("Alpha", "Beta", "Gamma") if f"Beitrag {name}" in text), key=text.index)

    assert titles("suche=ahaus") == ["Beta"]
    assert titles("stand=submitted&sortierung=points") == ["Beta", "Gamma"]
    assert titles("sortierung=title") == ["Alpha", "Beta", "Gamma"]
    assert titles("kategorie=krise") == []
    assert titles("stand=quatsch&sortierung=quatsch&seite=999") != []
    assert "Nichts gefunden" in browser.get(f"{panel.list}?suche=xyz").text


def test_order_differs_between_jurors_and_stays_for_each(panel):
    for number in range(12):
        factories.make_entry(panel.edition, created_by=panel.applicant, status=EntryStatus.ADMITTED, title=f"Nr. {number:02}")

    def order(account: Any) -> list[str]:
        browser = panel.log_in(account)
        text = browser.get(panel.list).text
        return sorted((f"Nr. {number:02}" for number in range(12)), key=text.index)

    assert order(panel.anna) == order(panel.anna)
    assert order(panel.anna) != order(panel.berta)


def test_of_a_recused_entry_only_the_title_is_left(panel):
    factories.make_sheet(panel.entries[0], panel.anna, ("8", "9", "8"))
    recuse(panel, panel.anna, panel.entries[0])
    browser = panel.log_in(panel.anna)
    page = browser.get(panel.list).text
    assert "Beitrag Alpha" in page
    assert "Befangen" in page
    assert "Bocholt" not in page
    assert "8,30" not in page
    for query in ("suche=bocholt", "kategorie=pflichtaufgaben"):
        assert "Beitrag Alpha" not in browser.get(f"{panel.list}?{query}").text
    assert "0 von 2 Beiträgen bearbeitet" in page
    for url in (panel.pages[0], f"{panel.pages[0]}/enthaltung"):
        assert browser.get(url).status_code == 404
    assert "Bocholt" not in browser.get(f"{panel.pages[0]}/befangenheit").text
    assert panel.ids[0] not in browser.get(panel.pages[1]).text


def test_only_admitted_entries_are_listed(panel):
    for status in (EntryStatus.SUBMITTED, EntryStatus.EXCLUDED, EntryStatus.DRAFT):
        factories.make_entry(panel.edition, created_by=panel.applicant, status=status, title=f"Nicht dabei {status}")
    assert "Nicht dabei" not in panel.log_in(panel.anna).get(panel.list).text


def test_list_before_judging_is_refused_in_words(panel):
    factories.set_phase(panel.edition, Phase.SCREENING)
    answer = panel.log_in(panel.anna).get(panel.list)
    assert answer.status_code == 403
    assert "sobald die Bewertung begonnen hat" in answer.text
