"""Who could score one entry, and what each has to do: for the page on which that is changed by hand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.jury.assignment import assigned_pairs
from ikz_award.queries.jury.plan.plan import plan_facts
from ikz_award.queries.jury.sheets import MatrixEntry, PanelMember


@dataclass(frozen=True, kw_only=True)
class HandSeat:
    """A member of the panel before one entry: what the organiser sees when changing it by hand."""

    juror: PanelMember
    sheets: int
    is_assigned: bool
    is_recused: bool
    has_hint: bool
    status: SheetStatus | None


def hand_seats(session: Session, *, edition: Edition, public_id: str) -> tuple[MatrixEntry, Sequence[HandSeat]]:
    """An admitted entry with the panel. Raises `NotFound` for every other entry."""
    facts = plan_facts(session, edition=edition)
    entry = next((one for one in facts.entries if one.public_id == public_id), None)
    if entry is None:
        raise NotFound
    pairs = assigned_pairs(session, edition_id=edition.id)
    loads = Counter(juror for _, juror in pairs)
    return entry, [
        HandSeat(
            juror=one,
            sheets=loads[one.id],
            is_assigned=pair in pairs,
            is_recused=pair in facts.recused,
            has_hint=pair in facts.hinted,
            status=facts.statuses.get(pair),
        )
        for one in facts.panel
        for pair in [(entry.id, one.id)]
        if one.role is not PanelRole.DEPUTY or pair in pairs
    ]
