"""A form that came without a session or with an old token comes back with everything that was typed."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, g
from sqlalchemy import delete

from ikz_award.extensions import db
from ikz_award.models.people.accounts import BrowserSession
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PASSWORD, PageClient, form_fields

RESUME = "/konto/fortsetzen"
HOSTILE = 'Grüße „an“ alle "Ämter" & <script>alert(1)</script>\'\n\n  zweiter Absatz\t{{ 7 * 7 }} %s </textarea></form><b>\\'


def lose_sessions() -> None:
    with write_session() as session:
        session.execute(delete(BrowserSession))


def typed_into_body_form(client: PageClient, text: str) -> dict[str, Any]:
    _, fields = form_fields(client.get("/konto/kommune").text, "/konto/kommune")
    return fields.to_dict() | {"body": text}


def test_lost_session_costs_two_clicks_and_no_text(app: Flask, log_in: Callable[[object], PageClient]) -> None:
    account = factories.make_account("kim@bocholt.example")
    client = log_in(account)
    values = typed_into_body_form(client, "Ahaus")
    lose_sessions()
    page = client.post("/konto/kommune", data=values)
    assert page.status_code == 401
    assert "Ihre Eingaben sind noch da" in page.text
    assert "Ahaus" in page.text

    action, fields = form_fields(page.text, RESUME)
    assert action == RESUME
    fields["email"], fields["password"] = account.email, PASSWORD
    confirm = client.post(RESUME, data=fields)
    assert confirm.status_code == 200
    assert "Kim Beispiel" in confirm.text

    action, fields = form_fields(confirm.text, "/konto/kommune")
    assert fields["idempotency_key"] == values["idempotency_key"]
    saved = client.post(action, data=fields)
    assert saved.location == "/bewerbung/"
    assert factories.AHAUS in factories.actor(account).organisations


def test_text_survives_byte_for_byte(log_in: Callable[[object], PageClient]) -> None:
    account = factories.make_account("kim@bocholt.example")
    client = log_in(account)
    values = typed_into_body_form(client, HOSTILE)
    lose_sessions()
    page = client.post("/konto/kommune", data=values)
    assert "<script>alert(1)" not in page.text
    assert "{{ 7 * 7 }}" in page.text
    _, fields = form_fields(page.text, RESUME)
    fields["email"], fields["password"] = account.email, "falsch"
    again = client.post(RESUME, data=fields)
    assert again.status_code == 422
    _, fields = form_fields(again.text, RESUME)
    fields["password"] = PASSWORD
    confirm = client.post(RESUME, data=fields)
    _, fields = form_fields(confirm.text, "/konto/kommune")
    assert fields["body"] == HOSTILE


def test_several_values_of_one_name_keep_their_order(log_in: Callable[[object], PageClient]) -> None:
    client = log_in(factories.make_account("kim@bocholt.example"))
    data = {"body": ["b", "a", "b"], "csrf_token": "alt", "email": "jemand@x.example"}
    page = client.post("/konto/kommune", data=data)
    _, fields = form_fields(page.text, "/konto/kommune")
    assert fields.getlist("body") == ["b", "a", "b"]
    assert fields["email"] == "jemand@x.example"


def test_old_token_asks_only_to_confirm(log_in: Callable[[object], PageClient]) -> None:
    account = factories.make_account("kim@bocholt.example")
    client = log_in(account)
    values = typed_into_body_form(client, "Ahaus") | {"csrf_token": "alt"}
    page = client.post("/konto/kommune", data=values)
    assert page.status_code == 400
    action, fields = form_fields(page.text, "/konto/kommune")
    assert "password" not in fields
    assert client.post(action, data=fields).location == "/bewerbung/"


def test_passwords_are_neither_shown_nor_carried(anonymous: PageClient) -> None:
    data = {"name": "Ada", "email": "ada@x.example", "password": "Gurke tanzt Fagott", "csrf_token": "alt"}
    page = anonymous.post("/konto/registrieren", data=data)
    assert page.status_code == 400
    assert "Gurke" not in page.text
    action, fields = form_fields(page.text, "/konto/registrieren")
    assert fields["name"] == "Ada"
    back = anonymous.post(action, data=fields)
    assert back.status_code == 422
    assert 'value="Ada"' in back.text


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "https://evil.example/konto/kommune",
        "/\\evil.example",
        "/gibtesnicht",
        "/impressum",
        "",
        "javascript:1",
        "/konto/kommune\n//x",
        "konto/kommune",
    ],
)
def test_target_must_be_a_form_of_ours(anonymous: PageClient, target: str) -> None:
    token = anonymous.get("/konto/anmelden").text.partition('name="csrf_token" value="')[2].partition('"')[0]
    account = factories.make_account("kim@bocholt.example")
    data = {"resume.target": target, "email": account.email, "password": PASSWORD, "csrf_token": token}
    assert anonymous.post(RESUME, data=data).status_code == 404
    assert anonymous.get("/konto/").status_code == 302


def test_resume_page_left_open_too_long_does_not_nest(log_in: Callable[[object], PageClient]) -> None:
    account = factories.make_account("kim@bocholt.example")
    client = log_in(account)
    values = typed_into_body_form(client, "Ahaus")
    lose_sessions()
    _, fields = form_fields(client.post("/konto/kommune", data=values).text, RESUME)
    lose_sessions()
    page = client.post(RESUME, data=fields.to_dict() | {"email": account.email, "password": PASSWORD})
    _, fields = form_fields(page.text, "/konto/kommune")
    assert fields["body"] == "Ahaus"


def test_files_cannot_be_carried_and_that_is_said(log_in: Callable[[object], PageClient]) -> None:
    import io

    client = log_in(factories.make_account("kim@bocholt.example"))
    lose_sessions()
    data = {"body": "x", "anlage": (io.BytesIO(b"%PDF-1.7"), "a.pdf")}
    page = client.post("/konto/kommune", data=data, content_type="multipart/form-data")
    assert "Dateien müssen Sie noch einmal auswählen" in page.text


def test_what_another_site_sent_is_not_offered(log_in: Callable[[object], PageClient]) -> None:
    client = log_in(factories.make_account("kim@bocholt.example"))
    page = client.post("/konto/kommune", data={"body": "Ahaus"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert page.status_code == 400
    assert "Ahaus" not in page.text


def test_nothing_is_stored_for_it(log_in: Callable[[object], PageClient]) -> None:
    client = log_in(factories.make_account("kim@bocholt.example"))
    values = typed_into_body_form(client, "ein-seltenes-Wort")
    lose_sessions()
    client.post("/konto/kommune", data=values)
    db.session.rollback()
    stored = " ".join(row for row in db.session.scalars(db.select(BrowserSession.data)))
    assert "ein-seltenes-Wort" not in stored


def test_who_logs_in_on_the_page_acts_from_then_on(app: Flask, log_in: Callable[[object], PageClient]) -> None:
    """One person in a request: the one whom the page greets is the one who would be written down."""
    account = factories.make_account("kim@bocholt.example")
    client = log_in(account)
    values = typed_into_body_form(client, "Ahaus")
    lose_sessions()
    _action, fields = form_fields(client.post("/konto/kommune", data=values).text, RESUME)
    fields["email"], fields["password"] = account.email, PASSWORD
    with client:
        client.post(RESUME, data=fields)
        assert (g.actor.account_id, g.call.actor) == (account.id, g.actor)
