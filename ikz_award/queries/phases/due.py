"""Which editions have a step to take by themselves."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.by_itself import step_by_itself
from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.phases.facts import phase_facts


def due_steps(session: Session, *, now: datetime) -> Sequence[tuple[int, tuple[Phase, Phase]]]:
    """(edition id, step) of every edition whose next step has come."""
    # Own extensions and the time for settling only make it later: what is not chosen here cannot be due.
    may_be_due = or_(
        and_(Edition.phase == Phase.PREPARATION, Edition.opens_at <= now),
        and_(Edition.phase == Phase.OPEN, Edition.deadline_at <= now),
        and_(Edition.phase == Phase.JUDGING, Edition.scoring_closes_at <= now),
    )
    found = []
    for edition in session.scalars(select(Edition).where(may_be_due).order_by(Edition.id)).all():
        step = step_by_itself(phase=edition.phase, now=now, facts=phase_facts(session, edition=edition))
        if step:
            found.append((edition.id, step))
    return found
