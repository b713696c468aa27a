"""Which of the jury's decisions count."""

from datetime import datetime

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.decision.decisions import Decision


def decision_stands(decision: Decision | None, *, closed_at: datetime | None) -> bool:
    """Whether there is a decision that counts: its winners still take part, and scoring was not reopened since."""
    if decision is None or any(entry.status is not EntryStatus.ADMITTED for entry in decision.winners):
        return False
    return closed_at is None or decision.decided_at >= closed_at
