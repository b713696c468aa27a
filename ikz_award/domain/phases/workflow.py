"""Statuses and the only ways from one to the next.

Every status change in the services goes through `require_transition`; what a table here does not name does not happen.
"""

from collections.abc import Mapping
from enum import StrEnum

from ikz_award.domain.words.errors import Conflict
from ikz_award.domain.words.wording import message as _


class Phase(StrEnum):
    """Where an edition stands, from set-up to archive."""

    PREPARATION = "preparation"
    OPEN = "open"
    SCREENING = "screening"
    JUDGING = "judging"
    DELIBERATION = "deliberation"
    DECIDED = "decided"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class EntryStatus(StrEnum):
    """The status of an entry as it is stored; steps between them are in the table below and nowhere else."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ADMITTED = "admitted"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"


class SheetStatus(StrEnum):
    """The status of a score sheet as it is stored; a sheet that nobody has begun has no row and so no status."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ABSTAINED = "abstained"


class JobStatus(StrEnum):
    """The status of a job; one whose worker died runs again and stays the same job."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


# By kind first: members of different StrEnums with the same value are equal, and would share one entry.
TRANSITIONS: Mapping[type[StrEnum], Mapping[StrEnum, frozenset[StrEnum]]] = {
    Phase: {
        Phase.PREPARATION: frozenset({Phase.OPEN}),
        # Back steps are undo for the organiser: they need a reason and leave an audit entry.
        # The first three are for a step taken by mistake, while nothing rests on it (see `domain.phases.guards`).
        Phase.OPEN: frozenset({Phase.SCREENING, Phase.PREPARATION}),
        Phase.SCREENING: frozenset({Phase.JUDGING, Phase.OPEN}),
        Phase.JUDGING: frozenset({Phase.DELIBERATION, Phase.SCREENING}),
        Phase.DELIBERATION: frozenset({Phase.JUDGING, Phase.DECIDED}),
        Phase.DECIDED: frozenset({Phase.DELIBERATION, Phase.PUBLISHED}),
        # A published result that was opened again is corrected and published anew.
        Phase.PUBLISHED: frozenset({Phase.ARCHIVED, Phase.DELIBERATION}),
        # Whoever finds something missing takes the edition back; there it can be opened again, too.
        Phase.ARCHIVED: frozenset({Phase.PUBLISHED}),
    },
    EntryStatus: {
        EntryStatus.DRAFT: frozenset({EntryStatus.SUBMITTED, EntryStatus.WITHDRAWN}),
        EntryStatus.SUBMITTED: frozenset(
            {EntryStatus.ADMITTED, EntryStatus.EXCLUDED, EntryStatus.RETURNED, EntryStatus.WITHDRAWN},
        ),
        EntryStatus.RETURNED: frozenset({EntryStatus.SUBMITTED, EntryStatus.EXCLUDED, EntryStatus.WITHDRAWN}),
        EntryStatus.ADMITTED: frozenset({EntryStatus.SUBMITTED, EntryStatus.EXCLUDED, EntryStatus.WITHDRAWN}),
        EntryStatus.EXCLUDED: frozenset({EntryStatus.SUBMITTED}),
        EntryStatus.WITHDRAWN: frozenset(),
    },
    SheetStatus: {
        SheetStatus.DRAFT: frozenset({SheetStatus.SUBMITTED, SheetStatus.ABSTAINED}),
        SheetStatus.SUBMITTED: frozenset({SheetStatus.DRAFT}),
        SheetStatus.ABSTAINED: frozenset({SheetStatus.DRAFT}),
    },
    JobStatus: {
        JobStatus.QUEUED: frozenset({JobStatus.RUNNING, JobStatus.FAILED}),
        # A worker that was killed leaves a job running; it is queued again when its heartbeat is old.
        JobStatus.RUNNING: frozenset({JobStatus.DONE, JobStatus.FAILED, JobStatus.QUEUED}),
        JobStatus.DONE: frozenset(),
        JobStatus.FAILED: frozenset({JobStatus.QUEUED}),
    },
}

# Steps of an edition that undo an earlier one, or come before their time, and so need words.
BACKWARD_PHASES: frozenset[tuple[Phase, Phase]] = frozenset(
    {
        (Phase.OPEN, Phase.PREPARATION),
        (Phase.SCREENING, Phase.OPEN),
        (Phase.JUDGING, Phase.SCREENING),
        (Phase.DELIBERATION, Phase.JUDGING),
        (Phase.DECIDED, Phase.DELIBERATION),
        (Phase.PUBLISHED, Phase.DELIBERATION),
        (Phase.ARCHIVED, Phase.PUBLISHED),
    },
)


class StepTaken(Conflict):
    """The step was taken already: who clicks a second time is not told that something went wrong."""


def steps_from(old: StrEnum) -> frozenset[StrEnum]:
    """Where the table leads from `old`, all of the same kind."""
    return TRANSITIONS[type(old)][old]


def can_change(*, old: StrEnum, new: StrEnum) -> bool:
    """Whether the table has a way from `old` to `new`; both of the same kind, or it has none."""
    return type(old) is type(new) and new in steps_from(old)


def require_transition(*, old: StrEnum, new: StrEnum) -> None:
    """Raise `Conflict` ("transition") unless the table has the way from `old` to `new`; `StepTaken` where that is there."""
    if old is new:
        raise StepTaken(reason="transition", message=_("Dieser Schritt ist schon getan; es gibt nichts weiter zu tun."))
    if not can_change(old=old, new=new):
        raise Conflict(
            reason="transition",
            message=_("Dieser Schritt ist im jetzigen Stand nicht möglich. Bitte laden Sie die Seite neu."),
        )
