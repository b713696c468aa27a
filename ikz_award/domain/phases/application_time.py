"""Whether entries can be begun and handed in: asked by rules and by the words of pages alike, so that they cannot differ."""

from datetime import datetime
from enum import StrEnum

from ikz_award.domain.phases.timetable import DeadlineState, deadline_state
from ikz_award.domain.phases.workflow import Phase


class ApplicationTime(StrEnum):
    """Where an edition stands for those who want to apply."""

    NOT_ANNOUNCED = "not_announced"
    NOT_YET = "not_yet"
    RUNNING = "running"
    # After the deadline: what comes in is still accepted, though nobody should count on it.
    GRACE = "grace"
    OVER = "over"

    @property
    def is_possible(self) -> bool:
        return self in (ApplicationTime.RUNNING, ApplicationTime.GRACE)


_OF_OPEN_PHASE = {
    DeadlineState.NOT_YET_OPEN: ApplicationTime.NOT_YET,
    DeadlineState.OPEN: ApplicationTime.RUNNING,
    DeadlineState.GRACE: ApplicationTime.GRACE,
    DeadlineState.CLOSED: ApplicationTime.OVER,
}


def application_time(
    *,
    phase: Phase,
    now: datetime,
    opens_at: datetime,
    deadline_at: datetime,
    grace_seconds: int,
    extended_to: datetime | None = None,
) -> ApplicationTime:
    """How an edition (or, with `extended_to`, one entry of it) takes what arrives at `now`. All instants carry a zone."""
    if phase is Phase.PREPARATION:
        return ApplicationTime.NOT_ANNOUNCED
    if phase is not Phase.OPEN:
        return ApplicationTime.OVER
    state = deadline_state(
        now=now, opens_at=opens_at, deadline_at=deadline_at, grace_seconds=grace_seconds, extended_to=extended_to
    )
    return _OF_OPEN_PHASE[state]
