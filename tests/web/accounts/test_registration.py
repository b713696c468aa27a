"""From registration to the first log-in; known and unknown addresses answer alike."""

import re
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from config import TestConfig
from ikz_award import create_app
from ikz_award.blueprints.accounts import forms
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.client import PASSWORD, PageClient, form_fields
from tests.web.accounts.conftest import link_in

REGISTER = "/konto/registrieren"
GOOD = "Gurke tanzt Fagott"
Mails = Callable[[], list[OutgoingMail]]


def typed(**changes: Any) -> dict[str, Any]:
    return {"name": "Ada Lovelace", "email": "ada@bocholt.example", "password": GOOD, "privacy": "y"} | changes


def account_of(email: str) -> Account | None:
    db.session.rollback()
    return db.session.scalar(select(Account).where(Account.email == email))


def test_register_confirm_log_in(anonymous: PageClient, mails: Mails, actions: Callable[[], list[tuple[str, str]]]) -> None:
    response = anonymous.submit_form(REGISTER, typed(name="  Ada \n Lovelace "))
    assert response.location == "/konto/registriert"
    assert "ada@bocholt.example" in anonymous.get(response.location).text
    account = account_of("ada@bocholt.example")
    assert account is not None
    assert account.name == "Ada Lovelace"
    assert account.confirmed_at is None
    (mail,) = mails()
    assert mail.recipient == "ada@bocholt.example"
    assert mail.subject == "Ihre Registrierung beim Landespreis"
    # Whoever registers a stranger's address must not be able to write to them.
    assert "Lovelace" not in mail.body
    assert GOOD not in mail.body

    login = {"email": account.email, "password": GOOD}
    assert anonymous.submit_form("/konto/anmelden", login).status_code == 422
    confirmed = anonymous.submit_form(link_in(mail, "/konto/bestaetigen/"), {}, form="bestaetigen")
    assert confirmed.location == "/konto/start"
    page = anonymous.get(confirmed.location).location
    assert page.startswith("/konto/anmelden?next=")
    assert "ist bestätigt" in anonymous.get(page).text
    assert anonymous.submit_form(page, login).location == "/konto/start"
    assert anonymous.get("/konto/start").location == "/konto/kommune"
    assert [action for action, _ in actions()] == [
        "account.register",
        "account.login_failed",
        "account.confirm_email",
        "account.login",
    ]


def test_links_come_from_the_configuration_whatever_the_request_says(app: Flask, anonymous: PageClient, mails: Mails) -> None:
    factories.make_account("kim@bocholt.example")
    token = anonymous.get(REGISTER).text.partition('name="csrf_token" value="')[2].partition('"')[0]
    cookie = anonymous.get_cookie("ikz_award")
    assert cookie is not None
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    attacker = app.test_client(use_cookies=False)
    for page, data in ((REGISTER, typed()), ("/konto/passwort-vergessen", {"email": "kim@bocholt.example"})):
        response = attacker.post(
            page, data=data | {"csrf_token": token}, headers=forged | {"Cookie": f"ikz_award={cookie.value}"}
        )
        assert response.status_code < 400
    welcome, reset = mails()
    assert "evil" not in welcome.body + reset.body
    link_in(welcome, "/konto/bestaetigen/")
    link_in(reset, "/konto/passwort-vergessen/")


def test_two_clicks_make_one_account_and_one_mail(anonymous: PageClient, mails: Mails) -> None:
    _, fields = form_fields(anonymous.get(REGISTER).text)
    data = fields.to_dict() | typed()
    for _click in range(3):
        assert anonymous.post(REGISTER, data=data).location == "/konto/registriert"
    assert len(mails()) == 1


