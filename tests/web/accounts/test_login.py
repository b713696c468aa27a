"""Log-in: sessions, errors, throttling, where it leads, what is put on record."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import event, func, select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account, BrowserSession
from ikz_award.models.record.audit import AuditEntry
from tests import factories
from tests.client import PASSWORD, PageClient, form_fields

LOGIN = "/konto/anmelden"
COOKIE = "ikz_award"


def attempt(client: PageClient, email: str, password: str, **kwargs: object):  # type: ignore[no-untyped-def]
    return client.submit_form(LOGIN, {"email": email, "password": password}, **kwargs)


def session_count() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(BrowserSession).where(BrowserSession.account_id.is_not(None)))


def test_log_in_leads_to_ones_work_with_a_new_session(anonymous: PageClient) -> None:
    account = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    anonymous.get(LOGIN)
    before = anonymous.get_cookie(COOKIE)
    response = attempt(anonymous, account.email, PASSWORD)
    assert response.location == "/konto/start"
    after = anonymous.get_cookie(COOKIE)
    assert before is not None
    assert after is not None
    assert before.value != after.value
    assert anonymous.get("/konto/start").location == "/bewerbung/"
    assert "Kim Beispiel" in anonymous.get("/konto/").text


def test_old_session_is_dead_after_log_in(app: Flask, anonymous: PageClient) -> None:
    account = factories.make_account("kim@bocholt.example")
    anonymous.get(LOGIN)
    fixed = anonymous.get_cookie(COOKIE)
    assert fixed
    anonymous.submit_form(LOGIN, {"email": account.email, "password": PASSWORD})
    thief = app.test_client()
    thief.set_cookie(COOKIE, fixed.value)
    assert thief.get("/konto/").status_code == 302


def test_log_out_kills_the_session_row(app: Flask, log_in: Callable[[object], PageClient]) -> None:
    client = log_in(factories.make_account("kim@bocholt.example"))
    cookie = client.get_cookie(COOKIE)
    assert cookie
    assert session_count() == 1
    response = client.submit_form("/konto/", {}, form="abmelden")
    assert response.location == "/"
    assert session_count() == 0
    stolen = app.test_client()
    stolen.set_cookie(COOKIE, cookie.value)
    assert "anmelden" in stolen.get("/konto/").location


def test_wrong_password_unknown_and_unconfirmed_account_answer_alike(anonymous: PageClient, app: Flask) -> None:
    factories.make_account("kim@bocholt.example")
    factories.make_account("neu@bocholt.example", is_confirmed=False)
    answers = set()
    for email, password in (
        ("kim@bocholt.example", "falsch"),
        ("wer@bocholt.example", "falsch"),
        ("neu@bocholt.example", PASSWORD),
    ):
        response = attempt(app.test_client(), email, password)
        start = response.text.index("ikz-error-summary")
        answers.add((response.status_code, response.text[start : response.text.index("</ul>", start)].replace(email, "")))
    assert len(answers) == 1
    ((status, text),) = answers
    assert status == 422
    assert "Die Anmeldung hat nicht geklappt" in text


def test_typed_address_stays_and_password_does_not(anonymous: PageClient) -> None:
    response = attempt(anonymous, "kim@bocholt.example", "mein geheimes Wort")
    assert 'value="kim@bocholt.example"' in response.text
    assert "mein geheimes Wort" not in response.text


def test_five_failures_make_one_wait_but_lock_nobody_out(app: Flask, anonymous: PageClient) -> None:
    account = factories.make_account("kim@bocholt.example")
    for _ in range(5):
        assert attempt(anonymous, account.email, "falsch").status_code == 422
    response = attempt(anonymous, account.email, PASSWORD)
    assert response.status_code == 429
    assert "Bitte warten Sie einige Minuten" in response.text
    assert "Die Anmeldung hat nicht geklappt" in response.text
    # The owner elsewhere, and a colleague at the same connection, are not concerned.
    elsewhere = app.test_client()
    elsewhere.environ_base["REMOTE_ADDR"] = "203.0.113.7"
    assert attempt(elsewhere, account.email, PASSWORD).status_code == 302
    colleague = factories.make_account("alex@bocholt.example")
    assert attempt(app.test_client(), colleague.email, PASSWORD).status_code == 302


def test_unknown_account_is_throttled_just_the_same(anonymous: PageClient) -> None:
    statuses = [attempt(anonymous, "wer@bocholt.example", "falsch").status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]


def test_waiting_helps(anonymous: PageClient) -> None:
    account = factories.make_account("kim@bocholt.example")
    with time_machine.travel(datetime(2026, 3, 4, 9, 30, tzinfo=UTC), tick=False) as clock:
        for _ in range(5):
            attempt(anonymous, account.email, "falsch")
        clock.shift(timedelta(minutes=14))
        assert attempt(anonymous, account.email, PASSWORD).status_code == 429
        clock.shift(timedelta(minutes=2))
        assert attempt(anonymous, account.email, PASSWORD).status_code == 302


def test_right_password_forgives_earlier_slips(anonymous: PageClient) -> None:
    account = factories.make_account("kim@bocholt.example")
    for _ in range(2):
        for _ in range(4):
            assert attempt(anonymous, account.email, "falsch").status_code == 422
        assert attempt(anonymous, account.email, PASSWORD).status_code == 302
        anonymous.submit_form("/konto/", {}, form="abmelden")


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "https:evil.example",
        "https://evil.example/konto/",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
        "///evil.example",
        "/%09/evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "\t//evil.example",
        "/\t/evil.example",
    ],
)
@pytest.mark.parametrize("place", ["form", "address"])
def test_next_never_leads_away(app: Flask, target: str, place: str) -> None:
    account = factories.make_account("kim@bocholt.example")
    client = app.test_client()
    values = {"email": account.email, "password": PASSWORD}
    if place == "form":
        response = client.submit_form(LOGIN, values | {"next": target})
    else:
        token = client.get(LOGIN).text.partition('name="csrf_token" value="')[2].partition('"')[0]
        response = client.post(LOGIN, query_string={"next": target}, data=values | {"csrf_token": token})
    assert response.status_code == 302
    location = response.location
    assert location.startswith("/")
    # What a browser makes of it: tabs and line ends dropped, backslashes as slashes.
    assert not location.replace("\\", "/").replace("\t", "").startswith("//")


def test_next_leads_to_local_pages(anonymous: PageClient) -> None:
    account = factories.make_account("kim@bocholt.example")
    page = anonymous.get("/konto/?ansicht=alles").location
    assert anonymous.submit_form(page, {"email": account.email, "password": PASSWORD}).location == "/konto/?ansicht=alles"


def test_record_names_accounts_but_nothing_typed(anonymous: PageClient, actions: Callable[[], list[tuple[str, str]]]) -> None:
    account = factories.make_account("kim@bocholt.example")
    attempt(anonymous, account.email, "falsch")
    attempt(anonymous, "versehentlich ein Passwort", "x")
    attempt(anonymous, account.email, PASSWORD)
    anonymous.submit_form("/konto/", {}, form="abmelden")
    mine = f"account:{account.id}"
    assert actions() == [
        ("account.login_failed", mine),
        ("account.login_failed", "account:unknown"),
        ("account.login", mine),
        ("account.logout", mine),
    ]


def test_log_in_while_logged_in_leads_on(log_in: Callable[[object], PageClient]) -> None:
    assert log_in(factories.make_account("kim@bocholt.example")).get(LOGIN).location == "/konto/start"


def test_second_click_on_log_in_finds_one_logged_in(app: Flask, anonymous: PageClient) -> None:
    account = factories.make_account("kim@bocholt.example")
    _, fields = form_fields(anonymous.get(LOGIN).text)
    data = fields.to_dict() | {"email": account.email, "password": PASSWORD}
    old = anonymous.get_cookie(COOKIE)
    assert old is not None
    assert anonymous.post(LOGIN, data=data).status_code == 302
    second = app.test_client()
    second.set_cookie(COOKIE, old.value)
    assert second.post(LOGIN, data=data).location == "/konto/start"
    assert anonymous.get(LOGIN).location == "/konto/start"


def test_a_guest_leaves_nothing_in_the_database(app: Flask, anonymous: PageClient) -> None:
    """Neither a page, nor a form with its token: what is written costs the disk and others the lock."""
    with forbidden_writes():
        for page in ("/", LOGIN, "/konto/registrieren", "/konto/passwort-vergessen", "/impressum", "/gibt-es-nicht"):
            anonymous.get(page)
    rows = db.session.scalar(select(func.count()).select_from(BrowserSession))
    assert rows == 0
    assert anonymous.get_cookie(COOKIE).value.startswith("g.")


@contextmanager
def forbidden_writes() -> Iterator[None]:
    begun: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: object) -> None:
        if statement.startswith(("BEGIN IMMEDIATE", "INSERT", "UPDATE", "DELETE")):
            begun.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    assert begun == []


@pytest.mark.parametrize("forged", ["g.", "g.e30", "g.{}.x", "g." + "a" * 3000])
def test_a_forged_guest_is_an_empty_one(anonymous: PageClient, forged: str) -> None:
    anonymous.set_cookie(COOKIE, forged)
    assert anonymous.get(LOGIN).status_code == 200
    assert anonymous.get("/konto/").status_code == 302


def test_a_guests_cookie_never_speaks_of_being_logged_in(app: Flask, anonymous: PageClient) -> None:
    """Even one that we signed, by some defect."""
    account = factories.make_account("kim@bocholt.example")
    signer = URLSafeTimedSerializer(app.config["SECRET_KEY"], salt="guest session")
    anonymous.set_cookie(COOKIE, "g." + signer.dumps({"_user_id": account.fs_uniquifier, "_fresh": True}))
    assert anonymous.get("/konto/").status_code == 302


def test_a_session_ends_after_a_day_however_much_it_is_used(log_in: Callable[[object], PageClient]) -> None:
    start = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    with time_machine.travel(start, tick=False):
        client = log_in(factories.make_account("kim@bocholt.example"))
    for hours in range(0, 24, 6):
        with time_machine.travel(start + timedelta(hours=hours), tick=False):
            assert client.get("/konto/").status_code == 200
    with time_machine.travel(start + timedelta(hours=24, minutes=1), tick=False):
        assert client.get("/konto/").status_code == 302


SPELLINGS = (
    "kim@bocholt.example", "KIM@Bocholt.Example", " kim@bocholt.example ", "kim@BOCHOLT.example", "kim@bocholt。example",
    "kim@ｂｏｃｈｏｌｔ.example", "kim@bocholt．example", "Kim@bocholt.EXAMPLE", "ｋim@bocholt.example", "kiM@bocholt.example",
)  # fmt: skip


def test_however_an_address_is_spelt_its_account_is_counted(app: Flask, anonymous: PageClient) -> None:
    """Guesses are counted by what they are guesses at."""
    factories.make_account("kim@bocholt.example")
    answers = [attempt(anonymous, spelling, "falsch").status_code for spelling in SPELLINGS]
    assert answers == [422] * 5 + [429] * 5
    assert attempt(anonymous, "kim@bocholt.example", PASSWORD).status_code == 429


@pytest.mark.parametrize(
    ("page", "values"),
    [
        ("/konto/erneut-anmelden", {"password": "falsch"}),
        (
            "/konto/passwort",
            {"password": "falsch", "new_password": "vier Worte ohne Reim", "new_password_confirm": "vier Worte ohne Reim"},
        ),
    ],
)
def test_every_place_that_takes_a_password_counts_and_records(
    log_in: Callable[[object], PageClient], anonymous: PageClient, page: str, values: dict[str, str]
) -> None:
    account = factories.make_account("kim@bocholt.example")
    client = log_in(account)
    answers = [client.submit_form(page, values, form=page).status_code for _ in range(7)]
    assert answers == [422] * 5 + [429] * 2
    assert attempt(anonymous, account.email, "falsch").status_code == 429, "one count for all places"
    failed = select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "account.login_failed")
    db.session.rollback()
    assert db.session.scalar(failed.where(AuditEntry.subject == f"account:{account.id}")) == 5


def test_a_throttled_attempt_costs_no_hash_and_no_lock(anonymous: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.make_account("kim@bocholt.example")
    for _ in range(5):
        attempt(anonymous, "kim@bocholt.example", "falsch")

    def hashed(*_: object, **__: object) -> bool:
        raise AssertionError("hashed for nothing")

    monkeypatch.setattr("flask_security.utils.verify_password", hashed)
    monkeypatch.setattr("ikz_award.blueprints.accounts.forms.hash_password", hashed)
    monkeypatch.setattr(Account, "verify_and_update_password", hashed)
    with forbidden_writes():
        assert attempt(anonymous, "kim@bocholt.example", PASSWORD).status_code == 429
