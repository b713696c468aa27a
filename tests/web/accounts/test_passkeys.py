"""Passkeys without a browser: links that are used up, pages that say what works where. The rest: tests/e2e/test_passkeys.py."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.client import PageClient, form_fields


@pytest.fixture(autouse=True)
def under_a_name(app: Flask) -> None:
    app.config["BASE_URL"] = "http://award.example"


@pytest.fixture
def link(app: Flask, anonymous: PageClient) -> str:
    factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    anonymous.submit_form("/konto/passwort-vergessen", {"email": "kim@bocholt.example"}, form="passwort-vergessen")
    db.session.rollback()
    body = db.session.scalars(select(OutgoingMail.body).order_by(OutgoingMail.id.desc())).first() or ""
    found = re.search(r"/konto/passwort-vergessen/\S+", body)
    assert found, body
    return found.group()


def browser_of(app: Flask) -> PageClient:
    browser = app.test_client()
    assert isinstance(browser, PageClient)
    return browser


def test_the_link_logs_in_once_and_the_old_password_is_gone(app: Flask, link: str) -> None:
    before = db.session.scalars(select(Account.password)).one()
    first, second = browser_of(app), browser_of(app)
    second.get(link)
    answer = first.submit_form(link, {}, form="passkey")
    assert (answer.status_code, answer.location) == (303, "/konto/passkeys")
    assert "Passkey einrichten" in first.get("/konto/passkeys").text
    db.session.rollback()
    assert db.session.scalars(select(Account.password)).one() != before
    _, fields = form_fields(second.get("/konto/anmelden").text, "passkey")
    again = second.post(f"/konto/zugang/{link.rpartition('/')[2]}", data=fields)
    assert again.location == "/konto/passwort-vergessen"
    assert second.get("/konto/").status_code == 302


def test_a_made_up_link_leads_nowhere(app: Flask, link: str) -> None:
    browser = browser_of(app)
    _, fields = form_fields(browser.get("/konto/anmelden").text, "passkey")
    for token in (f"{link.rpartition('/')[2]}x", "keiner"):
        assert browser.post(f"/konto/zugang/{token}", data=fields).location == "/konto/passwort-vergessen"
    assert browser.get("/konto/").status_code == 302


@pytest.mark.parametrize("elsewhere", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_no_page_of_passkeys_leads_elsewhere(app: Flask, log_in: Callable[[object], PageClient], elsewhere: str) -> None:
    person = log_in(factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT))
    for browser, page in ((person, "/konto/erneut-anmelden/passkey"), (browser_of(app), "/konto/anmelden/passkey")):
        text = browser.get(page, query_string={"next": elsewhere}).text
        assert "passkey" in text
        assert "evil" not in text
        assert "javascript:" not in text


def test_only_under_a_name_are_passkeys_offered(app: Flask) -> None:
    assert "Mit Passkey anmelden" in browser_of(app).get("/konto/anmelden").text
    for number in ("127.0.0.1:8000", "[::1]:8000", "192.0.2.7"):
        app.config["BASE_URL"] = f"http://{number}"
        assert "Mit Passkey anmelden" not in browser_of(app).get("/konto/anmelden").text