def test_two_clicks_at_the_same_moment(
    app: Flask, anonymous: PageClient, mails: Mails, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second request passed the check for a known address before the first one committed."""
    _, fields = form_fields(anonymous.get(REGISTER).text)
    data = fields.to_dict() | typed()
    real = forms.RegistrationForm.validate

    def other_click_first(form: Any, **kwargs: Any) -> bool:
        is_valid = real(form, **kwargs)
        monkeypatch.setattr(forms.RegistrationForm, "validate", real)
        with ThreadPoolExecutor(max_workers=1) as other_process:
            other_process.submit(click).result()
        return is_valid

    def click() -> None:
        other = app.test_client()
        other.set_cookie("ikz_award", cookie.value)
        assert other.post(REGISTER, data=data).status_code == 302

    cookie = anonymous.get_cookie("ikz_award")
    assert cookie is not None
    monkeypatch.setattr(forms.RegistrationForm, "validate", other_click_first)
    assert anonymous.post(REGISTER, data=data).location == "/konto/registriert"
    assert len(mails()) == 1


@pytest.mark.parametrize("page", ["/konto/passwort-vergessen", "/konto/bestaetigen"])
def test_two_clicks_send_one_link(anonymous: PageClient, mails: Mails, page: str) -> None:
    factories.make_account("kim@bocholt.example", is_confirmed="bestaetigen" not in page)
    _, fields = form_fields(anonymous.get(page).text)
    data = fields.to_dict() | {"email": "kim@bocholt.example"}
    texts = {without_tokens(anonymous.post(page, data=data).text) for _click in range(2)}
    assert len(mails()) == len(texts) == 1


def test_known_address_answers_as_an_unknown_one(app: Flask, mails: Mails) -> None:
    factories.make_account("kim@bocholt.example", name="Kim Beispiel")
    pages = []
    for email in ("kim@bocholt.example", "neu@bocholt.example"):
        client = app.test_client()
        response = client.submit_form(REGISTER, typed(email=email))
        assert response.status_code == 302
        page = client.get(response.location).text.replace(email, "…")
        pages.append((response.location, without_tokens(page)))
    assert pages[0] == pages[1]
    known, unknown = mails()
    assert "Sie haben aber schon eines" in known.body
    assert known.subject == unknown.subject
    kim = account_of("kim@bocholt.example")
    assert kim is not None
    assert kim.password == PASSWORD
    assert kim.name == "Kim Beispiel"


@pytest.mark.parametrize("page", ["/konto/passwort-vergessen", "/konto/bestaetigen"])
def test_asking_for_links_answers_alike(app: Flask, mails: Mails, page: str) -> None:
    factories.make_account("kim@bocholt.example")
    factories.make_account("neu@bocholt.example", is_confirmed=False)
    texts = set()
    for email in ("kim@bocholt.example", "neu@bocholt.example", "wer@bocholt.example"):
        response = app.test_client().submit_form(page, {"email": email})
        assert response.status_code == 200
        texts.add(without_tokens(response.text.replace(email, "…")))
    assert len(texts) == 1
    (mail,) = mails()
    assert mail.recipient == ("kim@bocholt.example" if "vergessen" in page else "neu@bocholt.example")


def without_tokens(page: str) -> str:
    """A page without what differs from request to request."""
    return re.sub(r'(name="(?:csrf_token|idempotency_key)" value|nonce)="[^"]*"', "", page)


def test_a_mailbox_is_not_flooded(anonymous: PageClient, mails: Mails) -> None:
    factories.make_account("kim@bocholt.example")
    texts = {
        without_tokens(anonymous.submit_form("/konto/passwort-vergessen", {"email": "kim@bocholt.example"}).text)
        for _ in range(8)
    }
    assert len(mails()) == 5
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("name", "", "Bitte geben Sie Ihren Namen ein."),
        ("name", "x" * 121, "höchstens 120 Zeichen"),
        ("email", "ada", "keine gültige E-Mail-Adresse"),
        ("email", "", "Bitte geben Sie Ihre E-Mail-Adresse ein."),
        ("password", "kurz", "mindestens 12 Zeichen"),
        ("password", "", "Bitte geben Sie ein Passwort ein."),
        ("password", "Sommer2026!Sommer2026!", "leicht zu erraten"),
        ("password", "quarz lovelace nebel", "Ihr Name, Ihre E-Mail-Adresse"),
        ("password", "Gurke tanzt Fagott" * 20, "höchstens 128 Zeichen"),
        ("privacy", None, "Ohne Ihr Einverständnis"),
    ],
)
def test_bad_input_is_explained_and_kept(anonymous: PageClient, field: str, value: str | None, error: str) -> None:
    response = anonymous.submit_form(REGISTER, typed(**{field: value}))
    assert response.status_code == 422
    assert error in response.text
    if field != "name":
        assert 'value="Ada Lovelace"' in response.text
    assert account_of("ada@bocholt.example") is None
    if field == "password" and value:
        assert value not in response.text


def test_bad_password_is_told_for_a_known_address_too(app: Flask) -> None:
    factories.make_account("kim@bocholt.example")
    texts = {
        without_tokens(app.test_client().submit_form(REGISTER, typed(email=email, password="kurz")).text.replace(email, "…"))
        for email in ("kim@bocholt.example", "neu@bocholt.example")
    }
    assert len(texts) == 1


def test_used_or_wrong_confirmation_links_lead_to_a_new_one(anonymous: PageClient, mails: Mails) -> None:
    anonymous.submit_form(REGISTER, typed())
    link = link_in(mails()[0], "/konto/bestaetigen/")
    anonymous.submit_form(link, {}, form="bestaetigen")
    again = anonymous.get(link)
    assert (again.status_code, "bereits bestätigt" in again.text) == (200, True)
    wrong = anonymous.get(link[:-3])
    assert (wrong.status_code, "ungültig" in wrong.text) == (404, True)
    assert 'href="/konto/bestaetigen"' in wrong.text


@pytest.fixture
def slow_app(template_database: Path, tmp_path: Path) -> Flask:
    """With real password hashing."""
    config = TestConfig(tmp_path)
    config.SECURITY_PASSWORD_HASH = "argon2"
    config.SECURITY_PASSWORD_SCHEMES = ["argon2"]
    # Cheap, and still dear enough to stand out from the rest of a request.
    config.SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS = {
        "argon2__rounds": 3,
        "argon2__memory_cost": 32768,
        "argon2__parallelism": 1,
    }
    config.SQLALCHEMY_DATABASE_URI = f"sqlite:///{tmp_path / 'slow.db'}"
    (tmp_path / "slow.db").write_bytes(template_database.read_bytes())
    app = create_app(config)
    app.test_client_class = PageClient
    return app


@pytest.mark.parametrize("page", ["/konto/anmelden", "/konto/passwort-vergessen", "/konto/bestaetigen", REGISTER])
def test_time_tells_nothing(slow_app: Flask, page: str) -> None:
    """Known and unknown addresses take about the same time; a missing or a second hash would double it."""
    with slow_app.app_context():
        from flask_security.utils import hash_password

        hashed = hash_password(PASSWORD)
        for number in range(4):
            account = factories.make_account(f"kim{number}@bocholt.example", is_confirmed="bestaetigen" not in page)
            with factories.write_session() as session:
                session.get_one(Account, account.id).password = hashed
        db.session.remove()
        db.engine.dispose()
    times: dict[str, list[float]] = {"kim": [], "wer": []}
    for number in range(4):
        for who, durations in times.items():
            client = slow_app.test_client()
            token = client.get(page).text.partition('name="csrf_token" value="')[2].partition('"')[0]
            data = typed(email=f"{who}{number}@bocholt.example", csrf_token=token)
            begin = time.process_time()
            client.post(page, data=data)
            durations.append(time.process_time() - begin)
    with slow_app.app_context():
        assert db.session.scalar(select(func.count()).select_from(OutgoingMail)) is not None
        db.session.remove()
        db.engine.dispose()
    known, unknown = (statistics.median(durations) for durations in times.values())
    assert 0.6 < known / unknown < 1.7
