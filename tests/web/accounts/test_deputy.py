"""Naming a colleague who stands in, seeing it on both account pages, ending it."""

import pytest
import time_machine
from sqlalchemy import select

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.extensions import db
from ikz_award.models.people.deputies import Deputyship
from tests import factories
from tests.factories import AHAUS, BOCHOLT, TODAY

PAGE = "/konto/vertretung"
HOSTILE = "<b>Robin</b> {{ 7*7 }}"


@pytest.fixture
def people(app):
    """Kim and Robin of Ahaus."""
    return (
        factories.make_account("kim@ahaus.example", name="Kim Beispiel", lead_key=AHAUS),
        factories.make_account("robin@ahaus.example", name=HOSTILE, lead_key=AHAUS),
    )


@pytest.fixture(autouse=True)
def _on_that_day(app):
    """The pages ask the clock; the tests' other times are NOW."""
    with time_machine.travel(factories.NOW, tick=False):
        yield


def rows():
    db.session.rollback()
    return db.session.scalars(select(Deputyship)).all()


def typed(robin, **days):
    return {"colleague": f"{AHAUS}:{robin.id}", "starts_on": "04.03.2026", "ends_on": "11. März 2026"} | days


def test_named_seen_by_both_and_ended_by_the_deputy(people, log_in):
    kim, robin = people
    edition = factories.make_edition()
    lea = factories.make_account("lea@bocholt.example", lead_key=BOCHOLT)
    entry = factories.make_entry(edition, created_by=lea)
    factories.make_right(entry, kim, EntryRight.EDIT)
    browsers = log_in(kim), log_in(robin)
    assert browsers[1].get(f"/bewerbung/{entry.public_id}/").status_code == 404
    assert browsers[0].submit_form(PAGE, typed(robin), form="vertretung").status_code == 303
    assert [(row.starts_on, row.ends_on) for row in rows()] == [(TODAY, TODAY.replace(day=11))]
    own, others = (browser.get("/konto/").text for browser in browsers)
    assert "&lt;b&gt;Robin&lt;/b&gt; {{ 7*7 }} vertritt Sie" in own
    assert "Sie vertreten Kim Beispiel" in others
    assert "<b>Robin" not in own
    assert browsers[1].get(f"/bewerbung/{entry.public_id}/").status_code == 200
    assert "in Vertretung für Kim Beispiel" in browsers[1].get("/bewerbung/").text
    seen = log_in(lea).get(f"/bewerbung/{entry.public_id}/mitwirkende").text
    assert "vertreten durch &lt;b&gt;Robin" in seen
    assert browsers[1].submit_form("/konto/", {}, form="/beenden").status_code == 303
    assert browsers[1].get(f"/bewerbung/{entry.public_id}/").status_code == 404
    assert "vertritt Sie" not in browsers[0].get("/konto/").text


def test_what_is_wrong_is_said_and_stays(people, log_in):
    kim, robin = people
    answer = log_in(kim).submit_form(PAGE, typed(robin, starts_on="03.03.2026", ends_on="gestern"), form="vertretung")
    assert answer.status_code == 422
    for part in (
        "Der erste Tag liegt in der Vergangenheit",
        "Bitte geben Sie den letzten Tag an",
        'value="gestern"',
        "checked",
    ):
        assert part in answer.text
    nobody = log_in(kim).submit_form(PAGE, typed(robin, colleague=None), form="vertretung")
    assert "Bitte wählen Sie, wer Sie vertritt." in nobody.text
    assert rows() == []


@pytest.mark.parametrize("colleague", ["05554008:1", "x", "05554004:999999", "05554004:²", ":"])
def test_strangers_and_nonsense_are_nobody(people, log_in, colleague):
    answer = log_in(people[0]).submit_form(PAGE, typed(people[1], colleague=colleague), form="vertretung")
    assert answer.status_code in (404, 422)
    assert rows() == []


def test_who_is_alone_is_told_what_to_do(app, log_in):
    page = log_in(factories.make_account("kim@ahaus.example", lead_key=AHAUS)).get(PAGE).text
    assert "Noch niemand sonst aus Ihrer Kommune" in page
    assert "Zuerst: Ihre Kommune" in log_in(factories.make_account("neu@ahaus.example")).get(PAGE).text
