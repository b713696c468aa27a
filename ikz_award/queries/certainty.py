"""How certain the first place of a category is, counted again from the ranking: advice for the jury, never a rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ikz_award.domain.best_chance import chances_to_be_best
from ikz_award.domain.point_table import PointTable, point_table
from ikz_award.domain.recounts import Recount, recounts
from ikz_award.domain.severity import severities
from ikz_award.domain.weight_bands import WeightBand, weight_bands
from ikz_award.queries.ranking import CategoryRanking, RankedLine


@dataclass(frozen=True, kw_only=True)
class Band:
    """Within which shares of a criterion's weight the first place stays, in per cent; the rivals' lines at its ends."""

    name: str
    current: Fraction
    lowest: Fraction
    highest: Fraction
    below: Sequence[RankedLine]
    above: Sequence[RankedLine]
    is_whole: bool


@dataclass(frozen=True, kw_only=True)
class JurorCount:
    """The count without one juror: who is first then. `severity`: points above or below the jury, None if not comparable."""

    name: str
    leaders: Sequence[RankedLine]
    is_same: bool
    severity: Fraction | None


@dataclass(frozen=True, kw_only=True)
class Chance:
    """How likely an entry is truly the best, from 0 to 1: a float, because it is an estimate and no count."""

    line: RankedLine
    share: float


@dataclass(frozen=True, kw_only=True)
class Certainty:
    """`leaders` more than one: level on points. `stays` of `counts`: recounts without one juror with the same first place.

    `chances` in the order of the ranks; empty where too few sheets say nothing.
    """

    leaders: Sequence[RankedLine]
    counts: Sequence[JurorCount]
    bands: Sequence[Band]
    lead: Fraction | None
    chances: Sequence[Chance] = ()

    @property
    def stays(self) -> int:
        return sum(one.is_same for one in self.counts)

    @property
    def is_clear(self) -> bool:
        """One entry is first, and stays first whoever is left out."""
        return len(self.leaders) == 1 and bool(self.counts) and self.stays == len(self.counts)

    @property
    def rivals(self) -> Sequence[RankedLine]:
        """Who is first in some recount but is not now."""
        now = {line.public_id for line in self.leaders}
        found = {line.public_id: line for one in self.counts for line in one.leaders if line.public_id not in now}
        return list(found.values())


def certainty_of(ranking: CategoryRanking) -> Certainty | None:
    """None where there is nothing to compare: fewer than two ranked entries."""
    ranked = {line.number: line for line in ranking.lines if line.rank is not None}
    if len(ranked) < 2:
        return None
    table = point_table(ranked, ranking.sheets, ranking.weights)
    names = {str(sheet.juror.id): sheet.juror.name for line in ranked.values() for sheet in line.sheets}
    leaders = [line for line in ranked.values() if line.rank == 1]
    kindness = severities(table)
    chances = chances_to_be_best(table)
    means = sorted({line.mean for line in ranked.values() if line.mean is not None}, reverse=True)
    return Certainty(
        leaders=leaders,
        counts=[_count(one, ranked, leaders, names, kindness) for one in recounts(table, ranking.rules)],
        bands=_bands(ranking, table, ranked) if len(leaders) == 1 else (),
        lead=means[0] - means[1] if len(means) > 1 else None,
        chances=[Chance(line=line, share=chances[key]) for key, line in ranked.items() if key in chances],
    )


def _count(
    one: Recount, ranked: Mapping[str, RankedLine], leaders: Sequence[RankedLine], names: Mapping[str, str],
    kindness: Mapping[str, Fraction],
) -> JurorCount:  # fmt: skip
    return JurorCount(
        name=names[one.left_out],
        leaders=[ranked[key] for key in one.leaders],
        is_same=set(one.leaders) == {line.number for line in leaders},
        severity=kindness.get(one.left_out),
    )


def _bands(ranking: CategoryRanking, table: PointTable, ranked: Mapping[str, RankedLine]) -> Sequence[Band]:
    names = {one.key: one.name for one in ranking.criteria}
    winner = next(key for key, line in ranked.items() if line.rank == 1)
    return [_band(band, names, ranked) for band in weight_bands(table, ranking.rules.average, winner)]


def _band(band: WeightBand, names: Mapping[str, str], ranked: Mapping[str, RankedLine]) -> Band:
    return Band(
        name=names[band.key],
        current=band.current * 100,
        lowest=band.lowest.share * 100,
        highest=band.highest.share * 100,
        below=[ranked[key] for key in band.lowest.rivals],
        above=[ranked[key] for key in band.highest.rivals],
        is_whole=band.is_whole,
    )
