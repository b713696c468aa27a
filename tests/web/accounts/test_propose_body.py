"""„Ihre Organisation ist nicht dabei?“: from the choice of a municipality to the account page, and to the organiser."""

import pytest
from sqlalchemy import select

from ikz_award.domain.people.bodies import ProposalState
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Membership
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.models.people.register import RegisterBody
from tests import factories
from tests.factories import BOCHOLT

TYPED = {
    "name": "Zweckverband Westmünsterland", "form": "zweckverband", "country": "DE", "seat": "Bocholt",
    "members": "Bocholt\nStadt Borken", "website": "www.zv-west.example", "remark": "Satzung von 2019.",
}  # fmt: skip
HOSTILE = "<img src=x onerror=alert(1)> {{ config }}"


@pytest.fixture
def kim(app):
    return factories.make_account("kim@zv-west.example")


@pytest.fixture
def admin(app):
    return factories.make_account("komp@ikz.example", name="Alex Auslober", is_admin=True)


def rows():
    db.session.rollback()
    return db.session.scalars(select(ProposedBody)).all()


def test_the_way_there_and_the_state_one_sees(kim, log_in):
    client = log_in(kim)
    assert 'href="/konto/organisation"' in client.get("/konto/kommune").text
    answer = client.submit_form("/konto/organisation", TYPED, form="organisation")
    assert answer.status_code == 303
    page = client.get("/konto/").text
    assert "Zweckverband Westmünsterland" in page
    assert "auf Bestätigung durch das Kompetenzzentrum" in page
    # Who waits is sent there after log-in, not to the choice of a municipality again.
    assert client.get("/konto/start").headers["Location"] == "/konto/"


def test_what_is_wrong_costs_nothing_that_was_typed(kim, log_in):
    typed = TYPED | {"name": HOSTILE, "members": "Bocholt\nNirgendwo", "form": "gmbh"}
    answer = log_in(kim).submit_form("/konto/organisation", typed, form="organisation")
    assert answer.status_code == 422
    assert "<img" not in answer.text
    for kept in ("&lt;img src=x", "Nirgendwo", 'value="gmbh" checked', "Satzung von 2019.", "www.zv-west.example"):
        assert kept in answer.text
    assert "Diese Zeilen finden wir nicht eindeutig im Verzeichnis: „Nirgendwo“" in answer.text
    assert rows() == []


def test_corrected_and_taken_back_while_it_waits(kim, log_in):
    client = log_in(kim)
    client.submit_form("/konto/organisation", TYPED | {"name": HOSTILE}, form="organisation")
    page = f"/konto/organisation/{rows()[0].id}"
    shown = client.get(page).text
    assert "<img" not in shown
    assert "Stadt Bocholt (05554008)" in shown
    assert client.submit_form(page, {"name": "Zweckverband West"}, form="organisation").status_code == 303
    assert rows()[0].name == "Zweckverband West"
    assert rows()[0].member_keys == [BOCHOLT, "05554012"]
    assert client.submit_form(page, {}, form="zuruecknehmen").status_code == 303
    assert rows()[0].state is ProposalState.WITHDRAWN
    client.get("/konto/")  # says once that it is taken back
    assert "Zweckverband West" not in client.get("/konto/").text


def test_two_tabs_and_the_older_one_is_told(kim, log_in):
    client = log_in(kim)
    client.submit_form("/konto/organisation", TYPED, form="organisation")
    page = f"/konto/organisation/{rows()[0].id}"
    client.submit_form(page, {"name": "Neuer"}, form="organisation")
    answer = client.submit_form(page, {"name": "Alter Stand", "version": "1"}, form="organisation")
    assert answer.status_code == 409
    assert "inzwischen geändert" in answer.text
    assert "Alter Stand" in answer.text


def test_the_organiser_corrects_and_confirms(kim, admin, log_in):
    proposal = factories.make_proposal(kim, name=HOSTILE)
    client = log_in(admin)
    assert "Eine Organisation außerhalb des Verzeichnisses wartet" in client.get("/verwaltung/").text
    listed = client.get("/verwaltung/zugehoerigkeiten").text
    assert "&lt;img" in listed
    assert "<img src=x" not in listed
    page = f"/verwaltung/organisationen/{proposal}"
    answer = client.submit_form(page, {"name": "Zweckverband West", "knows_domain": "y", "sicher": "ja"}, form="bestaetigen")
    assert answer.status_code == 303
    db.session.rollback()
    body = db.session.scalars(select(RegisterBody).where(RegisterBody.name == "Zweckverband West")).one()
    assert db.session.scalars(select(Membership.body_key).where(Membership.account_id == kim.id)).all() == [body.key]
    assert "Zweckverband West" in log_in(kim).get("/konto/").text
    found = client.get("/register/suche?q=zweckverband west").json
    assert [(one["value"], one["hint"]) for one in found] == [(body.key, f"{body.key} · Stadt Bocholt")]
    # The page is over, for a second click and for the back button.
    assert client.get(page).status_code == 404


def test_the_organiser_puts_a_person_to_what_is_there(kim, admin, log_in):
    page = f"/verwaltung/organisationen/{factories.make_proposal(kim)}"
    client = log_in(admin)
    wrong = client.submit_form(page, {"body": "Borken", "sicher": "ja"}, form="zuordnen")
    assert wrong.status_code == 422
    assert "Diesen Namen gibt es mehrfach" in wrong.text
    assert client.submit_form(page, {"body": "Kreis Borken", "sicher": "ja"}, form="zuordnen").status_code == 303
    db.session.rollback()
    assert db.session.scalars(select(Membership.body_key)).all() == ["05554"]


def test_the_organiser_refuses_and_the_person_reads_why(kim, admin, log_in):
    proposal = factories.make_proposal(kim)
    client = log_in(admin)
    assert (
        client.submit_form(
            f"/verwaltung/organisationen/{proposal}", {"reason": "", "sicher": "ja"}, form="ablehnen"
        ).status_code
        == 422
    )
    answer = client.submit_form(f"/verwaltung/organisationen/{proposal}", {"reason": HOSTILE, "sicher": "ja"}, form="ablehnen")
    assert answer.status_code == 303
    page = log_in(kim).get(f"/konto/organisation/{proposal}").text
    assert "&lt;img" in page
    assert "<img src=x" not in page
    assert "Abgelehnt" in page


def test_what_the_person_changed_meanwhile_is_not_confirmed_unseen(kim, admin, log_in):
    proposal = factories.make_proposal(kim)
    with factories.write_session() as session:
        session.get_one(ProposedBody, proposal).remark = "Neu"
    answer = log_in(admin).submit_form(
        f"/verwaltung/organisationen/{proposal}", {"version": "1", "sicher": "ja"}, form="bestaetigen"
    )
    assert answer.status_code == 409
    assert "inzwischen geändert" in answer.text


def test_another_persons_proposal_is_not_there(kim, log_in):
    proposal = factories.make_proposal(kim)
    client = log_in(factories.make_account("eve@elsewhere.example"))
    assert client.get(f"/konto/organisation/{proposal}").status_code == 404
    assert client.get("/konto/organisation/99999").status_code == 404


def test_the_log_says_it_in_german(kim, admin, log_in):
    log_in(kim).submit_form("/konto/organisation", TYPED, form="organisation")
    page = log_in(admin).get("/verwaltung/pruefprotokoll").text
    assert "Organisation außerhalb des Verzeichnisses genannt" in page
    assert "Genannte Organisation" in page
