"""Statuses and the only ways from one to the next.

Every status change in the services goes through `require_transition`; what a table here does not name does not happen.
"""

from collections.abc import Mapping
from enum import StrEnum

from ikz_award.domain.words.errors import Conflict
from ikz_award.domain.words.wording import message as _


class Phase(StrEnum):
    """Where an edition stands, from set-up to archive. Pages ask its questions; a template compares no phase itself."""

    PREPARATION = "preparation"
    OPEN = "open"
    SCREENING = "screening"
    JUDGING = "judging"
    DELIBERATION = "deliberation"
    DECIDED = "decided"
    PUBLISHED = "published"
    ARCHIVED = "archived"

    @property
    def is_being_prepared(self) -> bool:
        """Nothing of it is public yet, and a step forward may come before its day."""
        return self is Phase.PREPARATION

    @property
    def takes_entries(self) -> bool:
        """Municipalities are at work: drafts are counted, rules cannot change any more."""
        return self is Phase.OPEN

    @property
    def awaits_confidentiality(self) -> bool:
        """Jurors who have not promised confidentiality hold something up."""
        return self in (Phase.SCREENING, Phase.JUDGING)

    @property
    def is_scored(self) -> bool:
        """Jurors fill in their sheets now."""
        return self is Phase.JUDGING

    @property
    def has_sheets(self) -> bool:
        """Sheets can be there: scoring has begun, or is over."""
        return self not in (Phase.PREPARATION, Phase.OPEN, Phase.SCREENING)

    @property
    def is_deliberated(self) -> bool:
        """The jury compares, meets and votes now."""
        return self is Phase.DELIBERATION

    @property
    def is_decided(self) -> bool:
        """Publication comes next."""
        return self is Phase.DECIDED

    @property
    def takes_payment_details(self) -> bool:
        """Winners say where their money goes."""
        return self is Phase.PUBLISHED


class EntryStatus(StrEnum):
    """The status of an entry as it is stored; steps between them are in the table below and nowhere else."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ADMITTED = "admitted"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"

    @property
    def is_returned(self) -> bool:
        """With the municipality again, which was asked for something."""
        return self is EntryStatus.RETURNED

    @property
    def is_excluded(self) -> bool:
        """Out of the competition, by the organiser."""
        return self is EntryStatus.EXCLUDED

    @property
    def is_withdrawn(self) -> bool:
        """Out of the competition, by who handed it in."""
        return self is EntryStatus.WITHDRAWN


class SheetStatus(StrEnum):
    """The status of a score sheet as it is stored; a sheet that nobody has begun has no row and so no status."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ABSTAINED = "abstained"

    @property
    def is_draft(self) -> bool:
        """Begun, and counts for nothing yet."""
        return self is SheetStatus.DRAFT

    @property
    def is_submitted(self) -> bool:
        """Counts."""
        return self is SheetStatus.SUBMITTED

    @property
    def is_abstained(self) -> bool:
        """Stands for no points, with a reason."""
        return self is SheetStatus.ABSTAINED


class JobStatus(StrEnum):
    """The status of a job; one whose worker died runs again and stays the same job."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def is_under_way(self) -> bool:
        """Somebody waits for it."""
        return self in (JobStatus.QUEUED, JobStatus.RUNNING)

    @property
    def is_running(self) -> bool:
        """A worker has it."""
        return self is JobStatus.RUNNING

    @property
    def is_done(self) -> bool:
        """What it made is there."""
        return self is JobStatus.DONE

    @property
    def has_failed(self) -> bool:
        """It ended without what was wanted."""
        return self is JobStatus.FAILED


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
