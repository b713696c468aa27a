"""What a sheet said before: its versions, for the juror whose sheet it is, and for the organiser once scoring is closed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.models.editions.editions import Criterion
from ikz_award.models.jury.reading import SheetVersion
from ikz_award.queries.jury.sheet_scale import total_of


@dataclass(frozen=True, kw_only=True)
class PastSheet:
    """A version of a sheet; points and reasons by criterion key."""

    version: int
    status: SheetStatus
    recorded_at: datetime
    points: Mapping[str, Decimal | None]
    reasons: Mapping[str, str]
    remark: str
    published_remark: str
    abstention_reason: str
    total: Fraction | None


def past_sheets(session: Session, *, sheet_id: int | None, criteria: Sequence[Criterion]) -> Sequence[PastSheet]:
    """Every version that was handed in, newest first. Ask the permission table first: whose sheet is it?"""
    rows = session.scalars(select(SheetVersion).where(SheetVersion.sheet_id == sheet_id).order_by(SheetVersion.id.desc()))
    return [_past(row, criteria) for row in rows]


def _past(row: SheetVersion, criteria: Sequence[Criterion]) -> PastSheet:
    content = json.loads(row.content)
    points = {key: None if value is None else Decimal(value) for key, value in content["points"].items()}
    return PastSheet(
        version=row.version,
        status=row.status,
        recorded_at=row.recorded_at,
        points=points,
        reasons=content["reasons"],
        remark=content["remark"],
        published_remark=content["published_remark"],
        abstention_reason=content["abstention_reason"],
        total=None if row.status is SheetStatus.ABSTAINED else total_of(points, criteria),
    )
