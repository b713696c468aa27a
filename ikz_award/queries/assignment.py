"""What a juror is to score: asked here and nowhere else; lists, counts, reminders and services all use the same condition."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from ikz_award.domain.actors import PanelRole
from ikz_award.domain.assignment import AssignmentMode, Pair
from ikz_award.domain.workflow import EntryStatus
from ikz_award.models.assignment import Assignment, AssignmentPlan, JurorCategory
from ikz_award.models.entries import Entry
from ikz_award.models.jury import Juror, Recusal, ScoreSheet, StandIn, StandInEntry
from ikz_award.queries.shortlist import is_beside_shortlist


def is_assigned(juror_id: InstrumentedAttribute[int] | int) -> ColumnElement[bool]:
    """Whether a juror is to score an entry, for queries over `Entry`; recusals are another matter.

    In the second round nobody scores what is beside the shortlist.
    """
    return and_(~is_beside_shortlist(), is_given(juror_id))


def is_given(juror_id: InstrumentedAttribute[int] | int) -> ColumnElement[bool]:
    """The same whatever the round: what the plan says, which a shortlist leaves as it is.

    A sheet once begun is to be finished, whatever was assigned since. Deputies are given nothing pair by pair or by category.
    """
    seat, sheet = aliased(Juror), aliased(ScoreSheet)
    mode = select(AssignmentPlan.mode).where(AssignmentPlan.edition_id == Entry.edition_id).correlate(Entry).scalar_subquery()
    is_begun = exists().where(sheet.juror_id == juror_id, sheet.entry_id == Entry.id)
    is_member = exists().where(seat.id == juror_id, seat.role != PanelRole.DEPUTY)
    in_category = exists().where(JurorCategory.juror_id == juror_id, JurorCategory.category_id == Entry.category_id)
    in_pair = exists().where(Assignment.juror_id == juror_id, Assignment.entry_id == Entry.id)
    # Whoever stands in for somebody scores what that one still owed, and nothing twice.
    is_standing_in = exists().where(StandIn.deputy_id == juror_id)
    is_taken_over = exists().where(
        StandInEntry.stand_in_id == StandIn.id, StandIn.deputy_id == juror_id, StandInEntry.entry_id == Entry.id
    )  # fmt: skip
    is_handed_over = exists().where(
        StandInEntry.stand_in_id == StandIn.id, StandIn.juror_id == juror_id, StandInEntry.entry_id == Entry.id
    )  # fmt: skip
    own = or_(
        and_(func.coalesce(mode, AssignmentMode.ALL.value) == AssignmentMode.ALL.value, ~is_standing_in),
        is_begun,
        and_(mode == AssignmentMode.CATEGORIES, is_member, in_category),
        and_(mode == AssignmentMode.FIXED, is_member, in_pair),
    )
    # A draft that was handed over is no debt of the one who began it.
    return or_(is_taken_over, and_(~is_handed_over, own))


def plan_of_edition(session: Session, *, edition_id: int) -> AssignmentPlan | None:
    """The edition's decision on it; None: everybody scores everything."""
    return session.scalar(select(AssignmentPlan).where(AssignmentPlan.edition_id == edition_id))


def mode_of(session: Session, *, edition_id: int) -> AssignmentMode:
    plan = plan_of_edition(session, edition_id=edition_id)
    return plan.mode if plan else AssignmentMode.ALL


def is_to_score(session: Session, *, juror_id: int, entry_id: int) -> bool:
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
    """(entry, juror) with a sheet, whatever its state: what a new plan keeps."""
    rows = session.execute(
        select(ScoreSheet.entry_id, ScoreSheet.juror_id)
        .join(Juror, Juror.id == ScoreSheet.juror_id)
        .where(Juror.edition_id == edition_id)
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
