"""The ranking of a category: exact means, shared ranks, and a clear word on which sheets count.

An entry's mean is the weighted mean, over the criteria, of the mean over the jurors who scored it. A juror who is recused,
abstains or has not submitted says nothing about the entry: the sheet is left out, it does not count as 0.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ikz_award.domain.scoring import CriterionWeight, missing_criteria, weighted_mean


class SheetState(StrEnum):
    """What a juror's sheet is to the ranking. A recusal outweighs whatever status the sheet itself has."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ABSTAINED = "abstained"
    RECUSED = "recused"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One juror's sheet for one entry; `points` by criterion key. Only a submitted one counts, and it must be complete."""

    juror: str
    entry: str
    state: SheetState
    points: Mapping[str, Decimal]


@dataclass(frozen=True, kw_only=True)
class RankedEntry:
    """`rank` and `mean` are None together: the entry has too few sheets to be ranked („nicht gewertet“).

    `criterion_means` holds what the counted sheets say by criterion key, empty without any; `sheet_count` counts them.
    """

    entry: str
    rank: int | None
    mean: Fraction | None
    criterion_means: Mapping[str, Fraction]
    sheet_count: int

    @property
    def is_ranked(self) -> bool:
        return self.rank is not None


def rank(
    entries: Collection[str],
    sheets: Iterable[Sheet],
    weights: Sequence[CriterionWeight],
    minimum_sheets: int,
) -> tuple[RankedEntry, ...]:
    """Rank `entries` (keys): best mean first, equal means share a rank and the next one is left out (1, 1, 3).

    Equal entries, and those not ranked at the end, stand in the order of their keys. Sheets of other entries are ignored.
    Raises `ValueError` where the input breaks an invariant: an entry named twice, two sheets of one juror for one entry, a
    submitted sheet without points for a criterion, `minimum_sheets` below 1.
    """
    if minimum_sheets < 1:
        raise ValueError("an entry without a single sheet cannot be ranked")
    wanted = frozenset(entries)
    if len(wanted) != len(entries):
        raise ValueError("an entry is named twice")
    counted = _counted_points(sheets, weights, wanted)
    means = {entry: _criterion_means(counted[entry], weights) for entry in wanted}
    totals = {entry: weighted_mean(means[entry], weights) for entry in wanted if len(counted[entry]) >= minimum_sheets}
    ordered = sorted(totals, key=lambda entry: (-totals[entry], entry))
    ranks = shared_ranks([totals[entry] for entry in ordered])
    rank_of = dict(zip(ordered, ranks, strict=True))
    return tuple(
        RankedEntry(
            entry=entry,
            rank=rank_of.get(entry),
            mean=totals.get(entry),
            criterion_means=means[entry],
            sheet_count=len(counted[entry]),
        )
        for entry in [*ordered, *sorted(wanted - totals.keys())]
    )


def _counted_points(
    sheets: Iterable[Sheet],
    weights: Sequence[CriterionWeight],
    wanted: frozenset[str],
) -> Mapping[str, Sequence[Mapping[str, Decimal]]]:
    """Entry → the points of each sheet that counts."""
    seen: set[tuple[str, str]] = set()
    counted: defaultdict[str, list[Mapping[str, Decimal]]] = defaultdict(list)
    for sheet in sheets:
        if sheet.entry not in wanted:
            continue
        if (sheet.juror, sheet.entry) in seen:
            raise ValueError(f"two sheets of juror {sheet.juror} for entry {sheet.entry}")
        seen.add((sheet.juror, sheet.entry))
        if sheet.state is not SheetState.SUBMITTED:
            continue
        if missing := missing_criteria(sheet.points, weights):
            raise ValueError(f"juror {sheet.juror}, entry {sheet.entry}: no points for {', '.join(missing)}")
        counted[sheet.entry].append(sheet.points)
    return counted


def _criterion_means(
    sheets: Sequence[Mapping[str, Decimal]],
    weights: Sequence[CriterionWeight],
) -> Mapping[str, Fraction]:
    if not sheets:
        return {}
    return {
        weight.key: sum((Fraction(points[weight.key]) for points in sheets), Fraction(0)) / len(sheets) for weight in weights
    }


def shared_ranks(falling: Sequence[Fraction]) -> list[int]:
    """Ranks of values in falling order: 1 + how many are greater."""
    ranks: list[int] = []
    for place, value in enumerate(falling, start=1):
        ranks.append(ranks[-1] if ranks and value == falling[place - 2] else place)
    return ranks
