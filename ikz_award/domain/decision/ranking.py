"""The ranking of a category: exact averages, a chain of rules for ties, shared ranks.

An entry's value is the weighted mean, over the criteria, of the mean (or median) over the jurors who scored it. A juror who is
recused, abstains or has not submitted says nothing about the entry: the sheet is left out, it does not count as 0.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import chain

from ikz_award.domain.jury.point_table import Average, CountedSheet, PointTable, Whole, point_table
from ikz_award.domain.jury.scoring import CriterionWeight

__all__ = [
    "Average",
    "CountedSheet",
    "CountingRules",
    "RankedEntry",
    "TieRule",
    "leaders",
    "rank",
    "rank_table",
    "shared_ranks",
    "unknown_tie_rules",
]  # fmt: skip


class TieRule(StrEnum):
    """What decides between entries of equal value; `criterion` stands with a key, as in "criterion:novelty"."""

    CRITERION = "criterion"
    MEDIAN = "median"
    FIRST_PLACES = "first_places"
    # What no count can say: the ranks stay shared, and the jury, its chair or a lot chooses among the entries.
    VOTE = "vote"
    CHAIR = "chair"
    LOT = "lot"


@dataclass(frozen=True, kw_only=True)
class CountingRules:
    """An edition's settings for its ranking. An entry with fewer sheets than `minimum_sheets` is not ranked."""

    minimum_sheets: int
    average: Average = Average.MEAN
    tie_break: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.minimum_sheets < 1:
            raise ValueError("an entry without a single sheet cannot be ranked")


@dataclass(frozen=True, kw_only=True)
class RankedEntry:
    """`rank` and `mean` are None together: the entry has too few sheets to be ranked („nicht gewertet“).

    `mean` is the entry's value, and `criterion_means` what the counted sheets say by criterion key (medians where the rules
    say so), empty without any; `sheet_count` counts them. `settled_by` names the rule of the chain that set the entry apart
    from one of equal value, the last one where it took several.
    """

    entry: str
    rank: int | None
    mean: Fraction | None
    criterion_means: Mapping[str, Fraction]
    sheet_count: int
    settled_by: str | None = None

    @property
    def is_ranked(self) -> bool:
        return self.rank is not None


def rank(
    entries: Collection[str], sheets: Iterable[CountedSheet], weights: Sequence[CriterionWeight], rules: CountingRules
) -> tuple[RankedEntry, ...]:
    """Rank `entries` (keys): best value first, then by the chain; what is still level shares a rank (1, 1, 3).

    Equal entries, and those not ranked at the end, stand in the order of their keys. Sheets of other entries are ignored.
    Raises `ValueError` as `point_table` does, and for a chain with an unknown rule.
    """
    return rank_table(point_table(entries, sheets, weights), rules)


def rank_table(table: PointTable, rules: CountingRules) -> tuple[RankedEntry, ...]:
    """The same from the points as whole numbers."""
    averages, unit = table.averages(rules.average)
    columns = list(_tie_columns(table, rules, averages))
    # Negative, so that the best comes first.
    values = (-table.weighed(averages), *(-column for _name, column in columns))
    keys = list(zip(*(column.tolist() for column in values), strict=True))
    counts = table.counts.tolist()
    # The sort is stable and the entries' keys are in order: level entries stay so.
    order = sorted(
        (index for index, count in enumerate(counts) if count >= rules.minimum_sheets),
        key=keys.__getitem__,
    )
    ordered = [keys[index] for index in order]
    settled = _settled(ordered, [name for name, _column in columns])
    place = dict(zip(order, zip(shared_ranks(ordered), settled, strict=True), strict=True))
    whole = unit * sum(table.weights)
    rows = averages.tolist()
    # Means of whole points repeat: making a fraction costs more than finding it.
    fractions = {top: Fraction(top, unit) for top in {top for row in rows for top in row}}
    found = []
    for index in [*order, *(index for index in range(len(counts)) if index not in place)]:
        own_rank, settled_by = place.get(index, (None, None))
        found.append(
            RankedEntry(
                entry=table.entries[index],
                rank=own_rank,
                mean=None if own_rank is None else Fraction(-keys[index][0], whole),
                criterion_means=dict(zip(table.criteria, (fractions[top] for top in rows[index]), strict=True))
                if counts[index]
                else {},
                sheet_count=counts[index],
                settled_by=settled_by,
            )
        )
    return tuple(found)


def leaders(table: PointTable, rules: CountingRules) -> tuple[str, ...]:
    """The entries that would be first, in the order of their keys; none where none has sheets enough."""
    averages, _unit = table.averages(rules.average)
    first = table.counts >= rules.minimum_sheets
    if not first.any():
        return ()
    for column in chain([table.weighed(averages)], (column for _name, column in _tie_columns(table, rules, averages))):
        first = first & (column == column[first].max())
        if first.sum() == 1:
            break
    return tuple(entry for entry, is_first in zip(table.entries, first.tolist(), strict=True) if is_first)


def _tie_columns(table: PointTable, rules: CountingRules, averages: Whole) -> Iterator[tuple[str, Whole]]:
    """For each rule of the chain that can be counted here, a number for every entry: more is better."""
    if unknown := unknown_tie_rules(rules.tie_break):
        raise ValueError(f"no such rule: {', '.join(unknown)}")
    for name in rules.tie_break:
        rule, _colon, key = name.partition(":")
        # A category with criteria of its own may lack the one that is named: the rule says nothing there.
        if rule == TieRule.CRITERION and key in table.criteria:
            yield name, averages[:, table.criteria.index(key)]
        elif rule == TieRule.MEDIAN:
            yield name, table.medians()
        elif rule == TieRule.FIRST_PLACES:
            yield name, table.first_places(table.counts >= rules.minimum_sheets)


def _settled(ordered: Sequence[tuple[int, ...]], names: Sequence[str]) -> list[str | None]:
    """For each of the values with their tie-break numbers, the last rule that parted it from a neighbour of equal value."""
    parted = [0] * len(ordered)
    for index in range(1, len(ordered)):
        above, own = ordered[index - 1], ordered[index]
        step = next((step for step, (one, other) in enumerate(zip(above, own, strict=True)) if one != other), 0)
        parted[index - 1], parted[index] = max(parted[index - 1], step), step
    return [names[step - 1] if step else None for step in parted]


def unknown_tie_rules(names: Iterable[str], criteria: Collection[str] | None = None) -> tuple[str, ...]:
    """Those of the `names` that are no rule; `criteria` None: any key may be named."""
    plain = {rule.value for rule in TieRule if rule is not TieRule.CRITERION}
    head = f"{TieRule.CRITERION}:"
    return tuple(
        name
        for name in names
        if name not in plain
        and not (name.startswith(head) and len(name) > len(head) and (criteria is None or name[len(head) :] in criteria))
    )


def shared_ranks(ordered: Sequence[object]) -> list[int]:
    """Ranks of values that stand in order, best first: 1 + how many are better."""
    ranks: list[int] = []
    for place, value in enumerate(ordered, start=1):
        ranks.append(ranks[-1] if ranks and value == ordered[place - 2] else place)
    return ranks
