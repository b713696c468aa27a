"""The steps an edition has taken."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.models.editions.steps import PhaseStep


def phase_history(session: Session, *, edition_id: int) -> Sequence[PhaseStep]:
    """The edition's steps in their order."""
    return session.scalars(select(PhaseStep).where(PhaseStep.edition_id == edition_id).order_by(PhaseStep.id)).all()


def last_step(session: Session, *, edition_id: int, old: Phase, new: Phase) -> PhaseStep | None:
    """The last time this very step was taken, if it was."""
    taken = select(PhaseStep).where(PhaseStep.edition_id == edition_id, PhaseStep.old == old, PhaseStep.new == new)
    return session.scalar(taken.order_by(PhaseStep.id.desc()).limit(1))


def in_phase_since(session: Session, *, edition: Edition) -> datetime | None:
    """When the edition came into the phase it is in; None: it was made in it."""
    taken = select(PhaseStep.at).where(PhaseStep.edition_id == edition.id, PhaseStep.new == edition.phase)
    return session.scalar(taken.order_by(PhaseStep.id.desc()).limit(1))


def last_closing_of_scoring(session: Session, *, edition_id: int) -> datetime | None:
    """When scoring was closed the last time; None for an edition that never took that step here."""
    step = last_step(session, edition_id=edition_id, old=Phase.JUDGING, new=Phase.DELIBERATION)
    return step.at if step else None
