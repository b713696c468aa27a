"""What a juror is to score: asked here and nowhere else; lists, counts, reminders and services all use the same condition."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from ikz_award.domain.jury.assignment import AssignmentMode, Pair
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.assignment import Assignment, AssignmentPlan, JurorCategory
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet, StandIn, StandInEntry
from ikz_award.queries.jury.ends import is_void
from ikz_award.queries.jury.shortlist import is_beside_shortlist

DONE = (SheetStatus.SUBMITTED, SheetStatus.ABSTAINED)


def is_assigned(juror_id: InstrumentedAttribute[int] | int) -> ColumnElement[bool]:
    """Whether a juror is to score an entry, for queries over `Entry`; recusals are another matter.

    In the second round nobody scores what is beside the shortlist.
    """
    return and_(~is_beside_shortlist(), is_given(juror_id))


def is_given(juror_id: InstrumentedAttribute[int] | int) -> ColumnElement[bool]:
    """The same whatever the round: what the plan says, and who stepped in for whom since the plan was made.

    A plan that is made or changed after that says it all by itself: what was looked at or ticked is what holds. A sheet once
    begun is to be finished, whatever was assigned since. Deputies are given nothing pair by pair or by category, and who left
    the panel has only the sheets that were handed in and count.
    """
    seat, sheet = aliased(Juror), aliased(ScoreSheet)
    mode = _of_plan(AssignmentPlan.mode)
    is_member = exists().where(seat.id == juror_id, seat.role != PanelRole.DEPUTY)
    in_category = exists().where(JurorCategory.juror_id == juror_id, JurorCategory.category_id == Entry.category_id)
    in_pair = exists().where(Assignment.juror_id == juror_id, Assignment.entry_id == Entry.id)
    stepped_in = exists().where(StandIn.deputy_id == juror_id, _is_since_plan(StandIn.id))
    left_behind = is_left_behind(juror_id)
    of_all = and_(~stepped_in, or_(is_member, ~left_behind))
    planned = or_(
        and_(func.coalesce(mode, AssignmentMode.ALL.value) == AssignmentMode.ALL.value, of_all),
        and_(mode == AssignmentMode.CATEGORIES, is_member, in_category, ~stepped_in),
        and_(mode == AssignmentMode.FIXED, is_member, in_pair),
    )
    is_begun = exists().where(sheet.juror_id == juror_id, sheet.entry_id == Entry.id)
    took_over = select(StandIn.deputy_id == juror_id).where(StandIn.id == _newest_turn(juror_id, since_plan=True))
    given = or_(
        and_(is_begun, ~left_behind),
        func.coalesce(took_over.correlate(Entry, Juror).scalar_subquery(), planned),
    )
    return and_(~is_void(juror_id), given)


def is_left_behind(juror_id: InstrumentedAttribute[int] | int) -> ColumnElement[bool]:
    """Whether a juror began a sheet, handed the entry over to somebody and has not gone on with it since.

    Such a draft is no debt, and no work that a plan would have to keep.
    """
    sheet = aliased(ScoreSheet)
    return exists().where(
        sheet.juror_id == juror_id,
        sheet.entry_id == Entry.id,
        sheet.status == SheetStatus.DRAFT,
        StandIn.id == _newest_turn(juror_id),
        StandIn.juror_id == juror_id,
        sheet.updated_at <= StandIn.began_at,
    )


def _newest_turn(juror_id: InstrumentedAttribute[int] | int, *, since_plan: bool = False) -> ScalarSelect[Any]:
    """The last stand-in in which the juror took the entry over or handed it over; NULL where there was none."""
    turn, part = aliased(StandIn), aliased(StandInEntry)
    newest = select(func.max(turn.id)).join(part, part.stand_in_id == turn.id)
    found = newest.where(part.entry_id == Entry.id, or_(turn.deputy_id == juror_id, turn.juror_id == juror_id))
    if since_plan:
        found = found.where(_is_since_plan(turn.id))
    return found.correlate(Entry, Juror).scalar_subquery()


def _is_since_plan(stand_in_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    return stand_in_id > func.coalesce(_of_plan(AssignmentPlan.settled_stand_in), 0)


def _of_plan(column: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    return select(column).where(AssignmentPlan.edition_id == Entry.edition_id).correlate(Entry).scalar_subquery()


def plan_of_edition(session: Session, *, edition_id: int) -> AssignmentPlan | None:
    """The edition's decision on it; None: everybody scores everything."""
    return session.scalar(select(AssignmentPlan).where(AssignmentPlan.edition_id == edition_id))


