"""Shortlists that count: what is on them, and which entries are out of the second round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from ikz_award.domain.decision.shortlist import DrawingRule, Placed, Selected
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.decision.shortlist import Shortlist, ShortlistEntry
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import ScoreSheet
from ikz_award.models.people.accounts import Account


@dataclass(frozen=True, kw_only=True)
class ListedEntry:
    """An entry of a category with a shortlist: `selected` names it by its public id, as it stood when the list was drawn."""

    entry_id: int
    number: str
    title: str
    selected: Selected


@dataclass(frozen=True, kw_only=True)
class DrawnList:
    """A category's shortlist; `opened_at`: the second round has begun with it."""

    id: int
    category_id: int
    rule: DrawingRule
    reason: str
    drawn_by: str
    drawn_at: datetime
    opened_at: datetime | None
    entries: Sequence[ListedEntry]

    @property
    def kept(self) -> Sequence[ListedEntry]:
        return [one for one in self.entries if one.selected.is_kept]

    @property
    def left_out(self) -> Sequence[ListedEntry]:
        return [one for one in self.entries if not one.selected.is_kept]

    @property
    def left_out_ids(self) -> frozenset[int]:
        return frozenset(one.entry_id for one in self.left_out)


def second_rounds(session: Session) -> frozenset[int]:
    """The ids of the editions whose jury scores a second time, what was shortlisted: not the first round opened again."""
    query = (
        select(Category.edition_id)
        .join(Shortlist, Shortlist.category_id == Category.id)
        .join(Edition, Edition.id == Category.edition_id)
        .where(Edition.phase == Phase.JUDGING, Shortlist.opened_at.is_not(None), Shortlist.undone_at.is_(None))
    )
    return frozenset(session.scalars(query))


def is_beside_shortlist(*, kept: bool = False) -> ColumnElement[bool]:
    """Whether an entry is out of the second round, for queries over `Entry`; `kept`: whether it is in it.

    Only once the second round was opened: before that no juror learns of the list, by what may be scored or otherwise.
    """
    return exists().where(
        ShortlistEntry.entry_id == Entry.id,
        ShortlistEntry.is_kept.is_(kept),
        Shortlist.id == ShortlistEntry.shortlist_id,
        Shortlist.undone_at.is_(None),
        Shortlist.opened_at.is_not(None),
    )


def drawn_lists(session: Session, *, edition_id: int) -> Mapping[int, DrawnList]:
    """Category id → its shortlist that counts; three queries for the whole edition."""
    rows = session.scalars(
        select(Shortlist)
        .join(Category, Category.id == Shortlist.category_id)
        .where(Category.edition_id == edition_id, Shortlist.undone_at.is_(None))
        .options(joinedload(Shortlist.drawer), selectinload(Shortlist.entries))
        .order_by(Category.position)
    )
    return {row.category_id: _drawn(row, row.drawer) for row in rows}


def _drawn(row: Shortlist, drawer: Account) -> DrawnList:
    return DrawnList(
        id=row.id,
        category_id=row.category_id,
        rule=DrawingRule(kind=row.rule, places=row.places, least=row.least),
        reason=row.reason,
        drawn_by=drawer.name or drawer.email,
        drawn_at=row.drawn_at,
        opened_at=row.opened_at,
        entries=[
            ListedEntry(
                entry_id=one.entry_id,
                number=one.entry.number or "",
                title=one.entry.title,
                selected=Selected(
                    placed=Placed(
                        entry=one.entry.public_id, rank=one.rank, mean=None if one.mean is None else Fraction(one.mean)
                    ),
                    is_proposed=one.is_proposed,
                    is_kept=one.is_kept,
                    reason=one.reason,
                ),
            )
            for one in row.entries
        ],
    )


def list_of(session: Session, *, category_id: int) -> Shortlist | None:
    """The category's shortlist that counts."""
    return session.scalar(select(Shortlist).where(Shortlist.category_id == category_id, Shortlist.undone_at.is_(None)))


def is_left_out(session: Session, *, entry_id: int) -> bool:
    """Whether the entry is beside a shortlist that counts, opened or not: for what the jury may no longer change."""
    found = select(ShortlistEntry.id).join(Shortlist, Shortlist.id == ShortlistEntry.shortlist_id)
    found = found.where(ShortlistEntry.entry_id == entry_id, ~ShortlistEntry.is_kept, Shortlist.undone_at.is_(None))
    return session.scalar(found.limit(1)) is not None


def second_round_places(session: Session, *, edition_id: int) -> Mapping[int, bool]:
    """Entry id → whether it is in the second round, for what jurors see; empty before a second round is opened."""
    rows = session.execute(
        select(ShortlistEntry.entry_id, ShortlistEntry.is_kept)
        .join(Shortlist, Shortlist.id == ShortlistEntry.shortlist_id)
        .join(Category, Category.id == Shortlist.category_id)
        .where(Category.edition_id == edition_id, Shortlist.undone_at.is_(None), Shortlist.opened_at.is_not(None))
    )
    return {row[0]: row[1] for row in rows}


def sheets_changed_since(session: Session, *, category_id: int, since: datetime) -> int:
    """How many score sheets of the category were written to after this time."""
    query = select(func.count()).select_from(ScoreSheet).join(Entry, Entry.id == ScoreSheet.entry_id)
    return session.scalar(query.where(Entry.category_id == category_id, ScoreSheet.updated_at > since)) or 0


def admitted_by_category(session: Session, *, edition_id: int) -> Mapping[int, int]:
    """Category id → how many entries take part in it."""
    query = select(Entry.category_id, func.count()).where(Entry.edition_id == edition_id, Entry.status == EntryStatus.ADMITTED)
    return {row[0]: row[1] for row in session.execute(query.group_by(Entry.category_id)) if row[0] is not None}
