"""Public pages in the organiser's words: written, looked at, saved, put back; hostile words are words."""

import re

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.editions.site import SiteTextVersion
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient, form_fields

PAGE = "/verwaltung/seiten/impressum"


def saved() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(SiteTextVersion.body).order_by(SiteTextVersion.version)))


def test_before_the_first_version_the_shipped_text_counts_and_says_what_is_missing(client: PageClient) -> None:
    edition = factories.make_edition()
    page = client.get("/impressum").text
    assert "Vom Auslober zu ergänzen" in page
    assert factories.value_of(type(edition), edition, "organiser") in page
    assert "Angaben fehlen: Impressum" in client.get("/verwaltung/").text


def test_what_is_saved_is_what_everybody_reads(client: PageClient) -> None:
    factories.make_edition()
    answer = client.submit_form(PAGE, {"body": "## Anbieter\n\n**[Auslober]**, Telefon 0211 123"})
    assert answer.status_code == 303
    page = client.get("/impressum").text
    assert "Telefon 0211 123" in page
    assert "[Auslober]" not in page
    assert "Vom Auslober zu ergänzen" not in page
    assert saved() == ["## Anbieter\n\n**[Auslober]**, Telefon 0211 123"]
    actions = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "site.edit_text")).all()
    assert [(one.subject, one.new) for one in actions] == [("site:impressum", {"version": 1})]


def test_a_preview_shows_and_saves_nothing(client: PageClient) -> None:
    answer = client.submit_form(PAGE, {"body": "## Neu\n\nNur angesehen", "vorschau": "ja"})
    assert answer.status_code == 200
    assert '<h2 class="kern-heading-medium">Neu</h2>' in answer.text
    assert form_fields(answer.text)[1]["body"].replace("\r", "") == "## Neu\n\nNur angesehen"
    assert saved() == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [("   ", "Bitte schreiben Sie den Text."), ("Frist: [Einsendeschluss]", "Den Platzhalter [Einsendeschluss] gibt es nicht"),
     ("x" * 40_001, "kürzen"), ("|a|\n|-|\n" + "|b|\n" * 300, "höchstens 10 Spalten"), ("|" * 12, "höchstens 10 Spalten"),
     ("> " * 10 + "tief", "schachteln")],
)  # fmt: skip
def test_a_text_that_cannot_stand_is_refused_with_what_was_typed(client: PageClient, body: str, fault: str) -> None:
    answer = client.submit_form(PAGE, {"body": body})
    assert answer.status_code == 422
    assert fault in answer.text
    assert saved() == []


def test_two_people_do_not_overwrite_each_other(client: PageClient) -> None:
    page = client.get(PAGE).text
    client.submit_form(PAGE, {"body": "Erster"})
    answer = client.post(PAGE, data={**form_fields(page)[1], "body": "Zweiter"})
    assert answer.status_code == 409
    assert "Erster" in answer.text
    assert form_fields(answer.text)[1]["body"] == "Zweiter"
    assert client.post(PAGE, data=form_fields(answer.text)[1]).status_code == 303
    assert saved() == ["Erster", "Zweiter"]


def test_an_earlier_version_is_put_back_as_a_new_one(client: PageClient) -> None:
    client.submit_form(PAGE, {"body": "Erster"})
    client.submit_form(PAGE, {"body": "Zweiter"})
    assert "Erster" in client.get(f"{PAGE}/fassungen/1").text
    assert client.submit_form(f"{PAGE}/fassungen/1", {}).status_code == 303
    assert saved() == ["Erster", "Zweiter", "Erster"]
    assert client.submit_form(f"{PAGE}/fassungen/0", {}).status_code == 303
    assert "noch einzutragen" in saved()[-1]
    assert client.get(f"{PAGE}/fassungen/9").status_code == 404


