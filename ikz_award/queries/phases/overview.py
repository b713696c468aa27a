"""The organiser's overview: editions with their key figures, and the list of entries."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Load, Session, joinedload

from ikz_award.domain.entries.standing import EntryStanding
from ikz_award.domain.people.register import fold
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Membership, MembershipStatus
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.entries.standing import standings_of
from ikz_award.queries.jury.sheets import SheetCount, sheet_counts

PER_PAGE = 50
# What the organiser may see: a draft belongs to its municipality alone.
VISIBLE = tuple(status for status in EntryStatus if status is not EntryStatus.DRAFT)
# What is still in the race, or was until screening: the number people mean by "entries received".
RECEIVED = (EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ADMITTED, EntryStatus.EXCLUDED)


@dataclass(frozen=True, kw_only=True)
class CategoryCounts:
    """How many entries of a category are in which status; a status without entries may be missing in `counts`."""

    key: str
    name: str
    counts: Mapping[EntryStatus, int]

    def count(self, *statuses: EntryStatus) -> int:
        return sum(self.counts.get(status, 0) for status in statuses)

    @property
    def received(self) -> int:
        return self.count(*RECEIVED)


@dataclass(frozen=True, kw_only=True)
class EditionFigures:
    """An edition in numbers. `counts` by status, drafts included: their number is no secret, their content is."""

    edition: Edition
    counts: Mapping[EntryStatus, int]
    categories: Sequence[CategoryCounts] = ()
    sheets: SheetCount = field(default_factory=lambda: SheetCount(expected=0, done=0))

    def count(self, *statuses: EntryStatus) -> int:
        return sum(self.counts.get(status, 0) for status in statuses)

    @property
    def received(self) -> int:
        return self.count(*RECEIVED)

    @property
    def undecided(self) -> int:
        return self.count(EntryStatus.SUBMITTED, EntryStatus.RETURNED)


def all_editions(session: Session) -> Sequence[Edition]:
    """Every edition, those in preparation, too, newest first."""
    return session.scalars(select(Edition).order_by(Edition.opens_at.desc(), Edition.id)).all()


def all_figures(session: Session) -> Sequence[EditionFigures]:
    """Every edition, newest first."""
    editions = all_editions(session)
    counts = _counts(session)
    sheets = sheet_counts(session)
    return [
        EditionFigures(
            edition=edition,
            counts=_sum_by_status(counts, edition.id),
            sheets=sheets.get(edition.id, SheetCount(expected=0, done=0)),
        )
        for edition in editions
    ]


def figures_of(session: Session, *, edition: Edition) -> EditionFigures:
    """One edition with the numbers of each category."""
    counts = _counts(session, edition_id=edition.id)
    categories = session.scalars(select(Category).where(Category.edition_id == edition.id).order_by(Category.position))
    return EditionFigures(
        edition=edition,
        counts=_sum_by_status(counts, edition.id),
        categories=[
            CategoryCounts(
                key=category.key,
                name=category.name,
                counts={status: number for (_, id_, status), number in counts.items() if id_ == category.id},
            )
            for category in categories
        ],
        sheets=sheet_counts(session, edition_id=edition.id).get(edition.id, SheetCount(expected=0, done=0)),
    )


def _counts(session: Session, *, edition_id: int | None = None) -> dict[tuple[int, int | None, EntryStatus], int]:
    """(edition id, category id, status) → number of entries."""
    query = select(Entry.edition_id, Entry.category_id, Entry.status, func.count()).group_by(
        Entry.edition_id, Entry.category_id, Entry.status
    )
    if edition_id is not None:
        query = query.where(Entry.edition_id == edition_id)
    return {(row[0], row[1], row[2]): row[3] for row in session.execute(query)}


def _sum_by_status(counts: Mapping[tuple[int, int | None, EntryStatus], int], edition_id: int) -> dict[EntryStatus, int]:
    sums: dict[EntryStatus, int] = {}
    for (edition, _, status), number in counts.items():
        if edition == edition_id:
            sums[status] = sums.get(status, 0) + number
    return sums


def pending_memberships(session: Session) -> int:
    """How many people wait for their organisation to be confirmed."""
    return session.scalar(select(func.count()).where(Membership.status == MembershipStatus.PENDING)) or 0


class EntryOrder(StrEnum):
    """What the list can be sorted by; the value stands in the address."""

    NUMBER = "nummer"
    TITLE = "titel"
    LEAD = "kommune"
    SUBMITTED = "eingang"


@dataclass(frozen=True, kw_only=True)
class EntryFilter:
    """What the list shows. Empty values filter nothing."""

    category: str = ""
    status: EntryStatus | None = None
    search: str = ""
    order: EntryOrder = EntryOrder.NUMBER
    is_descending: bool = False
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """One line of the organiser's list; `number` "" before the entry was handed in, `submitted_at` in UTC."""

    public_id: str
    number: str
    title: str
    lead_name: str
    category_name: str
    status: EntryStatus
    standing: EntryStanding
    submitted_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class EntryPage:
    """A page of the list, counted from 1; `total` entries on `pages` pages."""

    rows: Sequence[EntryRow]
    total: int
    page: int
    pages: int


