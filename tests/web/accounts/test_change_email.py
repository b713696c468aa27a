"""A new e-mail address: valid once confirmed where its link leads, told to the old one, silent about other people's."""

from tests import factories
from tests.client import PASSWORD
from tests.web.accounts.conftest import link_in

PAGE = "/konto/adresse"
NEW = "kim.neu@bocholt.example"


def test_the_new_address_counts_once_it_is_confirmed_where_its_link_leads(app, log_in, mails, actions):
    account = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    browser = log_in(account)
    page = browser.submit_form(PAGE, {"email": NEW})
    assert "Bis Sie dort bestätigen, gilt Ihre bisherige Adresse" in page.text
    assert "kim@bocholt.example" in browser.get("/konto/").text
    [mail] = mails()
    assert mail.recipient == NEW
    link = link_in(mail, "/konto/adresse/")
    # The link is opened where the mail is read, not where one is logged in.
    phone = app.test_client()
    assert phone.submit_form(link, {}, form="bestaetigen").status_code == 302
    page = browser.get("/konto/").text
    assert NEW in page
    assert "Bocholt" in page
    assert [(one.recipient, "geändert" in one.subject) for one in mails()[1:]] == [("kim@bocholt.example", True)]
    assert ("account.change_email", f"account:{account.id}") in actions()
    assert phone.submit_form("/konto/anmelden", {"email": NEW, "password": PASSWORD}).status_code == 302
    # A second time the link does nothing, and says so.
    assert "gilt bereits" in phone.get(link).text
    assert len(mails()) == 2


def test_an_address_of_somebody_else_gives_nothing_away(log_in, mails):
    factories.make_account("robin@ahaus.example")
    browser = log_in(factories.make_account("kim@bocholt.example"))
    taken = browser.submit_form(PAGE, {"email": "robin@ahaus.example"})
    free = browser.submit_form(PAGE, {"email": "niemand@ahaus.example"})
    assert taken.status_code == free.status_code == 200
    assert "Wir haben einen Link an robin@ahaus.example geschickt" in taken.text
    assert [mail.recipient for mail in mails()] == ["niemand@ahaus.example"]


def test_what_is_no_address_is_told(log_in, mails):
    browser = log_in(factories.make_account("kim@bocholt.example"))
    answer = browser.submit_form(PAGE, {"email": "keine Adresse"})
    assert answer.status_code == 422
    assert "keine gültige E-Mail-Adresse" in answer.text
    assert mails() == []
