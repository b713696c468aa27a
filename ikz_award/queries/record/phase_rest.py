"""What already rests on an edition's last step: with nothing there, a step taken by mistake can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.models.decision.decisions import WINNERS
from ikz_award.models.decision.meeting import Meeting
from ikz_award.models.decision.prize import PrizeStatement
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.jury.bias import HintDecision
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet
from ikz_award.models.record.audit import AuditEntry

SCREENING_ACTIONS = (
    AuditAction.ENTRY_ADMIT, AuditAction.ENTRY_EXCLUDE, AuditAction.ENTRY_RETURN, AuditAction.ENTRY_REOPEN_SCREENING,
    AuditAction.ENTRY_RECORD_FINDINGS,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class TakenStep:
    """A step as the log has it: `old` holds what the step changed besides the phase, as it was before."""

    id: int
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    at: datetime

    def instant(self, name: str) -> datetime | None:
        """An instant that held before the step; None where the step left it alone."""
        return datetime.fromisoformat(self.old[name]) if self.old.get(name) else None


def last_step(session: Session, *, edition_id: int, old: Phase, new: Phase) -> TakenStep | None:
    """The last time this very step was taken, if it was."""
    rows = session.scalars(
        select(AuditEntry)
        .where(AuditEntry.action == AuditAction.EDITION_CHANGE_PHASE, AuditEntry.subject == f"edition:{edition_id}")
        .order_by(AuditEntry.id.desc())
    )
    for row in rows:
        if (row.old or {}).get("phase") == old and (row.new or {}).get("phase") == new:
            return TakenStep(id=row.id, old=row.old or {}, new=row.new or {}, at=row.at)
    return None


def early_closing(session: Session, *, edition: Edition) -> TakenStep | None:
    """How the time for entries was closed, where that was before its end and holds."""
    if edition.phase in (Phase.PREPARATION, Phase.OPEN):
        return None
    step = last_step(session, edition_id=edition.id, old=Phase.OPEN, new=Phase.SCREENING)
    return step if step is not None and step.instant("deadline") else None


def screening_steps(session: Session, *, edition: Edition) -> int:
    """What was done in screening since the time for entries was closed."""
    closed = last_step(session, edition_id=edition.id, old=Phase.OPEN, new=Phase.SCREENING)
    since = closed.id if closed else 0
    found = select(func.count(AuditEntry.id)).where(
        AuditEntry.edition_id == edition.id, AuditEntry.action.in_(SCREENING_ACTIONS), AuditEntry.id > since
    )
    return session.scalar(found) or 0


def scoring_steps(session: Session, *, edition: Edition) -> int:
    """Sheets, recusals and answers to hints; and whether scoring was closed before, which the jury's meeting may rest on."""
    kinds = (ScoreSheet, Recusal, HintDecision)
    work = sum(
        session.scalar(
            select(func.count(kind.id)).join(Juror, Juror.id == kind.juror_id).where(Juror.edition_id == edition.id)
        ) or 0
        for kind in kinds
    )  # fmt: skip
    was_closed = last_step(session, edition_id=edition.id, old=Phase.JUDGING, new=Phase.DELIBERATION) is not None
    return work + was_closed


def is_meeting_running(session: Session, *, edition_id: int) -> bool:
    """Whether a sitting or a circulation has not ended."""
    running = select(Meeting.id).where(Meeting.edition_id == edition_id, Meeting.closed_at.is_(None))
    return session.scalar(running.limit(1)) is not None


def missing_statements(session: Session, *, edition_id: int) -> int:
    """Winners who have not stated where the prize money goes."""
    stated = select(PrizeStatement.id).where(PrizeStatement.entry_id == WINNERS.c.entry_id).exists()
    found = (
        select(func.count(WINNERS.c.entry_id))
        .join(Category, Category.id == WINNERS.c.category_id)
        .where(Category.edition_id == edition_id, ~stated)
    )
    return session.scalar(found) or 0
