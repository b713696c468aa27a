"""A juror's list of entries: own status and points only; of an entry the juror is recused from, the title and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, lazyload

from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import Actor, Seat
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.models.editions.editions import Category, Criterion, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Recusal, Score, ScoreSheet
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.queries.jury.assignment import is_assigned
from ikz_award.queries.jury.bias.hints import StatedHint, hints_by_entry
from ikz_award.queries.jury.jury import (
    JurorStanding,
    ScoringProgress,
    current_round,
    is_own_recusal,
    own_order,
    own_sheet,
    progress_of,
    seat_of,
)
from ikz_award.queries.jury.sheet_scale import total_of
from ikz_award.queries.jury.shortlist import is_beside_shortlist
from ikz_award.queries.jury.shown_names import ShownNames, shown_names
from ikz_award.queries.permissions.matters import edition_matter

PAGE_SIZE = 25


class Sorting(StrEnum):
    """`OWN` is the juror's shuffled order; entries without points come last by `POINTS`."""

    OWN = "own"
    TITLE = "title"
    CATEGORY = "category"
    POINTS = "points"


@dataclass(frozen=True, kw_only=True)
class ListWish:
    """What the juror asked to see; None or "" leaves a filter out."""

    category: str | None = None
    status: SheetState | None = None
    # Only what is in the second round (True), or beside it.
    is_in_final: bool | None = None
    search: str = ""
    sorting: Sorting = Sorting.OWN
    page: int = 1

    @property
    def is_filtering(self) -> bool:
        return bool(self.category or self.status or self.search or self.is_in_final is not None)


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """One line; for a recused entry all but `public_id`, `title` and `status` is empty, and `lead` where names are hidden.

    `is_in_final` None: there is no second round in the category.
    """

    public_id: str
    title: str
    status: SheetState
    position: int
    entry_id: int
    number: str = ""
    lead: str = ""
    category_key: str = ""
    category: str = ""
    category_position: int = 0
    total: Fraction | None = None
    is_in_final: bool | None = None


@dataclass(frozen=True, kw_only=True)
class JuryList:
    """One page of the list; `hints` by the internal id of the entry."""

    edition: Edition
    seat: Seat
    names: ShownNames
    rows: list[ListRow]
    hints: dict[int, tuple[StatedHint, ...]]
    progress: ScoringProgress
    page: int
    pages: int
    found: int
    next_open: ListRow | None
    has_final: bool = False


def jury_list(session: Session, *, actor: Actor, edition_slug: str, wish: ListWish) -> JuryList:
    """The list as wished. The number of queries does not depend on the number of rows.

    Raises `NotFound` without a seat, `Refused` before the declaration or before judging.
    """
    edition = edition_by_slug(session, edition_slug)
    seat = seat_of(actor, edition.id)
    require(actor, Action.LIST_JURY_ENTRIES, edition_matter(edition))
    names = shown_names(session, actor=actor, edition=edition)
    every = own_rows(session, edition, seat, names)
    found = sorted((row for row in every if _fits(row, wish)), key=_SORT_KEYS[wish.sorting])
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(1, wish.page), pages)
    shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    standings = [_standing(row) for row in every]
    return JuryList(
        edition=edition,
        seat=seat,
        names=names,
        rows=shown,
        hints=_hints(session, edition, seat, shown),
        progress=progress_of(standings),
        page=page,
        pages=pages,
        found=len(found),
        next_open=next((row for row in every if row.status.is_missing), None),
        has_final=any(row.is_in_final is not None for row in every),
    )


def _standing(row: ListRow) -> JurorStanding:
    return JurorStanding(
        status=row.status.status,
        is_recused=row.status is SheetState.RECUSED,
        is_assigned=row.status not in (SheetState.NOT_ASSIGNED, SheetState.LEFT_OUT),
        is_left_out=row.status is SheetState.LEFT_OUT,
    )


_SORT_KEYS: dict[Sorting, Callable[[ListRow], Any]] = {
    Sorting.OWN: lambda row: row.position,
    Sorting.TITLE: lambda row: (row.title.casefold(), row.position),
    Sorting.CATEGORY: lambda row: (row.status is SheetState.RECUSED, row.category_position, row.position),
    Sorting.POINTS: lambda row: (row.total is None, -(row.total or 0), row.position),
}


