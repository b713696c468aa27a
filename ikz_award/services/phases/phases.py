"""The edition's way from one phase to the next."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.by_itself import step_by_itself
from ikz_award.domain.phases.guards import MESSAGES, Obstacle, needs_reason, require_step
from ikz_award.domain.phases.workflow import Phase, require_transition
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import NotFound, Refused, StaleVersion
from ikz_award.models.editions.editions import Edition
from ikz_award.models.editions.steps import PhaseStep
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases.facts import phase_facts
from ikz_award.queries.record.phase_rest import screening_steps
from ikz_award.services.decision.shortlist import open_second_round
from ikz_award.services.phases.effects import EFFECTS, NOTHING
from ikz_award.services.record.intention import AuditLine, Work, append_audit
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.EDITION_CHANGE_PHASE, without=("base_url",))
def change_phase(
    work: Work, *, edition_id: int, step: tuple[Phase, Phase], reason: str = "", missing_seen: int = 0, base_url: str = ""
) -> str:
    """Take the step (from, to) and return the new phase.

    `from` is the phase the person saw: who acts on an old page changes nothing. Raises `Refused` and `Invalid` as
    `domain.phases.guards.require_step` does, `StaleVersion` when the edition has moved on.
    """
    old, new = step
    edition = _edition(work.session, edition_id)
    require(work.actor, Action.CHANGE_PHASE, edition_matter(edition))
    if edition.phase is not old:
        raise StaleVersion(current={"phase": edition.phase}, submitted={"phase": old})
    facts = phase_facts(work.session, edition=edition)
    if work.actor.is_system and step_by_itself(phase=old, now=work.now, facts=facts) != step:
        raise StaleVersion(current={"phase": edition.phase}, submitted={"phase": old})  # its time has moved meanwhile
    require_step(old=old, new=new, now=work.now, facts=facts, reason=reason, missing_seen=missing_seen)
    effect = EFFECTS.get((old, new))
    before, after = effect(work, edition, reason=reason.strip(), base_url=base_url) if effect else NOTHING
    edition.phase = new
    second_round = (
        open_second_round(work, edition, base_url=base_url) if (old, new) == (Phase.DELIBERATION, Phase.JUDGING) else []
    )
    if (old, new) == (Phase.DECIDED, Phase.PUBLISHED):
        edition.published_at = work.now
    told: dict[str, Any] = {"phase": new, **after}
    if needs_reason(old=old, new=new, now=work.now, facts=facts):
        told["reason"] = reason.strip()
    if new is Phase.DELIBERATION and old is Phase.JUDGING:
        told["missing_sheets"] = facts.missing_sheets
    if new is Phase.ARCHIVED and facts.missing_statements:
        told["missing_statements"] = facts.missing_statements
    if second_round:
        told["second_round"] = second_round
    _record(work, edition, step, before=before, reason=told.get("reason", ""), is_second_round=bool(second_round))
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, old={"phase": old, **before}, new=told)
    return new.value


def open_again(work: Work, edition: Edition, *, reason: str) -> None:
    """Take entries once more, within another use case: more time was given after they were closed.

    Raises `Refused` where somebody has begun to screen them.
    """
    step = (Phase.SCREENING, Phase.OPEN)
    if screening_steps(work.session, edition=edition):
        raise Refused(Obstacle.SCREENING_BEGUN.value, MESSAGES[Obstacle.SCREENING_BEGUN])
    require_transition(old=edition.phase, new=step[1])
    edition.phase = step[1]
    _record(work, edition, step, before={}, reason=reason, is_second_round=False)
    line = AuditLine(
        action=AuditAction.EDITION_CHANGE_PHASE,
        subject=f"edition:{edition.id}",
        edition_id=edition.id,
        old={"phase": step[0]},
        new={"phase": step[1], "reason": reason},
    )
    append_audit(work.session, line, actor=work.actor, now=work.now)


def _record(
    work: Work, edition: Edition, step: tuple[Phase, Phase], *, before: Mapping[str, Any], reason: str, is_second_round: bool
) -> None:
    extended: Mapping[str, datetime] = before.get("extended", {})
    work.session.add(
        PhaseStep(
            edition_id=edition.id,
            old=step[0],
            new=step[1],
            at=work.now,
            actor_name=work.actor.name or work.actor.email,
            reason=reason,
            is_second_round=is_second_round,
            opens_before=before.get("opens_at"),
            deadline_before=before.get("deadline"),
            extended_before={entry: until.isoformat() for entry, until in extended.items()},
        )
    )


def _edition(session: Session, edition_id: int) -> Edition:
    # Locked: a shortlist drawn at this moment is either part of the step or refused.
    edition = session.get(Edition, edition_id, with_for_update=True)
    if edition is None:
        raise NotFound
    return edition
