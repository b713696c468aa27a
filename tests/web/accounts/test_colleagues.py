"""Who belongs to a municipality admits a colleague; who leaves is told what that means."""

import pytest
from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import Membership, MembershipStatus
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.factories import AHAUS, BOCHOLT, NOW


@pytest.fixture
def waiting(app):
    """Kim belongs to Bocholt, Robin to Ahaus; Alex asks to belong to Bocholt."""
    kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    robin = factories.make_account("robin@ahaus.example", lead_key=AHAUS)
    alex = factories.make_account("alex@freemail.example", name="Alex Neuland")
    with factories.write_session() as session:
        row = Membership(account_id=alex.id, body_key=BOCHOLT, status=MembershipStatus.PENDING, created_at=NOW)
        session.add(row)
        session.flush()
        return kim, robin, alex, row.id


def state(membership_id):
    db.session.rollback()
    return db.session.scalar(select(Membership.status).where(Membership.id == membership_id))


def test_a_colleague_is_admitted_and_told(waiting, log_in):
    kim, _robin, alex, id_ = waiting
    client = log_in(kim)
    assert "Alex Neuland" in client.get("/konto/").text
    assert client.submit_form("/konto/", {}, form=f"/kolleginnen/{id_}/bestaetigen").status_code == 303
    assert state(id_) is MembershipStatus.ACTIVE
    assert db.session.scalars(select(OutgoingMail.recipient)).all() == [alex.email]
    assert "Alex Neuland" not in client.get("/konto/").text


def test_or_declined(waiting, log_in):
    kim, _robin, _alex, id_ = waiting
    assert log_in(kim).submit_form("/konto/", {}, form=f"/kolleginnen/{id_}/ablehnen").status_code == 303
    assert state(id_) is None


def test_nobody_admits_for_another_municipality_or_oneself(waiting, log_in):
    _kim, robin, alex, id_ = waiting
    for account in (robin, alex):
        client = log_in(account)
        page = client.get("/konto/").text
        assert f"/kolleginnen/{id_}/" not in page
        token = page.split('name="csrf_token" value="')[1].split('"')[0]
        for what in ("bestaetigen", "ablehnen"):
            answer = client.post(f"/konto/kolleginnen/{id_}/{what}", data={"csrf_token": token})
            assert answer.status_code == 404, what
    assert state(id_) is MembershipStatus.PENDING


def test_who_is_the_last_is_warned_before_leaving(waiting, log_in):
    kim, *_ = waiting
    factories.make_entry(factories.make_edition(), created_by=kim)
    client = log_in(kim)
    page = client.get(f"/konto/kommune/verlassen?kommune={BOCHOLT}").text
    assert "gehört niemand mehr zu dieser Kommune" in page
    assert "Ein Entwurf bliebe liegen" in page
    factories.make_account("zwei@bocholt.example", lead_key=BOCHOLT)
    assert "niemand mehr" not in client.get(f"/konto/kommune/verlassen?kommune={BOCHOLT}").text
    assert client.get(f"/konto/kommune/verlassen?kommune={AHAUS}").status_code == 404


def test_the_page_says_who_admits(waiting, log_in):
    """It named the organiser alone, and promised everybody who came first to be let in."""
    said = " ".join(log_in(factories.make_account("neu@anderswo.example")).get("/konto/kommune").text.split())
    assert "oder jemand, der schon zu Ihrer Kommune gehört" in said
    assert "mit einer dienstlichen Adresse, deren Endung noch zu keiner anderen Kommune gehört" in said
