"""A new edition in the browser: from a template, as a copy, from a file; and everything that is wrong is told before."""

import io
from typing import Any

import pytest
from sqlalchemy import func, select, text
from werkzeug.test import TestResponse

from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.queries.editions.definition import definition_of
from ikz_award.services.editions.definition_files import MOST_BYTES, read_definition, written_definition
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient, form_fields

PAGE = "/verwaltung/neue-runde"
FROM_SECOND = f"{PAGE}/vorlage/landespreis-2"


def editions() -> list[Edition]:
    db.session.rollback()
    return list(db.session.scalars(select(Edition).order_by(Edition.id)))


def send(client: PageClient, data: bytes, name: str = "runde.toml") -> TestResponse:
    action, fields = form_fields(client.get(PAGE).text, "aus-datei")
    return client.post(action, data={**fields.to_dict(), "file": (io.BytesIO(data), name)}, content_type="multipart/form-data")


def send_on(client: PageClient, page: str, **values: str) -> TestResponse:
    """Fill in the form that a page holds and send it."""
    action, fields = form_fields(page, "neue-runde")
    return client.post(action, data={**fields.to_dict(), **values})


def test_the_first_edition_is_made_from_a_template(client: PageClient) -> None:
    start = client.get("/verwaltung/").text
    assert "Noch keine Wettbewerbsrunde" in start
    assert f'href="{PAGE}"' in start
    page = client.get(FROM_SECOND).text
    _action, fields = form_fields(page, "neue-runde")
    # Thursday a fortnight ago became a Thursday in more than four weeks; all else keeps its distance.
    assert (fields["dates.opens_at"], fields["dates.deadline_at"]) == ("2026-04-01T00:00", "2026-05-06T23:59")
    assert (fields["name"], fields["slug"], fields["number_prefix"]) == ("2. Landespreis", "landespreis-2", "L2-")
    done = send_on(client, page)
    assert (done.status_code, done.location) == (303, "/verwaltung/runden/landespreis-2/")
    [made] = editions()
    assert (made.phase, len(made.categories), made.categories[5].name) == (Phase.PREPARATION, 6, "Shared Service Center")
    assert "ist angelegt und in Vorbereitung" in client.get(done.location).text
    # Nobody else sees it.
    assert client.get("/wettbewerb/landespreis-2").status_code == 404
    [action] = db.session.execute(text("SELECT action FROM audit_entry WHERE subject LIKE 'edition:%'")).scalars()
    assert action == "edition.create"
    assert "Wettbewerbsrunde angelegt" in client.get("/verwaltung/pruefprotokoll").text


def test_sent_twice_it_is_one_edition(client: PageClient) -> None:
    page = client.get(FROM_SECOND).text
    assert {send_on(client, page).location for _time in range(2)} == {"/verwaltung/runden/landespreis-2/"}
    assert len(editions()) == 1


def test_a_copy_has_what_was_changed_and_the_next_name(client: PageClient) -> None:
    edition = factories.make_edition()
    with write_session() as session:
        session.scalars(select(Category).where(Category.position == 1)).one().prize_euro = 12_345
        session.get_one(Edition, edition.id).entry_megabytes = 99
    assert 'href="/verwaltung/neue-runde/runde/landespreis-2"' in client.get(PAGE).text
    done = send_on(client, client.get(f"{PAGE}/runde/landespreis-2").text)
    assert done.location == "/verwaltung/runden/landespreis-3/"
    old, new = editions()
    assert (new.name, new.number_prefix, new.phase, new.next_number) == ("3. Landespreis", "L3-", Phase.PREPARATION, 1)
    before, after = definition_of(db.session(), old), definition_of(db.session(), new)
    assert [name for name in before if before[name] != after[name]] == ["slug", "name", "number_prefix", "dates"]
    assert (new.categories[0].prize_euro, new.entry_megabytes) == (12_345, 99)


