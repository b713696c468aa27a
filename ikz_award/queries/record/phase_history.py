"""The steps an edition has taken, as the audit log has them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.models.record.audit import AuditEntry


@dataclass(frozen=True, kw_only=True)
class PhaseStep:
    """A step that was taken; `reason` is empty where none was needed."""

    old: Phase
    new: Phase
    at: datetime
    actor_name: str
    reason: str
    # Scoring begins again with the shortlisted entries: a second round, not the first one opened again.
    is_second_round: bool = False


def phase_history(session: Session, *, edition_id: int) -> Sequence[PhaseStep]:
    """The edition's steps in their order, as the audit log has them."""
    rows = session.scalars(
        select(AuditEntry)
        .where(AuditEntry.action == AuditAction.EDITION_CHANGE_PHASE, AuditEntry.subject == f"edition:{edition_id}")
        .order_by(AuditEntry.id)
    )
    return [
        PhaseStep(
            old=Phase((row.old or {})["phase"]),
            new=Phase((row.new or {})["phase"]),
            at=row.at,
            actor_name=row.actor_name,
            reason=(row.new or {}).get("reason", ""),
            is_second_round=bool((row.new or {}).get("second_round")),
        )
        for row in rows
    ]


def last_closing_of_scoring(session: Session, *, edition_id: int) -> datetime | None:
    """When scoring was closed the last time; None for an edition that never took that step here."""
    closings = [
        step.at
        for step in phase_history(session, edition_id=edition_id)
        if (step.old, step.new) == (Phase.JUDGING, Phase.DELIBERATION)
    ]
    return closings[-1] if closings else None
