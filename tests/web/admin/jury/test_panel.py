"""The jury's seats: invited by a link that works once, changed, and taken away only while nothing rests on them."""

import re

import pytest
from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient

PAGE = "/verwaltung/runden/landespreis-2/jury"
ADA = {"name": "Ada Muster", "email": "Ada@Verband.example", "body_name": "Städtetag NRW", "role": "chair"}


@pytest.fixture
def edition(app):
    return factories.make_edition(phase=Phase.SCREENING)


def invite(client, **values):
    return client.submit_form(PAGE, ADA | values, form="mitglied")


def letters(address="ada@verband.example"):
    with write_session() as session:
        found = select(OutgoingMail.body).where(OutgoingMail.recipient == address).order_by(OutgoingMail.id)
        return list(session.scalars(found))


def jurors():
    db.session.rollback()
    return list(db.session.scalars(select(Juror).order_by(Juror.position)))


def test_the_invited_sets_a_password_with_the_link_once_and_reads_the_declaration(app, client, edition):
    assert "Noch niemand in der Jury" in client.get(PAGE).text
    assert invite(client).status_code == 303
    page = client.get(PAGE).text
    assert "Ada Muster" in page
    assert "steht aus" in page
    invitation = re.search(r"/konto/einladung/\S+", letters()[0]).group()
    assert "7 Tage" in letters()[0]
    browser = app.test_client()
    assert isinstance(browser, PageClient)
    link = browser.get(invitation).location
    password = "Ganz-neues-Wort-42"
    typed = {"password": password, "password_confirm": password}
    assert browser.submit_form(link, typed, form="passwort-vergessen").status_code == 302
    answer = browser.submit_form("/konto/anmelden", {"email": "ada@verband.example", "password": password}, form="anmelden")
    assert answer.status_code == 302
    assert "Erklärung lesen" in browser.get("/jury/").text
    # The link has done its work.
    for used in (link, invitation):
        again = app.test_client().get(used)
        assert (again.status_code, again.location) == (302, "/konto/passwort-vergessen")


def test_who_has_an_account_keeps_it(client, edition, applicant):
    before = factories.value_of(Account, applicant, "password")
    assert invite(client, email="kim@bocholt.example", role="member").status_code == 303
    [letter] = letters("kim@bocholt.example")
    assert "einladung/" not in letter
    assert "/jury/" in letter
    assert factories.value_of(Account, applicant, "password") == before
    assert factories.value_of(Account, applicant, "name") != "Ada Muster"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": " "}, "Bitte geben Sie Vor- und Nachnamen an."),
        ({"email": ""}, "Bitte geben Sie die E-Mail-Adresse an."),
        ({"email": "keine Adresse"}, "E-Mail"),
        ({"body_name": ""}, "für wen das Mitglied"),
        ({"body_name": "x" * 201}, "auf 200 Zeichen"),
        ({"email": "ben@verband.example"}, "gehört der Jury schon an"),
        ({}, "Es gibt schon einen Vorsitz."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, edition, values, sentence):
    factories.make_juror(edition, "ben@verband.example", role=PanelRole.CHAIR)
    answer = invite(client, **values)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert len(jurors()) == 1
    kept = (ADA | values)["name"]
    assert f'value="{kept}"' in answer.text


def test_a_new_chair_takes_the_place_of_the_old_one(client, edition):
    factories.make_juror(edition, "ben@verband.example", role=PanelRole.CHAIR)
    cleo = factories.make_juror(edition, "cleo@verband.example")
    seat = next(one.id for one in jurors() if one.account_id == cleo.id)
    assert client.submit_form(PAGE, {}, form=f"{seat}/rolle", button="role=chair").status_code == 303
    roles = {one.account.email: one.role for one in jurors()}
    assert roles == {"ben@verband.example": PanelRole.MEMBER, "cleo@verband.example": PanelRole.CHAIR}


def test_another_invitation_makes_a_new_link(client, edition):
    invite(client)
    [seat] = jurors()
    assert client.submit_form(PAGE, {}, form=f"{seat.id}/einladen").status_code == 303
    assert len(letters()) == 2
    assert "einladung/" in letters()[1]


def test_a_seat_is_taken_away_only_while_nothing_rests_on_it(client, edition):
    invite(client)
    [seat] = jurors()
    factories.make_juror(edition, "ben@verband.example", has_accepted=True)
    page = client.get(PAGE).text
    worked = next(one.id for one in jurors() if one.id != seat.id)
    assert f"{worked}/entfernen" not in page
    token = {"form": f"{seat.id}/entfernen"}
    assert client.submit_form(PAGE, {}, **token).status_code == 303
    assert [one.id for one in jurors()] == [worked]


def test_the_panel_is_closed_with_scoring(client, edition):
    factories.make_juror(edition, "ben@verband.example")
    factories.set_phase(edition, Phase.DELIBERATION)
    page = client.get(PAGE).text
    assert "die Jury steht fest" in page
    assert "Einladen" not in page
