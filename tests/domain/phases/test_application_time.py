"""Whether one can apply, at every edge of the dates and in every phase."""

from datetime import UTC, datetime, timedelta

import pytest

from ikz_award.domain.phases.application_time import ApplicationTime, application_time
from ikz_award.domain.phases.workflow import Phase

OPENS, DEADLINE, GRACE = datetime(2026, 2, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC), 60
INSTANT = timedelta(microseconds=1)
# In the phase open; in every other one no date makes a difference.
MOMENTS = {
    OPENS - INSTANT: ApplicationTime.NOT_YET,
    OPENS: ApplicationTime.RUNNING,
    DEADLINE: ApplicationTime.RUNNING,
    DEADLINE + INSTANT: ApplicationTime.GRACE,
    DEADLINE + timedelta(seconds=GRACE): ApplicationTime.GRACE,
    DEADLINE + timedelta(seconds=GRACE) + INSTANT: ApplicationTime.OVER,
}


def at(phase: Phase, now: datetime, extended_to: datetime | None = None) -> ApplicationTime:
    return application_time(
        phase=phase, now=now, opens_at=OPENS, deadline_at=DEADLINE, grace_seconds=GRACE, extended_to=extended_to
    )


@pytest.mark.parametrize("now", MOMENTS)
def test_every_phase_and_every_edge(now: datetime) -> None:
    for phase in Phase:
        expected = MOMENTS[now] if phase is Phase.OPEN else ApplicationTime.OVER
        assert at(phase, now) is (ApplicationTime.NOT_ANNOUNCED if phase is Phase.PREPARATION else expected)


def test_an_own_extension_gives_time_in_the_phase_open_alone() -> None:
    later = DEADLINE + timedelta(days=1)
    assert at(Phase.OPEN, later, extended_to=later) is ApplicationTime.RUNNING
    assert at(Phase.SCREENING, later, extended_to=later) is ApplicationTime.OVER