def _fits(row: ListRow, wish: ListWish) -> bool:
    """Recused entries are found by their title alone: a filter must not tell what the row does not."""
    if wish.status is not None and row.status is not wish.status:
        return False
    if wish.is_in_final is not None and row.is_in_final is not wish.is_in_final:
        return False
    if wish.category and row.category_key != wish.category:
        return False
    words = wish.search.casefold().split()
    text = f"{row.title} {row.lead} {row.number}".casefold()
    return all(word in text for word in words)


def own_rows(session: Session, edition: Edition, seat: Seat, names: ShownNames) -> list[ListRow]:
    """Every admitted entry in the juror's own order. What is not in a row cannot be searched for either."""
    round_id = current_round(session, edition_id=edition.id).id
    records = session.execute(
        select(
            Entry.id,
            Entry.public_id,
            Entry.title,
            Entry.number,
            RegisterBody.official_name.label("lead"),
            Category.key.label("category_key"),
            Category.name.label("category"),
            Category.position.label("category_position"),
            Entry.category_id,
            ScoreSheet.id.label("sheet_id"),
            ScoreSheet.status,
            Recusal.id.label("recusal_id"),
            is_assigned(seat.juror_id).label("is_assigned"),
            is_beside_shortlist().label("is_left_out"),
            is_beside_shortlist(kept=True).label("is_kept"),
        )
        .join(RegisterBody, RegisterBody.key == Entry.lead_key)
        .join(Category, Category.id == Entry.category_id)
        .outerjoin(ScoreSheet, own_sheet(seat.juror_id, round_id))
        .outerjoin(Recusal, is_own_recusal(seat.juror_id))
        .where(Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED)
    ).all()
    by_id = {record.public_id: record for record in records}
    totals = _totals(session, edition, seat, records)
    to_score = {public_id: bool(one.is_assigned or one.recusal_id) for public_id, one in by_id.items()}
    order = own_order(juror_id=seat.juror_id, assigned=to_score)
    return [_row(by_id[public_id], position, totals, names) for position, public_id in enumerate(order, start=1)]


def _row(record: Any, position: int, totals: dict[int, Fraction | None], names: ShownNames) -> ListRow:
    if record.recusal_id is not None:
        return ListRow(
            public_id=record.public_id, title=record.title, status=SheetState.RECUSED, position=position, entry_id=record.id
        )
    return ListRow(
        public_id=record.public_id, title=record.title, position=position, entry_id=record.id, number=record.number or "",
        status=_row_status(record), is_in_final=bool(record.is_kept) if record.is_kept or record.is_left_out else None,
        lead=names.lead(record.lead), category_key=record.category_key, category=record.category,
        category_position=record.category_position,
        total=None if record.status is SheetStatus.ABSTAINED else totals.get(record.sheet_id),
    )  # fmt: skip


def _row_status(record: Any) -> SheetState:
    if record.is_left_out:
        return SheetState.LEFT_OUT
    if record.sheet_id is not None:
        return SheetState(record.status.value)
    return SheetState.OPEN if record.is_assigned else SheetState.NOT_ASSIGNED


def _totals(session: Session, edition: Edition, seat: Seat, records: Sequence[Any]) -> dict[int, Fraction | None]:
    """Sheet id → its exact total, of the juror's own sheets."""
    every = select(Criterion).where(Criterion.edition_id == edition.id).order_by(Criterion.position)
    criteria = session.scalars(every.options(lazyload(Criterion.anchors))).all()
    own = {criterion.category_id for criterion in criteria}
    rows = session.execute(
        select(Score.sheet_id, Score.criterion_id, Score.points)
        .join(ScoreSheet, ScoreSheet.id == Score.sheet_id)
        .where(ScoreSheet.juror_id == seat.juror_id)
    )
    points: dict[int, dict[int, Decimal | None]] = {}
    for sheet_id, criterion_id, value in rows:
        points.setdefault(sheet_id, {})[criterion_id] = value
    found: dict[int, Fraction | None] = {}
    for record in records:
        if record.sheet_id is None:
            continue
        category_id = record.category_id if record.category_id in own else None
        valid = [criterion for criterion in criteria if criterion.category_id == category_id]
        given = points.get(record.sheet_id, {})
        found[record.sheet_id] = total_of({one.key: given.get(one.id) for one in valid}, valid)
    return found


def _hints(session: Session, edition: Edition, seat: Seat, rows: Sequence[ListRow]) -> dict[int, tuple[StatedHint, ...]]:
    readable = [row.entry_id for row in rows if row.status is not SheetState.RECUSED]
    return hints_by_entry(session, edition=edition, juror_id=seat.juror_id, entry_ids=readable)
