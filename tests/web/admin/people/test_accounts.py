"""The organiser's pages of accounts, and of taking somebody off the jury; and that no way in is left to who is locked."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask_security.confirmable import generate_confirmation_token
from flask_security.recoverable import generate_reset_password_token
from sqlalchemy import select

from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.jury.jury import Juror, JurorEnd
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.client import PASSWORD, PageClient
from tests.factories import NOW
from tests.web.admin.world import make_world

LOGIN = "/konto/anmelden"


def page_of(account: Account) -> str:
    return f"/verwaltung/konten/{account.id}"


def lock(client: PageClient, account: Account, reason: str = "Gerät verloren.") -> None:
    assert client.submit_form(page_of(account), {"reason": reason}, form="sperren").status_code == 303


def test_an_account_is_found_locked_and_unlocked(client: PageClient, applicant: Account) -> None:
    page = client.get("/verwaltung/konten?suche=BOCHOLT kim").text
    assert applicant.email in page
    assert "kompetenzzentrum@land.example" not in page
    assert client.get("/verwaltung/konten?suche=100%25").text.count("Kein Konto") == 1
    answer = client.submit_form(page_of(applicant), {"reason": ""}, form="sperren")
    assert answer.status_code == 422
    lock(client, applicant)
    assert "Dieses Konto ist gesperrt" in client.get(page_of(applicant)).text
    assert applicant.email in client.get("/verwaltung/konten?nur=gesperrt").text
    assert client.submit_form(page_of(applicant), {"reason": "Gefunden."}, form="entsperren").status_code == 303
    page = client.get(page_of(applicant)).text
    for said in ("Gefunden.", "Gerät verloren.", "von Toni Tester"):
        assert said in page
    assert "Konto gesperrt" in client.get("/verwaltung/pruefprotokoll").text


def test_ones_own_account_has_no_such_button(client: PageClient, organiser: Account) -> None:
    page = client.get(page_of(organiser)).text
    assert "Sich selbst können Sie nicht sperren" in page
    assert "sperren</span></button>" not in page


def test_who_is_locked_cannot_log_in_and_is_told_no_more_than_anybody(
    app: Flask, client: PageClient, applicant: Account
) -> None:
    lock(client, applicant)
    sentences = []
    for typed in ({"email": applicant.email, "password": PASSWORD}, {"email": "niemand@ahaus.example", "password": PASSWORD}):
        answer = app.test_client().submit_form(LOGIN, typed, form="anmelden")
        assert answer.status_code == 422
        assert "gesperrt" not in answer.text
        sentences.append(sorted(set(re.findall(r"[^<>]*Anmeldung[^<>]*|[^<>]*stimmt[^<>]*|[^<>]*gesperrt[^<>]*", answer.text))))
    assert sentences[0] == sentences[1] != []


def test_links_from_before_the_lock_are_dead_and_no_new_one_is_made(app: Flask, client: PageClient, applicant: Account) -> None:
    with app.test_request_context():
        reset, confirm = generate_reset_password_token(applicant), generate_confirmation_token(applicant)
    lock(client, applicant)
    browser = app.test_client()
    assert browser.get(f"/konto/passwort-vergessen/{reset}").status_code != 200
    assert browser.get(f"/konto/bestaetigen/{confirm}").status_code in (404, 410)
    db.session.rollback()
    before = db.session.scalars(select(OutgoingMail.id)).all()
    assert len(before) == 1
    browser.submit_form("/konto/passwort-vergessen", {"email": applicant.email}, form="passwort-vergessen")
    db.session.rollback()
    assert db.session.scalars(select(OutgoingMail.id)).all() == before
    # Nor do they work when the account is open again.
    client.submit_form(page_of(applicant), {"reason": "Gefunden."}, form="entsperren")
    assert browser.get(f"/konto/passwort-vergessen/{reset}").status_code != 200


@pytest.mark.parametrize("choice", ["count", "set_aside"])
def test_a_juror_is_taken_off_the_jury_on_its_page_and_comes_back(
    client: PageClient, applicant: Account, log_in: Callable[[object], PageClient], choice: str
) -> None:
    world = make_world(applicant)
    ada, _ben = world.jurors
    browser = log_in(ada)
    assert browser.get("/jury/").status_code == 200
    panel = "/verwaltung/runden/landespreis-2/jury"
    page = f"{panel}/{world.juror}/ausscheiden"
    assert page in client.get(panel).text
    shown = client.get(page).text
    assert "7,31" not in shown
    assert "Zu wenige Bögen" in shown
    answer = client.submit_form(page, {"reason": "Verzogen."}, form="ausscheiden")
    assert answer.status_code == 422
    assert "Verzogen." in answer.text
    assert client.submit_form(page, {"reason": "Verzogen.", "points": choice}, form="ausscheiden").status_code == 303
    assert browser.get("/jury/").status_code == 404
    assert browser.get(f"/jury/beitraege/{world.entry.public_id}").status_code == 404
    assert "Ausgeschieden" in client.get(panel).text
    assert "Verzogen." in client.get(page).text
    assert "Ada" in client.get(f"/verwaltung/runden/{world.edition.slug}/bewertungsstand").text
    # Nothing on the panel's page works on a seat that is none.
    for path in ("rolle", "einladen"):
        assert path not in re.findall(rf"jury/{world.juror}/(\w+)", client.get(panel).text)
    assert client.submit_form(page, {"reason": "Doch da."}, form="zurueckholen").status_code == 303
    assert browser.get("/jury/").status_code == 200
    db.session.rollback()
    [end] = db.session.scalars(select(JurorEnd))
    assert (end.keeps_points, end.undone_reason) == (choice == "count", "Doch da.")


def test_a_seat_of_another_edition_is_none_here(client: PageClient, applicant: Account) -> None:
    make_world(applicant)
    other = factories.make_edition(name="landespreis-1", phase=Phase.JUDGING)
    stranger = factories.make_juror(other, "fremd@jury.example")
    seat = db.session.scalars(select(Juror.id).where(Juror.account_id == stranger.id)).one()
    assert client.get(f"/verwaltung/runden/landespreis-2/jury/{seat}/ausscheiden").status_code == 404


def test_a_thousand_accounts_take_as_many_queries_as_one(client: PageClient) -> None:
    with factories.write_session() as session:
        session.add_all(
            Account(
                email=f"p{number}@ahaus.example",
                name=f"P {number}",
                active=True,
                fs_uniquifier=f"{number:064}",
                confirmed_at=NOW,
                muted_reminders=None,
            )
            for number in range(1000)
        )
    page = client.get("/verwaltung/konten").text
    assert "1001 Konten" in page.replace("\N{NARROW NO-BREAK SPACE}", "").replace("1.001", "1001")
    assert page.count("/verwaltung/konten/") == 50