def entry_list(session: Session, *, edition_id: int, wanted: EntryFilter, now: datetime) -> EntryPage:
    """A page of 50 of the entries that were handed in. A page past the end is the last one."""
    matching = _matching(select(Entry.id), edition_id=edition_id, wanted=wanted)
    total = session.scalar(select(func.count()).select_from(matching.subquery())) or 0
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(1, wanted.page), pages)
    query = _matching(select(Entry, RegisterBody.official_name, Category.name), edition_id=edition_id, wanted=wanted)
    query = query.order_by(*_ordering(wanted)).limit(PER_PAGE).offset((page - 1) * PER_PAGE)
    found = session.execute(query.options(joinedload(Entry.edition), Load(Entry).raiseload("*"))).all()
    standings = standings_of(session, [entry for entry, _lead, _category in found], now=now)
    rows = [
        EntryRow(
            public_id=entry.public_id,
            number=entry.number or "",
            title=entry.title,
            lead_name=lead,
            category_name=category or "",
            status=entry.status,
            standing=standings[entry.id],
            submitted_at=entry.submitted_at,
        )
        for entry, lead, category in found
    ]
    return EntryPage(rows=rows, total=total, page=page, pages=pages)


def _matching(query: Select, *, edition_id: int, wanted: EntryFilter) -> Select:
    query = (
        query.select_from(Entry)
        .join(RegisterBody, RegisterBody.key == Entry.lead_key)
        .outerjoin(Category, Category.id == Entry.category_id)
        # A number is given at the first submission: who withdrew a draft never was in the competition.
        .where(Entry.edition_id == edition_id, Entry.status.in_(VISIBLE), Entry.number.is_not(None))
    )
    if wanted.category:
        query = query.where(Category.key == wanted.category)
    if wanted.status is not None:
        query = query.where(Entry.status == wanted.status)
    for word in re.findall(r"\S+", wanted.search)[:8]:
        query = query.where(_contains(word))
    return query


def _contains(word: str) -> ColumnElement[bool]:
    found = [Entry.title.icontains(word, autoescape=True), Entry.number.icontains(word, autoescape=True)]
    # Folding drops signs; what is left of "50 %" would find half of the register.
    if (folded := fold(word)) and all(sign.isalnum() or sign in "-./()'’" for sign in word):
        found.append(RegisterBody.search_name.contains(folded, autoescape=True))
    return or_(*found)


def _ordering(wanted: EntryFilter) -> tuple[ColumnElement, ...]:
    column = {
        EntryOrder.NUMBER: Entry.number,
        EntryOrder.TITLE: func.lower(Entry.title),
        EntryOrder.LEAD: RegisterBody.name,
        EntryOrder.SUBMITTED: Entry.submitted_at,
    }[wanted.order]
    return (column.desc() if wanted.is_descending else column.asc(), Entry.id.asc())


def category_of(session: Session, *, edition_id: int, key: str) -> Category:
    """A category at an address. Raises `NotFound`."""
    category = session.scalar(select(Category).where(Category.edition_id == edition_id, Category.key == key))
    if category is None:
        raise NotFound
    return category
