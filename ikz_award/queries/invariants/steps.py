"""Steps of editions and deeds in screening: what the program computes with is what the audit log has."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.models.editions.steps import PhaseStep
from ikz_award.models.entries.screening import ScreeningAct, ScreeningDeed
from ikz_award.models.record.audit import AuditEntry

_DEEDS = {f"entry.{deed.value}": deed for deed in ScreeningDeed}


def steps(session: Session) -> Iterator[str]:
    """Editions whose steps differ from those of the log: a step made up, left out, or taken at another time."""
    kept, logged = defaultdict[int, list[Any]](list), defaultdict[int, list[Any]](list)
    for step in session.scalars(select(PhaseStep).order_by(PhaseStep.id)):
        kept[step.edition_id].append(_kept(step))
    changes = select(AuditEntry).where(AuditEntry.action == AuditAction.EDITION_CHANGE_PHASE)
    for line in session.scalars(changes.order_by(AuditEntry.id)):
        logged[_number(line)].append(_logged(line))
    for edition_id in sorted({*kept, *logged}):
        if kept[edition_id] != logged[edition_id]:
            yield f"phase_step: the steps of edition {edition_id} are not those of the audit log"


def deeds(session: Session) -> Iterator[str]:
    """Entries with which something else was done in screening than the log has."""
    kept = Counter((act.entry_id, act.deed, act.at) for act in session.scalars(select(ScreeningAct)))
    lines = session.scalars(select(AuditEntry).where(AuditEntry.action.in_(_DEEDS)))
    logged = Counter((_number(line), _DEEDS[line.action], line.at) for line in lines)
    for entry_id in sorted({one[0] for one in ((kept - logged) + (logged - kept))}):
        yield f"screening_act: what was done with entry {entry_id} is not what the audit log has"


def _kept(step: PhaseStep) -> tuple[Any, ...]:
    return (
        step.old.value, step.new.value, step.at, step.actor_name, step.reason, step.is_second_round, step.opens_before,
        step.deadline_before, dict(step.extensions_before),
    )  # fmt: skip


def _logged(line: AuditEntry) -> tuple[Any, ...]:
    old, new = line.old or {}, line.new or {}
    own: Mapping[str, str] = old.get("extended", {})
    return (
        old.get("phase"), new.get("phase"), line.at, line.actor_name, new.get("reason", ""), bool(new.get("second_round")),
        _instant(old.get("opens_at")), _instant(old.get("deadline")),
        {int(entry): datetime.fromisoformat(until) for entry, until in own.items()},
    )  # fmt: skip


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _number(line: AuditEntry) -> int:
    return int(line.subject.partition(":")[2])
