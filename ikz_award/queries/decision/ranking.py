"""The ranking of each category, with every number traceable to the sheets it came from; only after scoring is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.ranking import CountedSheet, CountingRules, RankedEntry, rank
from ikz_award.domain.jury.scoring import CriterionWeight, sheet_total
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.models.decision.discussion import LateChange
from ikz_award.models.editions.editions import Category, Criterion, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Recusal, Score, ScoreSheet
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.decision.ranking_lines import CategoryRanking, CriterionHead, RankedLine, SheetLine
from ikz_award.queries.editions.editions import scale_of
from ikz_award.queries.jury.sheets import PanelMember, current_round_id, panel_of
from ikz_award.queries.jury.shortlist import DrawnList, drawn_lists
from ikz_award.queries.permissions.matters import edition_matter


def rankings(session: Session, *, actor: Actor, edition: Edition, category_id: int | None = None) -> Sequence[CategoryRanking]:
    """The rankings of all categories, or of one, in their order. Raises `Refused` while scoring is open."""
    require(actor, Action.VIEW_RANKING, edition_matter(edition))
    return counted_rankings(session, edition=edition, category_id=category_id)


def counted_rankings(session: Session, *, edition: Edition, category_id: int | None = None) -> Sequence[CategoryRanking]:
    """The same for a query that has asked the permission table itself, and shows each person only what is theirs to see.

    A fixed number of queries, whatever the number of categories and entries.
    """
    wanted = Category.edition_id == edition.id
    if category_id is not None:
        wanted = wanted & (Category.id == category_id)
    categories = session.scalars(select(Category).where(wanted).order_by(Category.position)).all()
    criteria = session.scalars(select(Criterion).where(Criterion.edition_id == edition.id).order_by(Criterion.position)).all()
    entries = session.execute(
        select(Entry, RegisterBody.official_name)
        .join(RegisterBody, RegisterBody.key == Entry.lead_key)
        .where(Entry.category_id.in_([category.id for category in categories]), Entry.status == EntryStatus.ADMITTED)
        .order_by(Entry.number)
    ).all()
    lines = _lines_by_entry(session, edition_id=edition.id, entry_ids=[entry.id for entry, _ in entries])
    drawn = drawn_lists(session, edition_id=edition.id)
    return [
        _ranking(
            category,
            edition,
            criteria=_criteria_of(category, criteria),
            entries=[(entry, name) for entry, name in entries if entry.category_id == category.id],
            lines=lines,
            drawn=drawn.get(category.id),
        )
        for category in categories
    ]


def counting_rules(edition: Edition) -> CountingRules:
    """The edition's rules of counting as the ranking's pure functions take them."""
    return CountingRules(minimum_sheets=edition.minimum_sheets, average=edition.average, tie_break=tuple(edition.tie_break))


def _criteria_of(category: Category, criteria: Sequence[Criterion]) -> Sequence[Criterion]:
    """The category's own criteria where it has any, else the edition's: as `queries.editions.editions.criteria_for`."""
    own = [criterion for criterion in criteria if criterion.category_id == category.id]
    return own or [criterion for criterion in criteria if criterion.category_id is None]


def _lines_by_entry(session: Session, *, edition_id: int, entry_ids: Sequence[int]) -> dict[int, list[SheetLine]]:
    """Entry id → a line for every juror, in the panel's order."""
    jurors = panel_of(session, edition_id=edition_id)
    round_id = current_round_id(session, edition_id=edition_id)
    sheets = session.scalars(
        select(ScoreSheet).where(ScoreSheet.round_id == round_id, ScoreSheet.entry_id.in_(entry_ids))
    ).all()
    by_place = {(sheet.juror_id, sheet.entry_id): sheet for sheet in sheets}
    scores = _scores(session, [sheet.id for sheet in sheets])
    late = session.scalars(
        select(LateChange).where(LateChange.sheet_id.in_([sheet.id for sheet in sheets])).order_by(LateChange.id)
    )
    changed = {row.sheet_id: row for row in late}
    recused = {
        (row.juror_id, row.entry_id)
        for row in session.execute(select(Recusal.juror_id, Recusal.entry_id).where(Recusal.entry_id.in_(entry_ids)))
    }
    return {
        entry_id: [
            _line(juror, by_place.get((juror.id, entry_id)), scores, changed, is_recused=(juror.id, entry_id) in recused)
            for juror in jurors
        ]
        for entry_id in entry_ids
    }


