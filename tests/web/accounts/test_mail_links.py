"""Links in mails of the account pages: looking changes nothing, a button acts, a second opening says where one stands."""

from datetime import timedelta

import pytest
from flask_security.change_email import _generate_token
from flask_security.confirmable import generate_confirmation_token
from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.services.record.intention import write_session
from tests import factories

ADDRESS, NEW = "kim@bocholt.example", "kim.neu@bocholt.example"


@pytest.fixture
def account(app):
    return factories.make_account(ADDRESS, is_confirmed=False)


@pytest.fixture
def confirmation(app, account):
    with app.test_request_context():
        return f"/konto/bestaetigen/{generate_confirmation_token(account)}"


@pytest.fixture
def change(app, account):
    with app.test_request_context():
        return f"/konto/adresse/{_generate_token(account, NEW)}"


def stored():
    db.session.rollback()
    return db.session.execute(select(Account.email, Account.confirmed_at)).one()


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_scanner_confirms_nobody(anonymous, confirmation, change, method):
    for link in (confirmation, change, confirmation):
        answer = anonymous.open(link, method=method)
        assert answer.status_code == 200
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert stored() == (ADDRESS, None)


def test_a_form_without_its_token_confirms_nobody(anonymous, confirmation, change):
    for link in (confirmation, change):
        assert anonymous.post(link).status_code >= 400
    assert stored() == (ADDRESS, None)


def test_the_button_confirms_without_a_session(anonymous, confirmation):
    page = anonymous.get(confirmation).text
    assert ADDRESS in page
    assert anonymous.submit_form(confirmation, {}, form="bestaetigen").location == "/konto/start"
    assert stored().confirmed_at is not None
    again = anonymous.get(confirmation)
    assert again.status_code == 200
    assert "bereits bestätigt" in again.text
    assert "/konto/anmelden" in again.text
    assert 'id="bestaetigen"' not in again.text


def test_two_clicks_confirm_once_and_say_so(anonymous, confirmation):
    anonymous.submit_form(confirmation, {}, form="bestaetigen")
    page = anonymous.get("/konto/anmelden").text
    signed = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    answer = anonymous.post(confirmation, data={"csrf_token": signed})
    assert answer.status_code == 200
    assert "bereits bestätigt" in answer.text


def test_an_old_link_says_what_to_do(app, anonymous, confirmation, change):
    app.config["SECURITY_CONFIRM_EMAIL_WITHIN"] = app.config["SECURITY_CHANGE_EMAIL_WITHIN"] = timedelta(seconds=-1)
    old = anonymous.get(confirmation)
    assert (old.status_code, "abgelaufen" in old.text) == (410, True)
    assert 'href="/konto/bestaetigen"' in old.text
    assert anonymous.post(confirmation).status_code >= 400
    old = anonymous.get(change)
    assert (old.status_code, "abgelaufen" in old.text) == (410, True)
    assert 'href="/konto/adresse"' in old.text
    assert stored() == (ADDRESS, None)


def test_an_old_link_of_a_confirmed_address_says_that_it_is(app, anonymous, account, confirmation):
    with write_session() as session:
        session.get_one(Account, account.id).confirmed_at = factories.NOW
    app.config["SECURITY_CONFIRM_EMAIL_WITHIN"] = timedelta(seconds=-1)
    answer = anonymous.get(confirmation)
    assert (answer.status_code, "bereits bestätigt" in answer.text) == (200, True)


def test_a_link_of_an_address_left_behind_acts_no_more(anonymous, account, confirmation, change):
    with write_session() as session:
        session.get_one(Account, account.id).email = "anders@bocholt.example"
    for link in (confirmation, change):
        answer = anonymous.get(link)
        assert (answer.status_code, "gilt nicht mehr" in answer.text) == (410, True)


def test_a_new_address_that_somebody_else_took_meanwhile(anonymous, change):
    factories.make_account(NEW)
    answer = anonymous.get(change)
    assert (answer.status_code, "gilt nicht mehr" in answer.text) == (410, True)


def test_no_link_of_ours(anonymous, confirmation, change):
    for link in (confirmation[:-3], change[:-3]):
        answer = anonymous.get(link)
        assert (answer.status_code, "ungültig" in answer.text) == (404, True)
