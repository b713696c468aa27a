"""Weight tipping points: between which weights of a criterion the winner stays first, all else in proportion. Exact.

Give criterion k the share t of the whole and the other criteria the rest, in their old proportion. An entry's mean is then
t · (its mean on k) + (1 - t) · (its mean on the rest), and the difference of two entries is linear in t. Each rival allows the
winner a half-line of shares; what all of them allow is one interval.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ikz_award.domain.scoring import CriterionWeight, weighted_mean


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


def weight_bands(
    means: Mapping[str, Mapping[str, Fraction]],
    weights: Sequence[CriterionWeight],
    winner: str,
) -> tuple[WeightBand, ...]:
    """A band for each criterion that can be moved against others; `means` holds the ranked entries' criterion means.

    Left out is a criterion beside which no other weighs anything, and one at no share of which `winner` is first (never
    so for an entry that is first now).
    """
    bands = (_band(weight, means, weights, winner) for weight in weights)
    return tuple(band for band in bands if band is not None)


def _band(
    moved: CriterionWeight,
    means: Mapping[str, Mapping[str, Fraction]],
    weights: Sequence[CriterionWeight],
    winner: str,
) -> WeightBand | None:
    rest = [weight for weight in weights if weight.key != moved.key]
    rest_sum = sum(weight.weight for weight in rest)
    if rest_sum == 0:
        return None
    # Entry → its difference to the winner at t = 0 and at t = 1.
    at_none = {entry: weighted_mean(means[winner], rest) - weighted_mean(own, rest) for entry, own in means.items()}
    at_all = {entry: means[winner][moved.key] - own[moved.key] for entry, own in means.items()}
    if any(at_none[entry] < 0 and at_all[entry] <= at_none[entry] for entry in means):
        return None
    lows: dict[str, Fraction] = {}
    highs: dict[str, Fraction] = {}
    for entry in means:
        slope = at_all[entry] - at_none[entry]
        if slope:
            (lows if slope > 0 else highs)[entry] = -at_none[entry] / slope
    lowest = max([Fraction(0), *lows.values()])
    highest = min([Fraction(1), *highs.values()])
    if lowest > highest:
        return None
    return WeightBand(
        key=moved.key,
        current=Fraction(moved.weight, rest_sum + moved.weight),
        lowest=Tipping(share=lowest, rivals=_at(lowest, lows | highs)),
        highest=Tipping(share=highest, rivals=_at(highest, lows | highs)),
    )


def _at(share: Fraction, crossings: Mapping[str, Fraction]) -> tuple[str, ...]:
    return tuple(sorted(entry for entry, crossing in crossings.items() if crossing == share))
