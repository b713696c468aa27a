"""Who gets in: every address of the organiser's pages, for everybody else."""

import re
from collections.abc import Callable

import pytest
from flask import Flask, url_for

from ikz_award.models.people.accounts import Account
from tests import factories
from tests.client import PageClient
from tests.web.admin.world import World, admin_rules, make_world

# What differs from one answer to the next: tokens, and the address the page links back to.
NONCE = re.compile(r'(?<=nonce=")[^"]*|(?<=value=")[^"]*|/verwaltung[a-z-]*/')


@pytest.fixture
def world(applicant: Account) -> World:
    return make_world(applicant)


def addresses(app: Flask, world: World) -> list[tuple[str, str]]:
    """(method, address) of every route."""
    with app.test_request_context():
        return [
            (method, url_for(rule.endpoint, **world.arguments(rule)))
            for rule in admin_rules(app)
            for method in (rule.methods or set()) & {"GET", "POST"}
        ]


def test_the_walk_covers_every_page(app: Flask, world: World) -> None:
    assert len(addresses(app, world)) >= 30


@pytest.mark.parametrize("who", ["applicant", "juror"])
def test_nothing_is_there_for_applicants_and_jurors(
    app: Flask, world: World, applicant: Account, log_in: Callable[[object], PageClient], who: str
) -> None:
    browser = log_in(applicant if who == "applicant" else world.jurors[0])
    for method, address in addresses(app, world):
        response = browser.open(address, method=method)
        assert response.status_code == 404, (method, address)
        assert "Gemeinsame Vergabestelle" not in response.text


def test_what_is_hidden_and_what_is_nowhere_look_the_same(
    world: World, applicant: Account, log_in: Callable[[object], PageClient]
) -> None:
    """With the person's own name above both: a page without it would say that the other one is there."""
    browser = log_in(applicant)
    for more in ({}, {"headers": {"Sec-Fetch-Dest": "image"}}):
        hidden, nowhere = (browser.get(address, **more) for address in ("/verwaltung/", "/verwaltung-gibt-es-nicht/"))
        assert (hidden.status_code, nowhere.status_code) == (404, 404)
        assert NONCE.sub("", hidden.text) == NONCE.sub("", nowhere.text)
        assert (applicant.name in nowhere.text) is not bool(more)
        mine = ({name for name, _value in answer.headers} - {"Set-Cookie"} for answer in (hidden, nowhere))
        assert next(mine) == next(mine)


def test_who_is_not_logged_in_is_asked_to(app: Flask, world: World, anonymous: PageClient) -> None:
    for method, address in addresses(app, world):
        response = anonymous.open(address, method=method)
        assert response.status_code == (302 if method == "GET" else 401), (method, address)
        assert "Gemeinsame Vergabestelle" not in response.text


def test_another_editions_entry_is_not_found(client: PageClient, world: World, applicant: Account) -> None:
    other = factories.make_edition(name="landespreis-1")
    assert client.get(f"/verwaltung/runden/{other.slug}/beitraege/{world.entry.public_id}").status_code == 404
    assert client.get("/verwaltung/runden/gibt-es-nicht/").status_code == 404


def test_a_draft_is_not_found(client: PageClient, world: World, applicant: Account) -> None:
    draft = factories.make_entry(world.edition, created_by=applicant, lead_key=factories.AHAUS, title="Noch geheim")
    page = client.get("/verwaltung/runden/landespreis-2/beitraege")
    assert "Noch geheim" not in page.text
    assert client.get(f"/verwaltung/runden/landespreis-2/beitraege/{draft.public_id}").status_code == 404
