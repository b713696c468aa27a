"""The register in the browser: what a newer official file would change is shown first, and only that is done."""

import io

import pytest
from sqlalchemy import func, select, text
from werkzeug.test import TestResponse

from ikz_award.extensions import db
from ikz_award.models.people.register import RegisterBody
from ikz_award.services.record.intention import write_session
from tests.client import PageClient, form_fields
from tests.services.people.test_register import encoded, lines, municipality_line

__all__ = ["lines"]
PAGE = "/verwaltung/verzeichnis"


@pytest.fixture
def session(client: PageClient) -> object:
    """What `lines` reads the shipped register from."""
    return db.session


def send(client: PageClient, data: bytes) -> TestResponse:
    action, fields = form_fields(client.get(PAGE).text, "verzeichnis")
    return client.post(
        action, data={**fields.to_dict(), "file": (io.BytesIO(data), "GV.txt")}, content_type="multipart/form-data"
    )


def agree(client: PageClient, page: str, **values: str) -> TestResponse:
    action, fields = form_fields(page, "uebernehmen")
    return client.post(action, data={**fields.to_dict(), **values})


def body(key: str) -> RegisterBody | None:
    db.session.rollback()
    return db.session.get(RegisterBody, key)


def changed(lines: dict[str, str]) -> bytes:
    lines["05554044"] = municipality_line("05554044", "Reken, Stadt", kind="63")
    lines["05554070"] = municipality_line("05554070", "Neudorf", population=5)
    del lines["05554012"]
    return encoded(lines, "iso-8859-1")


def test_it_is_shown_before_it_is_done(client: PageClient, lines: dict[str, str]) -> None:
    assert "Ohne Einwohnerzahl oder Fläche" in client.get(PAGE).text
    page = send(client, changed(lines)).text
    for words in ("Gemeinde Neudorf", "Stadt Borken", "amtlicher Name: Gemeinde Reken → Stadt Reken", "31. März 2026", "1.000"):
        assert words in page, words
    assert "Darmstadt" not in page, "of other Länder nothing is kept"
    # Looking has changed nothing.
    assert (body("05554070"), body("05554012").is_current, body("05554008").population) == (None, True, None)
    done = agree(client, page)
    assert (done.status_code, done.location) == (303, PAGE)
    assert (body("05554070").population, body("05554012").is_current, body("05554008").population) == (5, False, 1000)
    [logged] = db.session.execute(text("SELECT new FROM audit_entry WHERE action = 'register.import'")).scalars()
    assert '"added":["05554070"]' in logged.replace(" ", "")
    assert "Verzeichnis der Kommunen erneuert" in client.get("/verwaltung/pruefprotokoll").text
    # The same file again: nothing left to change.
    again = send(client, encoded(lines)).text
    assert "Stadt Reken" not in again


def test_what_would_differ_by_now_is_shown_again(client: PageClient, lines: dict[str, str]) -> None:
    page = send(client, changed(lines)).text
    with write_session() as session:
        session.get_one(RegisterBody, "05554012").is_current = False
    answer = agree(client, page)
    assert answer.status_code == 409
    assert "Das Verzeichnis hat sich inzwischen geändert." in answer.text
    assert body("05554070") is None
    assert agree(client, answer.text).status_code == 303
    assert body("05554070") is not None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nur 0 Gemeinden"),
        (b"PK\x03\x04", "ZIP-Archiv"),
        (b"<script>", "keiner bekannten Satzart"),
        (b"\xff\x00", "Satzart"),
    ],
)
def test_what_is_no_register_is_refused(data: bytes, words: str, client: PageClient) -> None:
    answer = send(client, data)
    assert answer.status_code == 422
    assert words in answer.text
    assert client.post(PAGE, data={"register": "x", "seen": "y"}).status_code in (400, 422)
    assert db.session.scalar(select(func.count()).where(RegisterBody.population.is_not(None))) == 0