def test_a_downloaded_edition_comes_back_as_a_file(client: PageClient) -> None:
    factories.make_edition()
    file = client.get("/verwaltung/runden/landespreis-2/datei")
    assert file.headers["Content-Disposition"].startswith("attachment; filename=landespreis-2.toml;")
    with write_session() as session:
        for edition in session.scalars(select(Edition)):
            edition.slug, edition.number_prefix = "anders", "A-"
    page = send(client, file.data).text
    done = send_on(client, page, slug="uebernommen", name="Übernommen", number_prefix="Ü-")
    assert done.location == "/verwaltung/runden/uebernommen/"
    made = editions()[1]
    first, again = read_definition(file.data), read_definition(written_definition(definition_of(db.session(), made)))
    assert {name for name in first if first[name] != again[name]} == {"slug", "name", "number_prefix", "dates"}


def test_every_fault_of_a_file_is_told_and_nothing_is_made(client: PageClient) -> None:
    factories.make_edition()
    data = client.get("/verwaltung/runden/landespreis-2/datei").data.decode()
    data = data.replace("prize_euro = 10000", "prize_euro = -1", 1).replace('key = "two_partners"', 'key = "two_cats"')
    data = data.replace('kind = "review"', 'kind = "<script>"')
    page = send(client, data.encode()).text
    assert "stimmen nicht. Angelegt wurde nichts." in page
    for words in ("Kategorien, Nr. 1", "categories.1.prize_euro", "Mindestens 0 nötig, hier: -1.", "steps.6.kind"):
        assert words in page
    assert "<script>“" not in page
    assert "Runde anlegen" not in page
    # What only shows once the fields are in order comes then.
    page = send(client, data.replace("= -1", "= 1").replace("<script>", "review").encode()).text
    assert "Eine Regel „two_cats“ gibt es nicht." in page
    assert len(editions()) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Bitte wählen Sie eine Datei"),
        (b"# nichts", "Daraus lässt sich keine Runde machen"),
        (b"name = 'x", "Zeile 1"),
        (b"\x89PNG\r\n\x1a\n\xff", "Erwartet wird eine Ausschreibung als TOML-Datei"),
        (b"#" * (MOST_BYTES + 2), "höchstens 300 kB"),
        (b"extends = 'x'", "liegt der Anwendung nicht bei"),
    ],
)
def test_what_is_no_definition_is_refused(data: bytes, words: str, client: PageClient) -> None:
    answer = send(client, data)
    assert answer.status_code == (200 if data == b"# nichts" else 422)
    assert words in answer.text
    assert not editions()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"slug": "Landes Preis"}, "Erlaubt sind Kleinbuchstaben"),
        ({"slug": "landespreis-2"}, "gibt es schon"),
        ({"number_prefix": "L2-"}, "So beginnen schon die Nummern"),
        ({"name": " "}, "Mindestens 1 Zeichen nötig"),
        ({"dates.deadline_at": "2026-03-01T10:00", "dates.opens_at": "2026-02-01T10:00"}, "liegt schon zurück"),
        ({"dates.deadline_at": "2026-03-29T02:30"}, "werden die Uhren von 2 auf 3 Uhr vorgestellt"),
        ({"dates.deadline_at": "bald"}, "Hier wird ein Zeitpunkt erwartet"),
        ({"dates.opens_at": ""}, "Dieser Zeitpunkt fehlt."),
        ({"dates.termin-1_ends": "2026-03-30T09:00"}, "Das Ende muss nach dem Beginn liegen."),
    ],
)
def test_what_was_typed_stays_and_its_fault_is_told(typed: dict[str, Any], words: str, client: PageClient) -> None:
    factories.make_edition()
    answer = send_on(client, client.get(f"{PAGE}/runde/landespreis-2").text, **typed)
    assert answer.status_code == 422
    assert words in answer.text
    _action, fields = form_fields(answer.text, "neue-runde")
    assert {name: fields[name] for name in typed} == typed
    assert len(editions()) == 1


def test_a_basis_that_is_none_is_not_found(client: PageClient) -> None:
    for address in ("vorlage/landespreis-9", "runde/landespreis-1", "datei/x", "vorlage/..%2Flandespreis-1"):
        assert client.get(f"{PAGE}/{address}").status_code == 404
    page = client.get(FROM_SECOND).text
    for kind, name in (("shipped", "x"), ("edition", "x"), ("magic", "landespreis-1"), ("", "")):
        assert send_on(client, page, basis_kind=kind, basis_name=name).status_code == 404
    assert db.session.scalar(select(func.count(Edition.id))) == 0