def test_nobody_changes_a_version_that_was_published(client: PageClient) -> None:
    client.submit_form(PAGE, {"body": "Erster"})
    with pytest.raises(DatabaseError, match="on record"), write_session() as session:
        session.execute(text("UPDATE site_text_version SET body = 'x'"))


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "[Klick](javascript:alert(1))",
     "![Bild](https://tracker.example/x.png)", "[x](data:text/html;base64,AAAA)", '[y](https://a.example "><script>")'],
)  # fmt: skip
def test_hostile_words_are_shown_as_words(client: PageClient, words: str) -> None:
    client.submit_form(PAGE, {"body": words})
    main = client.get("/impressum").text.partition("<main")[2].partition("</main")[0]
    for sign in ("<script", "<img", 'href="javascript', 'href="data'):
        assert sign not in main
    assert not re.search(r"<[^>]*\son\w+=", main)


def test_other_names_are_no_pages(client: PageClient) -> None:
    assert client.get("/verwaltung/seiten/startseite").status_code == 404
    assert client.post("/verwaltung/seiten/..%2fgeheim", data={}).status_code == 404


def test_a_table_says_in_each_cell_what_it_is_on_a_phone(client: PageClient) -> None:
    client.submit_form(PAGE, {"body": "| Daten | Wie **lange** |\n| --- | --- |\n| Name | ein Tag |\n| <b>Ort</b> | zwei |"})
    page = client.get("/impressum").text
    assert '<td class="kern-table__cell" data-label="Wie lange">ein Tag</td>' in page
    assert "&lt;b&gt;Ort&lt;/b&gt;" in page


def test_a_preview_is_judged_as_what_is_saved(client: PageClient) -> None:
    """Or what nobody may save could still keep the server busy."""
    answer = client.submit_form(PAGE, {"body": "[" * 40_001, "vorschau": "ja"})
    assert answer.status_code == 422


def test_the_longest_text_gives_a_page_of_its_own_size(client: PageClient) -> None:
    """Each cell bears the heading of its column: cut, and not in a table without end."""
    rows = "".join(f"|{'y' * 60}|\n" for _row in range(298))
    client.submit_form(PAGE, {"body": f"# {'K' * 5000}\n\n|{'x' * 9000}|\n|:-:|\n{rows}"})
    page = client.get("/impressum")
    assert page.status_code == 200
    assert len(page.data) < 120_000
    assert "style=" not in page.text.partition("<main")[2]


def test_the_organisers_name_is_words_whatever_it_holds(client: PageClient) -> None:
    edition = factories.make_edition()
    with write_session() as session:
        session.get_one(type(edition), edition.id).organiser = "Mini*st*erium [x](http://evil.example) <b>"
    client.submit_form(PAGE, {"body": "Anbieter: [Auslober]"})
    main = client.get("/impressum").text.partition("<main")[2].partition("</main")[0]
    assert "Mini*st*erium [x](http://evil.example) &lt;b&gt;" in main


def test_brackets_that_are_no_placeholder_may_be_written(client: PageClient) -> None:
    body = "Siehe [1], [Abs. 2] und \\[Auslober\\]; - [ ] offen"
    assert client.submit_form(PAGE, {"body": body}).status_code == 303


def test_in_the_first_hour_the_organiser_of_the_edition_in_preparation_stands_there(client: PageClient) -> None:
    edition = factories.make_edition(phase=Phase.PREPARATION)
    client.submit_form(PAGE, {"body": "Anbieter: [Auslober]"})
    assert factories.value_of(type(edition), edition, "organiser") in client.get("/impressum").text
    assert "Impressum" not in client.get("/verwaltung/").text.partition("Angaben fehlen:")[2].partition("<")[0]


def test_headings_begin_below_the_title_and_none_is_empty(client: PageClient) -> None:
    client.submit_form(PAGE, {"body": "### Erste\n\n#\n\n# Zweite\n\n#### Dritte"})
    main = client.get("/impressum").text.partition("ikz-site")[2]
    assert re.findall(r"<(h\d)[^>]*>([^<]*)<", main)[:3] == [("h2", "Erste"), ("h2", "Zweite"), ("h3", "Dritte")]
