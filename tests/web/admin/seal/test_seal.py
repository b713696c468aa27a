"""The pages of the seal in the browser: both of the two, a wrong password, and taking back."""

from collections.abc import Callable

import pytest
from flask import Flask

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.people.accounts import Account
from ikz_award.queries.seal.facts import current_facts
from ikz_award.queries.seal.seal import current_seal
from tests import factories
from tests.client import PASSWORD, PageClient

ORGANISER, CHAIR = "/verwaltung/runden/landespreis-2/siegel", "/jury/landespreis-2/siegel"
CONFIRMED = {"is_checked": "y", "password": PASSWORD}


@pytest.fixture
def edition(app: Flask) -> Edition:
    return factories.make_edition(phase=Phase.DECIDED)


@pytest.fixture
def chair(edition: Edition, log_in: Callable[[object], PageClient]) -> PageClient:
    return log_in(factories.make_juror(edition, "vera@jury.example", role=PanelRole.CHAIR))


def is_sealed(edition: Edition) -> bool:
    db.session.rollback()
    return current_seal(db.session(), edition_id=edition.id) is not None


def test_both_confirm_in_the_browser(client: PageClient, chair: PageClient, edition: Edition) -> None:
    assert client.submit_form(ORGANISER, CONFIRMED).status_code == 303
    assert "Es fehlt noch" in client.get(ORGANISER).text
    assert not is_sealed(edition)
    assert "Toni Tester hat am" in chair.get(CHAIR).text
    assert chair.submit_form(CHAIR, CONFIRMED).status_code == 303
    assert is_sealed(edition)
    page = client.get(ORGANISER).text
    assert "Das Ergebnis ist besiegelt." in page
    facts = current_facts(db.session(), edition_id=edition.id)
    for value in (facts.sha256, facts.public_key, facts.fingerprint, facts.log_head):
        assert value in page
        assert value in chair.get(CHAIR).text
    file = client.get(f"{ORGANISER}/1/ergebnis.json")
    assert file.mimetype == "application/json"
    assert client.get(f"{ORGANISER}/2/ergebnis.json").status_code == 404


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"is_checked": "y", "password": "ein anderes Passwort"}, "Das Passwort stimmt nicht."),
        ({"password": PASSWORD}, "Bitte bestätigen Sie, dass Sie geprüft haben."),
    ],
)
def test_without_password_or_check_nothing_is_confirmed(
    client: PageClient, edition: Edition, typed: dict[str, str], sentence: str
) -> None:
    answer = client.submit_form(ORGANISER, typed)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Bestätigung zurücknehmen" not in client.get(ORGANISER).text


def test_guessing_the_password_is_throttled(client: PageClient, edition: Edition) -> None:
    for _ in range(5):
        client.submit_form(ORGANISER, {"is_checked": "y", "password": "geraten"})
    answer = client.submit_form(ORGANISER, CONFIRMED)
    assert answer.status_code == 422
    assert "Zu viele Versuche" in answer.text


def test_the_right_password_counts_for_nothing_in_this(client: PageClient, edition: Edition) -> None:
    for _ in range(7):
        assert client.submit_form(ORGANISER, CONFIRMED).status_code == 303
        assert client.submit_form(ORGANISER, {}, form="zuruecknehmen").status_code == 303


def test_a_confirmation_is_taken_back_and_an_old_page_confirms_nothing(
    client: PageClient, chair: PageClient, edition: Edition
) -> None:
    client.submit_form(ORGANISER, CONFIRMED)
    assert client.submit_form(ORGANISER, {}, form="zuruecknehmen").status_code == 303
    assert "Bestätigung zurücknehmen" not in client.get(ORGANISER).text
    answer = chair.submit_form(CHAIR, CONFIRMED | {"seen": "0" * 64}, form=None)
    assert answer.status_code == 403
    assert "Der Stand hat sich geändert" in answer.text
    assert not is_sealed(edition)


def test_opening_again_asks_for_a_reason(client: PageClient, chair: PageClient, edition: Edition, organiser: Account) -> None:
    for browser, page in ((client, ORGANISER), (chair, CHAIR)):
        browser.submit_form(page, CONFIRMED)
    answer = client.submit_form(ORGANISER, CONFIRMED | {"reason": "kurz"})
    assert answer.status_code == 422
    assert "kurz" in answer.text
    reason = "Ein Bogen wurde nach der Sitzung als unvollständig erkannt."
    client.submit_form(ORGANISER, CONFIRMED | {"reason": reason})
    assert reason in chair.get(CHAIR).text
    chair.submit_form(CHAIR, CONFIRMED)
    assert not is_sealed(edition)
    assert reason in client.get(ORGANISER).text


def test_a_sealed_result_is_planned_to_be_published_and_the_plan_taken_back(
    client: PageClient, chair: PageClient, edition: Edition
) -> None:
    home, plan = "/verwaltung/runden/landespreis-2/", "/verwaltung/runden/landespreis-2/veroeffentlichung"
    assert "späteren Zeitpunkt" not in client.get(home).text
    client.submit_form(ORGANISER, CONFIRMED)
    chair.submit_form(CHAIR, CONFIRMED)
    assert "Zu einem späteren Zeitpunkt veröffentlichen" in client.get(home).text
    answer = client.submit_form(plan, {"at": "gestern"}, form="planen")
    assert answer.status_code == 422
    assert "Bitte geben Sie Tag und Uhrzeit an." in answer.text
    assert 'value="gestern"' in answer.text
    assert client.submit_form(plan, {"at": "2099-03-04T12:00"}, form="planen").status_code == 303
    assert "Veröffentlichung geplant für 4. März 2099, 12:00 Uhr" in client.get(home).text
    assert client.submit_form(home, {}, form="zuruecknehmen").status_code == 303
    assert "Veröffentlichung geplant" not in client.get(home).text
