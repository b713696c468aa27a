"""Where an entry and an edition stand, as words may say it: pure functions of phase, dates and status together.

A status alone does not tell: "admitted" during screening waits for the jury, "submitted" before the deadline can still be
changed, a draft cannot be handed in once the phase has moved on, whatever its deadline. What a page or a mail says of a
state comes from here; the words themselves stand in `domain.words.labels.states` and `domain.entries.next_steps`.

From screening to publication an applicant is told one thing only, that the jury has the entry: nothing of what a jury does.
"""

from dataclasses import dataclass
from enum import StrEnum

from ikz_award.domain.phases.timetable import DeadlineState
from ikz_award.domain.phases.workflow import EntryStatus, Phase

JURY_PHASES = (Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED)
RESULT_PHASES = (Phase.PUBLISHED, Phase.ARCHIVED)


class EntryStanding(StrEnum):
    """Where an entry stands for people: status, phase, deadline and the jury's decision together, of which pages and mails
    speak."""

    DRAFT = "draft"
    # A draft that can no longer be handed in.
    MISSED = "missed"
    # Handed in, and may still be changed until the deadline.
    CHANGEABLE = "changeable"
    AMENDED = "amended"
    # Handed in for good; nobody checks before the time for entries is closed, or one by one.
    RECEIVED = "received"
    SCREENED = "screened"
    RETURNED = "returned"
    # Admitted, and the jury has not begun.
    ADMITTED = "admitted"
    WITH_JURY = "with_jury"
    WINNER = "winner"
    WITHOUT_PRIZE = "without_prize"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"

    @property
    def is_missed(self) -> bool:
        """A draft that came too late."""
        return self is EntryStanding.MISSED

    @property
    def is_changeable(self) -> bool:
        """Handed in, and still open to changes."""
        return self is EntryStanding.CHANGEABLE

    @property
    def is_amended(self) -> bool:
        """Handed in, and being changed."""
        return self is EntryStanding.AMENDED

    @property
    def is_received(self) -> bool:
        """Handed in for good, and not looked at yet."""
        return self is EntryStanding.RECEIVED

    @property
    def is_checked(self) -> bool:
        """Handed in for good; the organiser has it."""
        return self in (EntryStanding.RECEIVED, EntryStanding.SCREENED)

    @property
    def is_at_work(self) -> bool:
        """A text that its municipality has in hand, or had when it was too late."""
        return self in (EntryStanding.DRAFT, EntryStanding.MISSED, EntryStanding.RETURNED, EntryStanding.AMENDED)

    @property
    def is_told_by_receipt(self) -> bool:
        """Something has happened since it was handed in that the receipt has to say."""
        return self in (EntryStanding.EXCLUDED, EntryStanding.WITHDRAWN, EntryStanding.RETURNED, EntryStanding.AMENDED)


class EditionStanding(StrEnum):
    """What everybody may know of an edition: between closing and publication there is one state."""

    IN_PREPARATION = "in_preparation"
    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    RESULTS = "results"


class ScreeningStanding(StrEnum):
    """Whether the organiser may judge an entry now, and else why not."""

    OPEN = "open"
    AMENDED = "amended"
    WITHDRAWN = "withdrawn"
    OVER = "over"


@dataclass(frozen=True, kw_only=True)
class StandingFacts:
    """What an entry's standing rests on.

    `is_in_time`: what arrives now is accepted, the entry's own extension and the grace included, were the phase open. `has_won`
    counts only once the result is public.
    """

    phase: Phase
    status: EntryStatus
    is_in_time: bool
    is_amended: bool = False
    has_won: bool = False

    @property
    def is_open(self) -> bool:
        return self.phase is Phase.OPEN and self.is_in_time


def entry_standing(facts: StandingFacts) -> EntryStanding:
    """The one standing of an entry."""
    match facts.status:
        case EntryStatus.DRAFT:
            return EntryStanding.DRAFT if facts.is_open else EntryStanding.MISSED
        case EntryStatus.SUBMITTED:
            return _submitted(facts)
        case EntryStatus.ADMITTED:
            return _admitted(facts)
    return EntryStanding(facts.status.value)


def _submitted(facts: StandingFacts) -> EntryStanding:
    if facts.phase is not Phase.OPEN:
        return EntryStanding.SCREENED
    if not facts.is_in_time:
        # Whoever was changing it meanwhile is too late: the version that was handed in counts.
        return EntryStanding.RECEIVED
    return EntryStanding.AMENDED if facts.is_amended else EntryStanding.CHANGEABLE


def _admitted(facts: StandingFacts) -> EntryStanding:
    if facts.phase in RESULT_PHASES:
        return EntryStanding.WINNER if facts.has_won else EntryStanding.WITHOUT_PRIZE
    return EntryStanding.WITH_JURY if facts.phase in JURY_PHASES else EntryStanding.ADMITTED


def edition_standing(*, phase: Phase, deadline: DeadlineState) -> EditionStanding:
    """What everybody may know. `deadline`: where now lies in the edition's own time for entries.

    The grace is a safety net nobody is promised, so it is not called open.
    """
    if phase is Phase.PREPARATION:
        return EditionStanding.IN_PREPARATION
    if phase in RESULT_PHASES:
        return EditionStanding.RESULTS
    if phase is not Phase.OPEN:
        return EditionStanding.CLOSED
    if deadline is DeadlineState.NOT_YET_OPEN:
        return EditionStanding.ANNOUNCED
    return EditionStanding.OPEN if deadline is DeadlineState.OPEN else EditionStanding.CLOSED


def screening_standing(*, phase: Phase, status: EntryStatus, is_amended: bool) -> ScreeningStanding:
    """Why the organiser may not judge an entry that was handed in; `domain.permissions.matter.may_screen` says whether."""
    if phase not in (Phase.OPEN, Phase.SCREENING):
        return ScreeningStanding.OVER
    if status is EntryStatus.WITHDRAWN:
        return ScreeningStanding.WITHDRAWN
    return ScreeningStanding.AMENDED if is_amended else ScreeningStanding.OPEN
