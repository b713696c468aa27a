"""What already rests on an edition's last step: with nothing there, a step taken by mistake can be taken back."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.decision.decisions import WINNERS
from ikz_award.models.decision.meeting import Meeting
from ikz_award.models.decision.prize import PrizeStatement
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.editions.steps import PhaseStep
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.screening import ScreeningAct
from ikz_award.models.jury.bias import HintDecision
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet
from ikz_award.queries.record.phase_history import last_step


def early_closing_step(session: Session, *, edition: Edition) -> PhaseStep | None:
    """How the time for entries was closed, where that was before its end and holds."""
    if edition.phase in (Phase.PREPARATION, Phase.OPEN):
        return None
    step = last_step(session, edition_id=edition.id, old=Phase.OPEN, new=Phase.SCREENING)
    return step if step is not None and step.deadline_before else None


def screening_steps(session: Session, *, edition: Edition) -> int:
    """What was done in screening since the time for entries was closed."""
    closed = last_step(session, edition_id=edition.id, old=Phase.OPEN, new=Phase.SCREENING)
    found = select(func.count(ScreeningAct.id)).join(Entry, Entry.id == ScreeningAct.entry_id)
    found = found.where(Entry.edition_id == edition.id)
    if closed is not None:
        # By arrival: the same instant counts as after it; what arrived before was allowed while entries were still open.
        found = found.where(ScreeningAct.at >= closed.at)
    return session.scalar(found) or 0


def scoring_steps(session: Session, *, edition: Edition) -> int:
    """Sheets, recusals and answers to hints; and whether scoring was closed before, which the jury's meeting may rest on."""
    kinds = (ScoreSheet, Recusal, HintDecision)
    work = sum(
        session.scalar(select(func.count(kind.id)).join(Juror, Juror.id == kind.juror_id).where(Juror.edition_id == edition.id))
        or 0
        for kind in kinds
    )
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
