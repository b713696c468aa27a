"""When a decided result is to become public."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.decision.decisions import PlannedPublication


def publication_plan(session: Session, *, edition_id: int) -> PlannedPublication | None:
    """The plan that is still to come."""
    query = select(PlannedPublication).where(PlannedPublication.edition_id == edition_id, PlannedPublication.outcome.is_(None))
    return session.scalar(query.order_by(PlannedPublication.id.desc()).limit(1))


def due_plans(session: Session, *, now: datetime) -> Sequence[int]:
    """The ids of the plans whose time has come, the earliest first."""
    query = select(PlannedPublication.id).where(PlannedPublication.outcome.is_(None), PlannedPublication.publish_at <= now)
    return session.scalars(query.order_by(PlannedPublication.publish_at, PlannedPublication.id)).all()