def _scores(session: Session, sheet_ids: Sequence[int]) -> dict[int, list[tuple[str, Decimal | None, str]]]:
    """Sheet id → (criterion key, points, reason)."""
    found: dict[int, list[tuple[str, Decimal | None, str]]] = {}
    rows = session.execute(
        select(Score.sheet_id, Criterion.key, Score.points, Score.reason)
        .join(Criterion, Criterion.id == Score.criterion_id)
        .where(Score.sheet_id.in_(sheet_ids))
    )
    for sheet_id, key, points, reason in rows:
        found.setdefault(sheet_id, []).append((key, points, reason))
    return found


def _line(
    juror: PanelMember,
    sheet: ScoreSheet | None,
    scores: Mapping[int, Sequence[tuple[str, Decimal | None, str]]],
    changed: Mapping[int, LateChange],
    *,
    is_recused: bool,
) -> SheetLine:
    state = _state(juror, sheet, is_recused=is_recused)
    # What an unfinished, abstained or recused sheet holds counts for nothing, and so is shown to nobody.
    given = scores.get(sheet.id, ()) if sheet is not None and state is SheetState.SUBMITTED else ()
    return SheetLine(
        juror=juror,
        state=state,
        points={key: points for key, points, _ in given if points is not None},
        reasons={key: reason for key, _, reason in given if reason},
        remark=sheet.remark if sheet is not None and state is SheetState.SUBMITTED else "",
        total=None,
        changed=changed.get(sheet.id) if given and sheet is not None else None,
    )


def _state(juror: PanelMember, sheet: ScoreSheet | None, *, is_recused: bool) -> SheetState | None:
    """What the sheet is to the ranking; None: there is none, or a draft of somebody who left the panel."""
    if is_recused:
        return SheetState.RECUSED
    if sheet is None or (juror.has_left and sheet.status is SheetStatus.DRAFT):
        return None
    return SheetState.SET_ASIDE if juror.is_set_aside else SheetState(sheet.status.value)


def _ranking(
    category: Category,
    edition: Edition,
    *,
    criteria: Sequence[Criterion],
    entries: Sequence[tuple[Entry, str]],
    lines: Mapping[int, Sequence[SheetLine]],
    drawn: DrawnList | None,
) -> CategoryRanking:
    rules = counting_rules(edition)
    weights = [CriterionWeight(criterion.key, criterion.weight) for criterion in criteria]
    by_number = {entry.number or entry.public_id: (entry, name) for entry, name in entries}
    sheets = [
        CountedSheet(juror=str(line.juror.id), entry=number, state=line.state, points=line.points)
        for number, (entry, _) in by_number.items()
        for line in lines[entry.id]
        if line.state is not None
    ]
    out = {number for number, (entry, _) in by_number.items() if drawn is not None and entry.id in drawn.left_out_ids}

    def line_of(row: RankedEntry) -> RankedLine:
        entry, lead_name = by_number[row.entry]
        return RankedLine(
            public_id=entry.public_id, number=row.entry, title=entry.title, lead_name=lead_name, rank=row.rank, mean=row.mean,
            criterion_means=row.criterion_means, sheet_count=row.sheet_count, minimum_sheets=rules.minimum_sheets,
            settled_by=row.settled_by, sheets=[_with_total(line, weights) for line in lines[entry.id]],
        )  # fmt: skip

    return CategoryRanking(
        key=category.key,
        name=category.name,
        criteria=_heads(criteria),
        lines=[line_of(row) for row in rank(by_number.keys() - out, sheets, weights, rules)],
        # They are beside the contest: what they reached is shown, a place they have none.
        left_out=[replace(line_of(row), rank=None, settled_by=None) for row in rank(out, sheets, weights, rules)],
        shortlist=drawn,
        rules=rules,
        scale=scale_of(edition),
    )


def _heads(criteria: Sequence[Criterion]) -> Sequence[CriterionHead]:
    whole = sum(one.weight for one in criteria)
    return [
        CriterionHead(key=one.key, name=one.name, weight=one.weight, percent=Fraction(100 * one.weight, whole))
        for one in criteria
    ]


def _with_total(line: SheetLine, weights: Sequence[CriterionWeight]) -> SheetLine:
    if not line.is_counted:
        return line
    return replace(line, total=sheet_total(line.points, weights))
