"""What is missing until the first edition can open: asked by the organiser's start page until one has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.people.register import register_state
from ikz_award.queries.record.parts import last_backup


class Need(StrEnum):
    """What an edition needs before it can open, in the order in which it is got."""

    REGISTER = "register"
    FIGURES = "figures"
    EDITION = "edition"
    DATES = "dates"
    MAIL = "mail"
    BACKUP = "backup"
    OPENING = "opening"


# Without these it could open, and should not.
WISHED = frozenset({Need.FIGURES, Need.MAIL, Need.BACKUP})


@dataclass(frozen=True, kw_only=True)
class Step:
    """`count`: how many bodies there are, or lack figures; `slug`: the edition it is about, "" for none."""

    need: Need
    is_done: bool
    count: int = 0
    slug: str = ""


def first_hour(session: Session, *, now: datetime, sends_mails: bool) -> Sequence[Step]:
    """Every step to the first opening; empty once an edition has ever left its preparation."""
    if session.scalar(select(Edition.id).where(Edition.phase != Phase.PREPARATION).limit(1)) is not None:
        return ()
    register = register_state(session)
    bodies, without = register.bodies, register.without_figures
    edition = session.scalar(select(Edition).order_by(Edition.opens_at.desc(), Edition.id.desc()).limit(1))
    slug = edition.slug if edition else ""
    steps = [
        Step(need=Need.REGISTER, is_done=bodies > 0, count=bodies),
        Step(need=Need.FIGURES, is_done=bodies > 0 and not without, count=without),
        Step(need=Need.EDITION, is_done=edition is not None, slug=slug),
        Step(need=Need.DATES, is_done=edition is not None and edition.deadline_at > now, slug=slug),
        Step(need=Need.MAIL, is_done=sends_mails),
        Step(need=Need.BACKUP, is_done=last_backup(session) is not None),
    ]
    return [*steps, Step(need=Need.OPENING, is_done=False, slug=slug if _is_ready(steps) else "")]


def _is_ready(steps: Sequence[Step]) -> bool:
    return all(step.is_done for step in steps if step.need not in WISHED)
