"""Links that set a password: half an hour, an invitation for days, and another one at once in place of one that is over."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from ikz_award.blueprints.shared.password_links import invitation_token
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.client import PageClient
from tests.factories import NOW

NEW = "Ganz-neues-Wort-42"


@pytest.fixture
def account(app: Flask) -> Account:
    return factories.make_account("kim@bocholt.example")


def link_of(app: Flask, account: Account) -> str:
    with app.test_request_context():
        return f"/konto/einladung/{invitation_token(account)}"


def newest() -> tuple[str, str]:
    """The newest mail, and the link in it."""
    db.session.rollback()
    body = db.session.scalars(select(OutgoingMail.body).order_by(OutgoingMail.id.desc())).first() or ""
    found = re.search(r"/konto/passwort-vergessen/\S+", body)
    return body, found.group() if found else ""


def ask(client: PageClient) -> str:
    page = client.get("/konto/passwort-vergessen").text
    assert "30 Minuten lang" in page
    client.submit_form("/konto/passwort-vergessen", {"email": "kim@bocholt.example"}, form="passwort-vergessen")
    body, link = newest()
    assert "30 Minuten" in body
    return link


def set_password(client: PageClient, link: str) -> int:
    return client.submit_form(link, {"password": NEW, "password_confirm": NEW}, form="passwort-vergessen").status_code


def test_a_reset_link_works_for_half_an_hour_and_then_sends_another_at_once(account: Account, anonymous: PageClient) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        link = ask(anonymous)
        clock.shift(timedelta(minutes=29))
        assert anonymous.get(link).status_code == 200
        clock.shift(timedelta(minutes=2))
        over = anonymous.get(link)
        assert over.status_code == 410
        assert account.email not in over.text
        # Nor is what was typed into the page taken, which was open all the time.
        answer = anonymous.post(link, data={"password": NEW, "password_confirm": NEW})
        assert answer.status_code in (400, 410)
        db.session.rollback()
        assert db.session.scalars(select(Account.password)).one() == account.password


def test_who_has_a_link_that_is_over_gets_another_to_the_same_address(account: Account, anonymous: PageClient) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        link = ask(anonymous)
        clock.shift(timedelta(minutes=31))
        page = anonymous.get(link).text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert token
        answer = anonymous.post(f"/konto/neuer-link/{link.rpartition('/')[2]}", data={"csrf_token": token[1]})
        assert answer.status_code == 303
        _body, another = newest()
        assert another not in ("", link)
        assert set_password(anonymous, another) == 302
        # Used up: nothing more comes of either.
        before = newest()
        anonymous.post(f"/konto/neuer-link/{link.rpartition('/')[2]}", data={"csrf_token": token[1]})
        assert newest() == before
        assert anonymous.get(link).status_code == 302


def test_an_invitation_works_for_a_week_and_once(app: Flask, account: Account, anonymous: PageClient) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        link = link_of(app, account)
        clock.shift(timedelta(days=6))
        fresh = anonymous.get(link).location
        assert fresh.startswith("/konto/passwort-vergessen/")
        assert set_password(anonymous, fresh) == 302
        assert anonymous.get(link).location == "/konto/passwort-vergessen"


def test_an_invitation_that_is_over_offers_a_link(app: Flask, account: Account, anonymous: PageClient) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        link = link_of(app, account)
        clock.shift(timedelta(days=8))
        answer = anonymous.get(link)
        assert answer.status_code == 410
        assert "Neuen Link senden" in answer.text
        assert account.email not in answer.text


def test_the_one_kind_is_not_the_other(app: Flask, account: Account, anonymous: PageClient) -> None:
    token = link_of(app, account).rpartition("/")[2]
    assert anonymous.get(f"/konto/passwort-vergessen/{token}").location == "/konto/passwort-vergessen"
    assert anonymous.get("/konto/einladung/keiner").location == "/konto/passwort-vergessen"