def mode_of(session: Session, *, edition_id: int) -> AssignmentMode:
    """How the edition's entries are given to jurors; without a plan everybody scores everything."""
    plan = plan_of_edition(session, edition_id=edition_id)
    return plan.mode if plan else AssignmentMode.ALL


def is_to_score(session: Session, *, juror_id: int, entry_id: int) -> bool:
    """Whether the juror is to score the entry; recusals are not asked here."""
    return bool(session.scalar(select(is_assigned(juror_id)).where(Entry.id == entry_id)))


def unassigned_pairs(
    session: Session, *, juror_ids: Collection[int], entry_ids: Collection[int], whatever_round: bool = False
) -> frozenset[tuple[int, int]]:
    """(juror, entry) of those given that are not to be scored; empty where everybody scores everything.

    `whatever_round`: what is beside the shortlist was to be scored once, and so is not among them for that.
    """
    asked = is_given(Juror.id) if whatever_round else is_assigned(Juror.id)
    rows = session.execute(
        select(Juror.id, Entry.id)
        .join(Entry, Entry.edition_id == Juror.edition_id)
        .where(Juror.id.in_(juror_ids), Entry.id.in_(entry_ids), ~asked)
    )
    return frozenset((row[0], row[1]) for row in rows)


def assigned_pairs(session: Session, *, edition_id: int) -> frozenset[Pair]:
    """(entry, juror) of everything that is to be scored: admitted entries, no recusal, deputies only with a sheet."""
    sheet = exists().where(ScoreSheet.juror_id == Juror.id, ScoreSheet.entry_id == Entry.id)
    recusal = exists().where(Recusal.juror_id == Juror.id, Recusal.entry_id == Entry.id)
    rows = session.execute(
        select(Entry.id, Juror.id)
        .join(Juror, Juror.edition_id == Entry.edition_id)
        .where(
            Entry.edition_id == edition_id,
            Entry.status == EntryStatus.ADMITTED,
            is_given(Juror.id),
            ~recusal,
            or_(Juror.role != PanelRole.DEPUTY, sheet),
        )
    )
    return frozenset((row[0], row[1]) for row in rows)


def begun_pairs(session: Session, *, edition_id: int) -> frozenset[Pair]:
    """(entry, juror) with a sheet, whatever its state, but for drafts left behind: what a new plan keeps."""
    rows = session.execute(
        select(ScoreSheet.entry_id, ScoreSheet.juror_id)
        .join(Juror, Juror.id == ScoreSheet.juror_id)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .where(Juror.edition_id == edition_id, ~is_left_behind(Juror.id), ~is_void(Juror.id))
    )
    return frozenset((row[0], row[1]) for row in rows)


def categories_of_jurors(session: Session, *, edition_id: int) -> Mapping[int, frozenset[int]]:
    """Juror id → the categories ticked for the juror; nothing ticked, no key."""
    found: dict[int, set[int]] = {}
    rows = session.execute(
        select(JurorCategory.juror_id, JurorCategory.category_id)
        .join(Juror, Juror.id == JurorCategory.juror_id)
        .where(Juror.edition_id == edition_id)
    )
    for juror_id, category_id in rows:
        found.setdefault(juror_id, set()).add(category_id)
    return {juror_id: frozenset(several) for juror_id, several in found.items()}
