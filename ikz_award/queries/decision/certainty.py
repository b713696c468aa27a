"""How certain the first place of a category is, counted again from the ranking: advice for the jury, never a rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ikz_award.domain.decision.certainty.best_chance import ChanceStanding, indistinguishable
from ikz_award.domain.decision.certainty.limits import Claim, Silence, Steps, claim, counting_steps, reliable_standings
from ikz_award.domain.decision.certainty.recounts import Recount, recounts
from ikz_award.domain.decision.certainty.severity import severities
from ikz_award.domain.decision.certainty.verdict import CertaintyVerdict, verdict_of
from ikz_award.domain.decision.certainty.weight_bands import WeightBand, weight_bands
from ikz_award.domain.decision.ranking import TieRule
from ikz_award.domain.jury.juror_groups import juror_groups
from ikz_award.domain.jury.point_table import PointTable, point_table
from ikz_award.queries.decision.ranking_lines import CategoryRanking, RankedLine

# What the rules may name where no count tells entries apart.
DECIDERS = (TieRule.VOTE, TieRule.CHAIR, TieRule.LOT)
# Chances below are not told apart.
SMALLEST_SAID = 0.01


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
class JurorRecount:
    """The count without one juror: who is first then. `severity`: points above or below the jury, None if not comparable.

    `is_comparison`: whether the entries still hang together without this juror; `is_same` says so, too.
    """

    name: str
    leaders: Sequence[RankedLine]
    is_same: bool
    is_comparison: bool
    severity: Fraction | None


@dataclass(frozen=True, kw_only=True)
class Chance:
    """How likely an entry is truly the best: an estimate and no count, as far as it may be said; `share`: what a bar shows."""

    line: RankedLine
    claim: Claim

    @property
    def share(self) -> float:
        return self.claim.share


@dataclass(frozen=True, kw_only=True)
class LikelyPlace:
    """Where an entry truly stands: its expected rank; `low` to `high` hold the rank with 90 % probability."""

    line: RankedLine
    rank: Fraction
    low: int
    high: int


@dataclass(frozen=True, kw_only=True)
class Group:
    """Entries that are only compared among each other, and by whom."""

    lines: Sequence[RankedLine]
    jurors: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Certainty:
    """`leaders` more than one: level on points. `stays` of `counts`: recounts without one juror with the same first place.

    `chances`: the likeliest first; empty for the reason `silence`. `places`: by expected rank. `alike`: who cannot be told from
    the entry that is expected first, that one included. `groups`: more than one where no common juror joins them all.
    `decider`: who parts those who are level, where the rules of the edition name somebody.
    """

    leaders: Sequence[RankedLine]
    counts: Sequence[JurorRecount]
    bands: Sequence[Band]
    lead: Fraction | None
    verdict: CertaintyVerdict
    groups: Sequence[Group]
    chances: Sequence[Chance] = ()
    places: Sequence[LikelyPlace] = ()
    silence: Silence | None = None
    alike: Sequence[RankedLine] = ()
    decider: TieRule | None = None

    @property
    def stays(self) -> int:
        return sum(one.is_same for one in self.counts)

    @property
    def is_clear(self) -> bool:
        return self.verdict is CertaintyVerdict.CLEAR

    @property
    def rivals(self) -> Sequence[RankedLine]:
        """Who is first in some recount but is not now."""
        now = {line.public_id for line in self.leaders}
        found = {line.public_id: line for one in self.counts for line in one.leaders if line.public_id not in now}
        return list(found.values())

    @property
    def not_told_apart(self) -> Sequence[RankedLine]:
        """The entries between which neither the points nor the estimate decide; empty where one stands out."""
        return self.leaders if len(self.leaders) > 1 else self.alike if len(self.alike) > 1 else ()


def certainty_of(ranking: CategoryRanking) -> Certainty | None:
    """None where there is nothing to compare: fewer than two ranked entries."""
    ranked = {line.number: line for line in ranking.lines if line.rank is not None}
    if len(ranked) < 2:
        return None
    table = point_table(ranked, ranking.sheets, ranking.weights)
    names = {str(sheet.juror.id): sheet.juror.name for line in ranked.values() for sheet in line.sheets}
    leaders = [line for line in ranked.values() if line.rank == 1]
    kindness = severities(table)
    standings, silence = reliable_standings(table, ranking.rules.average, ranking.scale)
    steps = counting_steps(table)
    counts = [_count(one, ranked, leaders, names, kindness) for one in recounts(table, ranking.rules)]
    means = sorted({line.mean for line in ranked.values() if line.mean is not None}, reverse=True)
    return Certainty(
        leaders=leaders,
        counts=counts,
        # Weights that keep a first place in front of entries nobody compared it with say nothing.
        bands=_bands(ranking, table, ranked) if len(leaders) == 1 and silence is not Silence.APART else (),
        lead=means[0] - means[1] if len(means) > 1 else None,
        verdict=_verdict(leaders, counts, {} if silence else standings, silence, steps),
        groups=[
            Group(lines=[ranked[key] for key in one.entries], jurors=[names[key] for key in one.jurors])
            for one in juror_groups(table)
        ],
        chances=_chances(ranked, {} if silence else standings, steps),
        places=_places(ranked, standings),
        silence=silence,
        alike=[ranked[key] for key in indistinguishable(standings)],
        decider=next((TieRule(rule) for rule in ranking.rules.tie_break if rule in DECIDERS), None),
    )


def _verdict(
    leaders: Sequence[RankedLine],
    counts: Sequence[JurorRecount],
    standings: Mapping[str, ChanceStanding],
    silence: Silence | None,
    steps: Steps,
) -> CertaintyVerdict:
    chances = {key: one.chance for key, one in standings.items()}
    own = chances.get(leaders[0].number)
    return verdict_of(
        leaders=len(leaders),
        is_apart=silence is Silence.APART,
        recounts_agree=bool(counts) and all(one.is_same for one in counts),
        said=None if own is None else claim(own, steps).share,
        is_likeliest=own is not None and own >= max(chances.values()),
    )


def _chances(ranked: Mapping[str, RankedLine], standings: Mapping[str, ChanceStanding], steps: Steps) -> Sequence[Chance]:
    """The likeliest first; of those of whom the same is said, that of the better rank."""
    found = [Chance(line=line, claim=claim(one.chance, steps)) for line, one in _standing_lines(ranked, standings)]
    return sorted(found, key=lambda one: (-round(one.share, 9) if one.share >= SMALLEST_SAID else 0, one.line.rank or 0))


def _places(ranked: Mapping[str, RankedLine], standings: Mapping[str, ChanceStanding]) -> Sequence[LikelyPlace]:
    found = [
        LikelyPlace(line=line, rank=Fraction(one.rank), low=one.likely[0], high=one.likely[1])
        for line, one in _standing_lines(ranked, standings)
    ]
    return sorted(found, key=lambda one: (round(one.rank, 9), one.line.rank or 0))


def _standing_lines(
    ranked: Mapping[str, RankedLine], standings: Mapping[str, ChanceStanding]
) -> Sequence[tuple[RankedLine, ChanceStanding]]:
    return [(line, standings[key]) for key, line in ranked.items() if key in standings]


def _count(
    one: Recount,
    ranked: Mapping[str, RankedLine],
    leaders: Sequence[RankedLine],
    names: Mapping[str, str],
    kindness: Mapping[str, Fraction],
) -> JurorRecount:
    return JurorRecount(
        name=names[one.left_out],
        leaders=[ranked[key] for key in one.leaders],
        is_same=one.is_comparison and set(one.leaders) == {line.number for line in leaders},
        is_comparison=one.is_comparison,
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
