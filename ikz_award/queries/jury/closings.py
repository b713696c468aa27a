"""Own closing times of jurors, for many at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.models.jury.oversight import ScoringExtension


def extended_closings(session: Session, *, juror_ids: Sequence[int]) -> Mapping[int, datetime]:
    """Juror id → own closing time, of those who have one; one query for all."""
    rows = session.execute(
        select(ScoringExtension.juror_id, func.max(ScoringExtension.closes_at))
        .where(ScoringExtension.juror_id.in_(juror_ids))
        .group_by(ScoringExtension.juror_id)
    )
    return {row[0]: row[1] for row in rows}
