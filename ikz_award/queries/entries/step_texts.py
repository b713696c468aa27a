"""What a step's answers were after each save."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.entries.entries import Entry, StepText
from ikz_award.models.people.accounts import Account

SAME_SITTING = timedelta(minutes=10)


@dataclass(frozen=True)
class SavedStep:
    """A step as one save left it."""

    version: int
    answers: Mapping[str, str]
    saved_at: datetime
    saved_by: str
    is_automatic: bool = False


def texts_at(session: Session, entry: Entry, *, step_key: str, version: int) -> Mapping[str, str]:
    """The answers of a step in one version; empty where it is not known, as before the first save."""
    query = select(StepText.answers).where(
        StepText.entry_id == entry.id, StepText.step_key == step_key, StepText.version == version
    )
    return session.scalar(query) or {}


def condensed(history: Sequence[SavedStep]) -> Sequence[SavedStep]:
    """Without automatic saves that the same person followed by another within minutes; newest first, as from `history_of`."""
    kept: list[SavedStep] = []
    for saved in history:
        after = kept[-1] if kept else None
        is_followed = after is not None and after.saved_by == saved.saved_by and after.saved_at - saved.saved_at < SAME_SITTING
        if not (saved.is_automatic and is_followed):
            kept.append(saved)
    return kept


def history_of(session: Session, entry: Entry, *, step_key: str) -> Sequence[SavedStep]:
    """All saves of a step, the newest first."""
    rows = session.execute(
        select(StepText.version, StepText.answers, StepText.saved_at, Account.name, StepText.is_automatic)
        .join(Account, Account.id == StepText.saved_by)
        .where(StepText.entry_id == entry.id, StepText.step_key == step_key)
        .order_by(StepText.version.desc())
    )
    return [SavedStep(*row) for row in rows]
