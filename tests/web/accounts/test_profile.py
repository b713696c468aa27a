"""The profile: municipality, sessions, password."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import BrowserSession
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.client import PASSWORD, PageClient, form_fields
from tests.web.accounts.conftest import link_in

NEW = "Gurke tanzt Fagott"
LogIn = Callable[[object], PageClient]


def own_sessions() -> int:
    db.session.rollback()
    query = select(func.count()).select_from(BrowserSession).where(BrowserSession.account_id.is_not(None))
    return db.session.scalar(query) or 0


def test_password_change_ends_other_sessions_and_keeps_this_one(log_in: LogIn, mails: Callable[[], list[OutgoingMail]]) -> None:
    account = factories.make_account("kim@bocholt.example")
    here, there = log_in(account), log_in(account)
    values = {"password": PASSWORD, "new_password": NEW, "new_password_confirm": NEW}
    response = here.submit_form("/konto/passwort", values)
    assert response.location == "/konto/"
    assert "Ihr Passwort ist geändert" in here.get("/konto/").text
    assert there.get("/konto/").status_code == 302
    assert own_sessions() == 1
    assert [mail.subject for mail in mails()] == ["Ihr Passwort wurde geändert"]


def test_password_reset_ends_all_sessions(
    app: Flask, log_in: LogIn, mails: Callable[[], list[OutgoingMail]], actions: Callable[[], list[tuple[str, str]]]
) -> None:
    account = factories.make_account("kim@bocholt.example")
    thief = log_in(account)
    client = app.test_client()
    client.submit_form("/konto/passwort-vergessen", {"email": account.email})
    link = link_in(mails()[0], "/konto/passwort-vergessen/")
    response = client.submit_form(link, {"password": NEW, "password_confirm": NEW}, form="passwort-vergessen")
    assert response.location == "/konto/anmelden"
    assert own_sessions() == 0
    assert thief.get("/konto/").status_code == 302
    assert "ungültig" in client.get(client.get(link).location).text
    assert client.submit_form("/konto/anmelden", {"email": account.email, "password": NEW}).status_code == 302
    assert ("account.reset_password", f"account:{account.id}") in actions()


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"password": "falsch", "new_password": NEW, "new_password_confirm": NEW}, "Dieses Passwort stimmt nicht"),
        ({"password": PASSWORD, "new_password": NEW, "new_password_confirm": NEW + "!"}, "stimmen nicht überein"),
        ({"password": PASSWORD, "new_password": PASSWORD, "new_password_confirm": PASSWORD}, "anderes als das bisherige"),
        ({"password": PASSWORD, "new_password": "Sommer2026!!!", "new_password_confirm": "Sommer2026!!!"}, "leicht zu erraten"),
        ({"password": PASSWORD, "new_password": "Beispiel im Moor", "new_password_confirm": "Beispiel im Moor"}, "Ihr Name"),
    ],
)
def test_bad_new_passwords_are_explained(log_in: LogIn, values: dict[str, str], error: str) -> None:
    client = log_in(factories.make_account("kim@bocholt.example"))
    response = client.submit_form("/konto/passwort", values)
    assert response.status_code == 422
    assert error in response.text
    assert client.get("/konto/").status_code == 200


def test_sessions_are_listed_and_ended_everywhere(log_in: LogIn, actions: Callable[[], list[tuple[str, str]]]) -> None:
    account = factories.make_account("kim@bocholt.example")
    here, there = log_in(account), log_in(account)
    stranger = log_in(factories.make_account("eve@elsewhere.example"))
    page = here.get("/konto/").text
    assert page.count("ein anderes") == 1
    response = here.submit_form("/konto/", {}, form="ueberall-abmelden")
    assert response.location == "/konto/anmelden"
    assert "überall abgemeldet" in here.get(response.location).text
    assert here.get("/konto/").status_code == there.get("/konto/").status_code == 302
    assert stranger.get("/konto/").status_code == 200
    assert ("account.end_sessions", f"account:{account.id}") in actions()


def test_choosing_a_municipality_by_typing_its_name(log_in: LogIn) -> None:
    account = factories.make_account("kim@bocholt.example")
    client = log_in(account)
    response = client.submit_form("/konto/kommune", {"body": " bocholt "})
    assert response.location == "/bewerbung/"
    assert factories.actor(account).organisations == {factories.BOCHOLT}
    page = client.get("/konto/").text
    assert "Stadt Bocholt" in page
    assert "bestätigt" in page


def test_choosing_a_municipality_by_its_key(log_in: LogIn) -> None:
    account = factories.make_account("kim@bocholt.example")
    log_in(account).submit_form("/konto/kommune", {"body": factories.GRONAU})
    assert factories.actor(account).organisations == {factories.GRONAU}


def test_what_the_type_ahead_chose_counts(log_in: LogIn) -> None:
    account = factories.make_account("kim@bocholt.example")
    log_in(account).submit_form("/konto/kommune", {"body": "Stadt Bocholt", "body_key": factories.BOCHOLT})
    assert factories.actor(account).organisations == {factories.BOCHOLT}


def test_ambiguous_name_offers_a_choice_without_javascript(log_in: LogIn) -> None:
    account = factories.make_account("kim@bocholt.example")
    client = log_in(account)
    response = client.submit_form("/konto/kommune", {"body": "boch"})
    assert response.status_code == 422
    assert "Bitte wählen Sie genau eine aus" in response.text
    assert f'value="{factories.BOCHOLT}"' in response.text
    assert 'value="05911000"' in response.text
    action, fields = form_fields(response.text, "/konto/kommune")
    fields["body_key"] = factories.BOCHOLT
    assert client.post(action, data=fields).location == "/bewerbung/"
    assert factories.actor(account).organisations == {factories.BOCHOLT}


def test_choice_left_open_is_asked_again(log_in: LogIn) -> None:
    client = log_in(factories.make_account("kim@bocholt.example"))
    response = client.submit_form("/konto/kommune", {"body": "boch"})
    action, fields = form_fields(response.text, "/konto/kommune")
    assert "Bitte wählen Sie genau eine aus" in client.post(action, data=fields).text


@pytest.mark.parametrize("text", ["", "   ", "Entenhausen", "x" * 300, "00000000"])
def test_unknown_municipality_is_explained_and_kept(log_in: LogIn, text: str) -> None:
    response = log_in(factories.make_account("kim@bocholt.example")).submit_form("/konto/kommune", {"body": text})
    assert response.status_code == 422
    assert "ikz-error-summary" in response.text
    assert text.strip() in response.text


def test_waiting_membership_is_shown_and_gives_no_rights(log_in: LogIn) -> None:
    account = factories.make_account("kim@gmx.de")
    client = log_in(account)
    response = client.submit_form("/konto/kommune", {"body": "Bocholt"})
    assert response.location == "/konto/"
    page = client.get("/konto/").text
    assert "bestätigt noch, dass Sie dort arbeiten" in page
    assert "bestätigt jetzt, dass Sie dort arbeiten" in page
    assert factories.actor(account).organisations == frozenset()


def test_leaving_a_municipality(log_in: LogIn) -> None:
    account = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    client = log_in(account)
    response = client.submit_form(f"/konto/kommune/verlassen?kommune={factories.BOCHOLT}", {}, form="verlassen")
    assert response.location == "/konto/"
    assert "Noch keine Kommune" in client.get("/konto/").text
    assert factories.actor(account).organisations == frozenset()


def test_searching_the_register(anonymous: PageClient) -> None:
    hits = anonymous.get("/register/suche?q=boch").json
    assert {
        "value": factories.BOCHOLT,
        "label": "Stadt Bocholt",
        "hint": "05554008 · Kreis Borken · Regierungsbezirk Münster",
    } in hits
    assert len(anonymous.get("/register/suche?q=e").json) <= 10
    assert anonymous.get("/register/suche").json == []
    assert anonymous.get("/register/suche?q=" + "%25_" * 200).json == []
