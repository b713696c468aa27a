"""When the time for entries really ended: at the deadline, or before it, where the organiser closed early.

Closing early makes its instant the deadline of all whom it cuts off; what had been announced stands with the step.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from ikz_award.domain.entries.circulation import objection_end
from ikz_award.domain.phases.timetable import effective_deadline
from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.models.editions.steps import PhaseStep
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.entries import deadline_of
from ikz_award.queries.record.phase_history import last_step


@dataclass(frozen=True, kw_only=True)
class EarlyClosing:
    """When the organiser closed the time for entries; `reason` is empty where the deadline had passed, and public else."""

    at: datetime
    reason: str


def early_closing(session: Session, edition: Edition, *, entry: Entry | None = None) -> EarlyClosing | None:
    """None while the time for entries runs, and where it ended with the deadline: the edition's, or that of one entry of it."""
    step = _last_closing(session, edition)
    if step is None or step.at >= _announced(step, edition, entry):
        return None
    return EarlyClosing(at=step.at, reason=step.reason)


def announced_deadline(session: Session, entry: Entry) -> datetime:
    """The deadline the entry had before it was closed early, if it was: what else was promised by it still holds."""
    step = _last_closing(session, entry.edition)
    return _announced(step, entry.edition, entry) if step else deadline_of(entry)


def end_of_circulation(session: Session, entry: Entry) -> datetime:
    """Until when partners of the entry may object; more time for the entry is more time for them.

    Less is not less: whoever was written to was given a day, which closing early does not take back.
    """
    return objection_end(deadline_at=announced_deadline(session, entry), days=entry.edition.objection_days)


def closed_at(session: Session, entry: Entry) -> datetime:
    """When the time to hand the entry in ends or ended: at its deadline, or when the edition was closed before it."""
    early = early_closing(session, entry.edition, entry=entry)
    return early.at if early else deadline_of(entry)


def _last_closing(session: Session, edition: Edition) -> PhaseStep | None:
    if edition.phase in (Phase.PREPARATION, Phase.OPEN):
        return None
    return last_step(session, edition_id=edition.id, old=Phase.OPEN, new=Phase.SCREENING)


def _announced(step: PhaseStep, edition: Edition, entry: Entry | None) -> datetime:
    announced = step.deadline_before or edition.deadline_at
    if entry is None:
        return announced
    own = step.extensions_before.get(entry.id)
    return effective_deadline(deadline_at=announced, extended_to=own or entry.extended_to)
