"""A juror's own points over all entries, to see how the scale is used. Nobody else's are in it, not even as a mean."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.ranking import shared_ranks
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.models.editions.editions import Criterion, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Recusal, Score, ScoreSheet
from ikz_award.queries.editions.editions import edition_by_slug, scale_of
from ikz_award.queries.jury.jury import current_round, is_own_recusal, seat_of
from ikz_award.queries.jury.list import ListRow, own_rows
from ikz_award.queries.jury.shown_names import shown_names
from ikz_award.queries.permissions.matters import edition_matter


@dataclass(frozen=True, kw_only=True)
class Usage:
    """How one criterion was scored: all points given, rising, drafts among them; their exact mean and how often each came."""

    key: str
    name: str
    points: Sequence[Decimal]
    counts: Mapping[Decimal, int]

    @property
    def mean(self) -> Fraction:
        return sum((Fraction(value) for value in self.points), Fraction(0)) / len(self.points)

    @property
    def lowest(self) -> Decimal:
        return self.points[0]

    @property
    def highest(self) -> Decimal:
        return self.points[-1]


@dataclass(frozen=True, kw_only=True)
class OwnPlace:
    """An entry in the juror's own order; equal totals share a rank within the category."""

    row: ListRow
    rank: int
    total: Fraction


@dataclass(frozen=True, kw_only=True)
class OwnPoints:
    """`places`: a category's name and what is in it, in the edition's order, the best first; `values`: the scale, rising."""

    edition: Edition
    usages: Sequence[Usage]
    places: Sequence[tuple[str, Sequence[OwnPlace]]]
    values: Sequence[Decimal]

    @property
    def totals(self) -> Sequence[Fraction]:
        return sorted(place.total for _category, places in self.places for place in places)

    @property
    def mean(self) -> Fraction:
        return sum(self.totals, Fraction(0)) / len(self.totals)


def own_points(session: Session, *, actor: Actor, edition_slug: str) -> OwnPoints:
    """The juror's own strip and order. Raises `NotFound` without a seat, `Refused` before the declaration or judging."""
    edition = edition_by_slug(session, edition_slug)
    seat = seat_of(actor, edition.id)
    require(actor, Action.LIST_JURY_ENTRIES, edition_matter(edition))
    names = shown_names(session, actor=actor, edition=edition)
    rows = sorted(
        (row for row in own_rows(session, edition, seat, names) if row.total is not None),
        key=lambda row: (row.category_position, -(row.total or 0), row.number),
    )
    by_category: dict[str, list[ListRow]] = {}
    for row in rows:
        by_category.setdefault(row.category_key, []).append(row)
    return OwnPoints(
        edition=edition,
        usages=_usages(session, edition, seat.juror_id),
        places=[(found[0].category, _places(found)) for found in by_category.values()],
        values=scale_of(edition).values(),
    )


def _places(rows: Sequence[ListRow]) -> list[OwnPlace]:
    totals = [row.total for row in rows if row.total is not None]
    ranked = zip(rows, shared_ranks(totals), totals, strict=True)
    return [OwnPlace(row=row, rank=rank, total=total) for row, rank, total in ranked]


def _usages(session: Session, edition: Edition, juror_id: int) -> list[Usage]:
    rows = session.execute(
        select(Criterion.key, Criterion.name, Score.points)
        .join(Score, Score.criterion_id == Criterion.id)
        .join(ScoreSheet, ScoreSheet.id == Score.sheet_id)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .outerjoin(Recusal, is_own_recusal(juror_id))
        .where(
            ScoreSheet.juror_id == juror_id,
            ScoreSheet.round_id == current_round(session, edition_id=edition.id).id,
            ScoreSheet.status != SheetStatus.ABSTAINED,
            Entry.status == EntryStatus.ADMITTED,
            Recusal.id.is_(None),
        )
        .order_by(Criterion.position, Criterion.id)
    )
    given: dict[tuple[str, str], list[Decimal]] = {}
    for key, name, points in rows:
        if points is not None:
            given.setdefault((key, name), []).append(points)
    return [Usage(key=key, name=name, points=sorted(points), counts=Counter(points)) for (key, name), points in given.items()]
