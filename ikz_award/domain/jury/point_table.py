"""The points of a category as whole numbers over one denominator: exact, and fast for thousands of entries.

Every number here is an integer; a fraction is a pair of an array and one denominator. Arrays are 64 bits wide as long as
everything formed from them fits, and hold Python's unbounded integers where it does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from math import lcm

from ikz_award.domain.jury.arrays import NDArray, Whole, np
from ikz_award.domain.jury.scoring import CriterionWeight, missing_criteria
from ikz_award.domain.jury.sheet_state import SheetState

_WIDEST = 2**62


class Average(StrEnum):
    """How the points of several jurors for one criterion become one number."""

    MEAN = "mean"
    MEDIAN = "median"


@dataclass(frozen=True, kw_only=True)
class CountedSheet:
    """One juror's sheet for one entry; `points` by criterion key. Only a submitted one counts, and it must be complete."""

    juror: str
    entry: str
    state: SheetState
    points: Mapping[str, Decimal]


@dataclass(frozen=True, kw_only=True)
class PointTable:
    """`points[entry, juror, criterion] / unit` are the points, 0 where `given[entry, juror]` is False.

    `entries` and `jurors` are sorted keys; a juror without a sheet that counts is not among them.
    """

    entries: tuple[str, ...]
    jurors: tuple[str, ...]
    criteria: tuple[str, ...]
    weights: tuple[int, ...]
    points: Whole
    given: NDArray[np.bool_]
    unit: int

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """Sheets that count, by entry."""
        return self.given.sum(axis=1, dtype=np.int64)

    @cached_property
    def sums(self) -> Whole:
        """What all sheets add up to, by entry and criterion, over `unit`."""
        return self.points.sum(axis=1)

    @cached_property
    def totals(self) -> Whole:
        """What each sheet adds up to, by entry and juror, over `total_unit`."""
        return self.points @ self._weights

    @property
    def total_unit(self) -> int:
        return self.unit * sum(self.weights)

    @property
    def _weights(self) -> Whole:
        return np.array(self.weights, dtype=self.points.dtype)

    @cached_property
    def _common(self) -> int:
        """What every number of sheets, and every one less, divides."""
        counts = {int(count) for count in np.unique(self.counts)}
        return lcm(*(count for one in counts for count in (one, one - 1) if count > 0))

    def averages(self, average: Average) -> tuple[Whole, int]:
        """By entry and criterion, over one denominator; 0 for an entry without a sheet."""
        if average is Average.MEDIAN:
            return self._doubled_medians(self.points), 2 * self.unit
        # `_common` is that of the whole table, also where a juror is left out: the parts only ever get fewer.
        factors = [self._common // count if count and not self._common % count else 0 for count in range(len(self.jurors) + 1)]
        return self.sums * np.array(factors, dtype=self.points.dtype)[self.counts, None], self.unit * self._common

    def weighed(self, averages: Whole) -> Whole:
        """The weighted sum over the criteria: the denominator grows by the sum of the weights."""
        return averages @ self._weights

    def medians(self) -> Whole:
        """The median of the sheets' totals by entry, doubled."""
        return self._doubled_medians(self.totals[:, :, None])[:, 0]

    def first_places(self, among: NDArray[np.bool_]) -> Whole:
        """For how many jurors an entry has the most points of those `among`, level ones included."""
        given = self.given & among[:, None]
        if not given.any():
            return np.zeros(len(self.entries), dtype=np.int64)
        lowest = self.totals.min() - 1
        totals = np.where(given, self.totals, lowest)
        return (given & (totals == totals.max(axis=0)[None, :])).sum(axis=1)

    def without(self, juror: int) -> PointTable:
        """The table as if the juror at this place had given nothing."""
        given = self.given.copy()
        given[:, juror] = False
        points = self.points.copy()
        points[:, juror] = 0
        rest = replace(self, given=given, points=points)
        # What need not be counted again.
        rest.__dict__.update({"_common": self._common, "sums": self.sums - self.points[:, juror]})
        return rest

    def among(self, entries: Collection[str], jurors: Collection[str]) -> PointTable:
        """The part of the table between these entries and jurors."""
        if len(entries) == len(self.entries) and len(jurors) == len(self.jurors):
            return self
        rows = [place for place, entry in enumerate(self.entries) if entry in entries]
        columns = [place for place, juror in enumerate(self.jurors) if juror in jurors]
        part = np.ix_(rows, columns)
        return replace(
            self,
            entries=tuple(self.entries[row] for row in rows),
            jurors=tuple(self.jurors[column] for column in columns),
            points=self.points[part],
            given=self.given[part],
        )

    def _doubled_medians(self, values: Whole) -> Whole:
        """Over the given sheets, along the jurors; `values[entry, juror, …]`."""
        if not self.jurors:
            return np.zeros((values.shape[0], values.shape[2]), dtype=values.dtype)
        above = values.max(initial=0) + 1
        rising = np.sort(np.where(self.given[:, :, None], values, above), axis=1)
        lower, upper = (np.maximum(self.counts - 1, 0) // 2)[:, None, None], (self.counts // 2)[:, None, None]
        # The middle of an even number of sheets is that of two; without any it is nothing.
        upper = np.minimum(upper, len(self.jurors) - 1)
        both = np.take_along_axis(rising, lower, axis=1) + np.take_along_axis(rising, upper, axis=1)
        return np.where(self.counts[:, None] > 0, both[:, 0], 0)


class _Codes(dict[Decimal, int]):
    """Value → how many other values came before it."""

    def __missing__(self, value: Decimal) -> int:
        code = self[value] = len(self)
        return code


def point_table(entries: Collection[str], sheets: Iterable[CountedSheet], weights: Sequence[CriterionWeight]) -> PointTable:
    """The sheets that count for `entries`; those of other entries are ignored.

    Raises `ValueError` where the input breaks an invariant: an entry named twice, two sheets of one juror for one entry, a
    submitted sheet without points for a criterion, weights that add up to nothing.
    """
    if not sum(weight.weight for weight in weights):
        raise ValueError("the weights add up to nothing")
    place = {entry: index for index, entry in enumerate(sorted(set(entries)))}
    if len(place) != len(entries):
        raise ValueError("an entry is named twice")
    keys = tuple(weight.key for weight in weights)
    counted, values = _counted(sheets, place, weights)
    jurors = sorted({sheet.juror for sheet in counted})
    seat = {juror: index for index, juror in enumerate(jurors)}
    # A scale has few values: each is turned into a whole number once.
    codes = _Codes()
    coded = np.fromiter(map(codes.__getitem__, values), dtype=np.int64, count=len(values))
    ratios = [value.as_integer_ratio() for value in codes]
    unit = lcm(*(bottom for _, bottom in ratios))
    whole = [top * (unit // bottom) for top, bottom in ratios]
    shape = (len(place), len(jurors), len(keys))
    given = np.zeros(shape[:2], dtype=np.bool_)
    rows, columns = [place[sheet.entry] for sheet in counted], [seat[sheet.juror] for sheet in counted]
    given[rows, columns] = True
    table = PointTable(
        entries=tuple(place),
        jurors=tuple(jurors),
        criteria=keys,
        weights=tuple(weight.weight for weight in weights),
        points=np.zeros(shape, dtype=np.int64),
        given=given,
        unit=unit,
    )
    most = max(map(abs, whole), default=0)
    is_wide = 4 * most * sum(table.weights) * max(len(jurors), 1) * table._common >= _WIDEST
    points = np.zeros(shape, dtype=object if is_wide else np.int64)
    points[rows, columns] = np.array(whole, dtype=points.dtype)[coded].reshape(-1, len(keys))
    return replace(table, points=points)


def _counted(
    sheets: Iterable[CountedSheet], wanted: Mapping[str, int], weights: Sequence[CriterionWeight]
) -> tuple[list[CountedSheet], list[Decimal]]:
    """The sheets that count, and their points one after another in the order of `weights`."""
    counted: list[CountedSheet] = []
    values: list[Decimal] = []
    seen: set[tuple[str, str]] = set()
    keys = [weight.key for weight in weights]
    for sheet in sheets:
        if sheet.entry not in wanted:
            continue
        pair = (sheet.juror, sheet.entry)
        if pair in seen:
            raise ValueError(f"two sheets of juror {sheet.juror} for entry {sheet.entry}")
        seen.add(pair)
        if sheet.state is not SheetState.SUBMITTED:
            continue
        counted.append(sheet)
        try:
            values += map(sheet.points.__getitem__, keys)
        except KeyError:
            missing = ", ".join(missing_criteria(sheet.points, weights))
            raise ValueError(f"juror {sheet.juror}, entry {sheet.entry}: no points for {missing}") from None
    return counted, values
