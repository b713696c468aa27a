"""Weight tipping points: between which weights of a criterion the winner stays first, all else in proportion. Exact.

Give criterion k the share t of the whole and the other criteria the rest, in their old proportion. An entry's mean is then
t · (its mean on k) + (1 - t) · (its mean on the rest), and the difference of two entries is linear in t. Each rival allows the
winner a half-line of shares; what all of them allow is one interval.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ikz_award.domain.jury.point_table import Average, PointTable, Whole


@dataclass(frozen=True, kw_only=True)
class Tipping:
    """An end of a band. `rivals` are level with the winner at this `share`, exactly, and not at every share.

    Without rivals the end is that of all shares, 0 or 1; with rivals the winner is alone in first place only short of it.
    """

    share: Fraction
    rivals: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WeightBand:
    """The shares of criterion `key`, from `lowest` to `highest`, at which nobody is ahead of the winner."""

    key: str
    current: Fraction
    lowest: Tipping
    highest: Tipping

    @property
    def is_whole(self) -> bool:
        """Whether no weight of this criterion changes who wins."""
        return not self.lowest.rivals and not self.highest.rivals


def weight_bands(table: PointTable, average: Average, winner: str) -> tuple[WeightBand, ...]:
    """A band for each criterion that can be moved against others; `table` holds the ranked entries.

    Left out is a criterion beside which no other weighs anything, and one at no share of which `winner` is first (never
    so for an entry that is first now).
    """
    averages, _unit = table.averages(average)
    values = averages - averages[table.entries.index(winner)]
    bands = (_band(place, table, values) for place in range(len(table.criteria)))
    return tuple(band for band in bands if band is not None)


def _band(moved: int, table: PointTable, values: Whole) -> WeightBand | None:
    """`values`: how far an entry is ahead of the winner, by criterion; all over one denominator, which cancels."""
    weight, rest_sum = table.weights[moved], sum(table.weights) - table.weights[moved]
    if rest_sum == 0:
        return None
    # How far the winner is ahead at t = 0 and at t = 1, both times the sum of the other weights.
    at_none = (weight * values[:, moved] - table.weighed(values)).tolist()
    at_all = (-rest_sum * values[:, moved]).tolist()
    lowest, highest = (0, 1), (1, 1)
    for none, full in zip(at_none, at_all, strict=True):
        if none < 0 and full <= none:
            return None
        # The entry is level at none / (none - full); the nearest of these on either side are the ends.
        slope = full - none
        if slope > 0 and -none * lowest[1] > lowest[0] * slope:
            lowest = (-none, slope)
        elif slope < 0 and none * highest[1] < highest[0] * -slope:
            highest = (none, -slope)
    low, high = Fraction(*lowest), Fraction(*highest)
    if low > high:
        return None
    ends = list(zip(table.entries, at_none, at_all, strict=True))
    return WeightBand(
        key=table.criteria[moved],
        current=Fraction(weight, rest_sum + weight),
        lowest=Tipping(share=low, rivals=_level(low, ends)),
        highest=Tipping(share=high, rivals=_level(high, ends)),
    )


def _level(share: Fraction, ends: Sequence[tuple[str, int, int]]) -> tuple[str, ...]:
    """The entries level with the winner at `share`, and not at every share."""
    return tuple(
        entry for entry, none, full in ends if none != full and none * share.denominator == share.numerator * (none - full)
    )
