"""The calendar file: parsed again, every public date is in it, at its instant, under a UID that stays."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from icalendar import Calendar

from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.editions.editions import Edition, Milestone
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.factories import NOW

URL = "/wettbewerb/landespreis-2/termine.ics"
ODD = "Nacht; mit, Zeichen\nUID:x"
HOUR = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # an hour of the night in which clocks are put forward


@pytest.fixture(autouse=True)
def at_noon(app: Flask) -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def events(app: Flask) -> dict[str, object]:
    answer = app.test_client().get(URL)
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    return {str(one["SUMMARY"]).partition(" – ")[0]: one for one in Calendar.from_ical(answer.data).walk("VEVENT")}


def add_milestones(edition: Edition) -> None:
    with write_session() as session:
        session.add_all(
            [
                Milestone(edition_id=edition.id, label=ODD, starts_at=HOUR, ends_at=HOUR + timedelta(hours=1)),
                # Midnight in Berlin, summer time.
                Milestone(edition_id=edition.id, label="Festtag", starts_at=datetime(2026, 6, 9, 22, tzinfo=UTC)),
                Milestone(edition_id=edition.id, label="Jury intern", starts_at=HOUR, is_public=False),
            ]
        )


def test_calendar_holds_the_public_dates_and_no_other(app: Flask) -> None:
    edition = factories.make_edition()
    add_milestones(edition)
    found = events(app)
    assert found["Einsendeschluss"].decoded("DTSTART") == factories.value_of(Edition, edition, "deadline_at")
    night = found[ODD]
    assert (night.decoded("DTSTART"), night.decoded("DTEND")) == (HOUR, HOUR + timedelta(hours=1))
    assert found["Festtag"].decoded("DTSTART") == date(2026, 6, 10)
    assert "Jury intern" not in found
    uids = [str(one["UID"]) for one in found.values()]
    assert len(uids) == len(set(uids))


def test_moved_deadline_keeps_its_uid(app: Flask) -> None:
    edition = factories.make_edition()
    before = events(app)["Einsendeschluss"]
    with write_session() as session:
        session.get_one(Edition, edition.id).deadline_at = NOW + timedelta(days=30)
    after = events(app)["Einsendeschluss"]
    assert after["UID"] == before["UID"]
    assert after.decoded("DTSTART") == NOW + timedelta(days=30)


def test_edition_in_preparation_has_no_calendar(app: Flask) -> None:
    factories.make_edition(phase=Phase.PREPARATION)
    assert app.test_client().get(URL).status_code == 404
