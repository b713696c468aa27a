"""A juror's sheet is saved while it is filled in: as a draft, which counts nowhere."""

import pytest

from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.extensions import db
from ikz_award.models.jury.jury import ScoreSheet
from tests import factories
from tests.client import form_fields


@pytest.fixture
def typing(panel, log_in):
    """Anna at the first entry; `send(...)` is what the script does after a pause."""
    browser = log_in(panel.anna)
    _action, fields = form_fields(browser.get(panel.pages[0]).text, "/bogen")
    state = fields.to_dict()

    def send(**typed):
        state.update(typed)
        answer = browser.post(f"{panel.pages[0]}/bogen/zwischenspeichern", data=state)
        if answer.status_code == 200:
            state.update(version=str(answer.json["version"]), idempotency_key=answer.json["key"])
        return answer

    panel.send, panel.browser = send, browser
    return panel


def stored():
    db.session.rollback()
    return db.session.query(ScoreSheet).one_or_none()


def test_points_are_there_seconds_later_as_a_draft(typing):
    first = typing.send(points_benefit="7", reason_benefit="Weil")
    assert first.status_code == 200
    second = typing.send(points_benefit="8", reason_benefit="Weil es wirkt.")
    assert second.json["version"] == first.json["version"] + 1
    assert stored().status is SheetStatus.DRAFT
    page = typing.browser.get(typing.pages[0]).text
    assert "Weil es wirkt." in page


def test_half_a_number_waits_for_the_next_key(typing):
    answer = typing.send(points_benefit="7,")
    assert answer.status_code == 422
    assert answer.json["goes_on"]
    assert stored() is None
    assert typing.send(points_benefit="7").status_code == 200


def test_another_tab_is_noticed(typing):
    assert typing.send(points_benefit="7").status_code == 200
    answer = typing.send(points_benefit="8", version="0", idempotency_key="k" * 22)
    assert answer.status_code == 409
    assert "beides" in answer.json["message"]


def test_what_is_handed_in_is_not_touched(typing):
    factories.make_sheet(typing.entries[0], typing.anna, ("5",) * 3)
    answer = typing.send(points_benefit="8", version=str(stored().version))
    assert answer.status_code == 409
    assert stored().status is SheetStatus.SUBMITTED
