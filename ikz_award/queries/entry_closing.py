"""When the time for entries really ended: at the deadline, or before it, where the organiser closed early."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from ikz_award.domain.workflow import Phase
from ikz_award.models.editions import Edition
from ikz_award.models.entries import Entry
from ikz_award.queries.entries import deadline_of
from ikz_award.queries.phase_history import phase_history


@dataclass(frozen=True, kw_only=True)
class Closing:
    """When the organiser closed the time for entries; `reason` is empty where the deadline had passed, and public else."""

    at: datetime
    reason: str


def early_closing(session: Session, edition: Edition, *, deadline_at: datetime | None = None) -> Closing | None:
    """None while the time for entries runs, and where it ended with the deadline: the edition's, or another that is given.

    Closing early makes its instant the deadline of all whom it cuts off; a deadline that had passed before stays as it was.
    """
    closing = _last_closing(session, edition)
    return closing if closing and closing.at <= (deadline_at or edition.deadline_at) else None


def _last_closing(session: Session, edition: Edition) -> Closing | None:
    if edition.phase in (Phase.PREPARATION, Phase.OPEN):
        return None
    steps = phase_history(session, edition_id=edition.id)
    closings = [one for one in steps if (one.old, one.new) == (Phase.OPEN, Phase.SCREENING)]
    return Closing(at=closings[-1].at, reason=closings[-1].reason) if closings else None


def entries_closed_at(session: Session, edition: Edition) -> datetime:
    """The instant to name where a page names the edition's deadline."""
    early = early_closing(session, edition)
    return early.at if early else edition.deadline_at


def closed_at(session: Session, entry: Entry) -> datetime:
    """When the time to hand the entry in ends or ended: at its deadline, or when the edition was closed before it."""
    early = early_closing(session, entry.edition, deadline_at=deadline_of(entry))
    return early.at if early else deadline_of(entry)
