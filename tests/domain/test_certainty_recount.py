"""Ranks, ties, recounts and tipping points against `brute_force`, on ten thousand random juries."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from random import Random

from ikz_award.domain.ranking import Sheet, SheetState, rank
from ikz_award.domain.recounts import recounts
from ikz_award.domain.scoring import CriterionWeight, sheet_total
from ikz_award.domain.weight_bands import WeightBand, weight_bands
from tests.domain import brute_force
from tests.domain.brute_force import End, Jury

JURIES = 10_000
HALVES = [Decimal(halves) / 2 for halves in range(13)]


def as_band(found: tuple[End, End] | None) -> tuple[tuple[Fraction, tuple[str, ...]], ...] | None:
    if found is None:
        return None
    return tuple((Fraction(end.top, end.bottom), tuple(str(entry) for entry in sorted(end.level))) for end in found)


def ends_of(band: WeightBand | None) -> tuple[tuple[Fraction, tuple[str, ...]], ...] | None:
    return None if band is None else tuple((end.share, end.rivals) for end in (band.lowest, band.highest))


def judge(jury: Jury, seen: Counter[str]) -> None:
    weights = [CriterionWeight(str(index), weight) for index, weight in enumerate(jury.weights)]
    sheets = [
        Sheet(
            juror=str(juror),
            entry=str(entry),
            state=SheetState.SUBMITTED,
            points={str(index): HALVES[value] for index, value in enumerate(given)},
        )
        for entry, row in enumerate(jury.points)
        for juror, given in enumerate(row)
        if given is not None
    ]
    rows = rank([str(entry) for entry in range(len(jury.points))], sheets, weights, jury.minimum)
    ranked = {row.entry: row for row in rows if row.is_ranked}
    ranks = brute_force.ranks(jury)
    assert {int(entry): row.rank for entry, row in ranked.items()} == ranks

    totals: dict[str, dict[str, Fraction]] = {entry: {} for entry in ranked}
    for one in sheets:
        if one.entry in ranked:
            totals[one.entry][one.juror] = sheet_total(one.points, weights)
    counts = recounts(totals)
    for count in counts:
        assert {int(entry) for entry in count.leaders} == brute_force.first_without(jury, int(count.left_out))

    leaders = [entry for entry, place in ranks.items() if place == 1]
    for leader in leaders:
        means = {entry: row.criterion_means for entry, row in ranked.items()}
        bands = {band.key: band for band in weight_bands(means, weights, str(leader))}
        for index in range(len(weights)):
            assert ends_of(bands.get(str(index))) == as_band(brute_force.band(jury, index, leader))
            seen["tipping"] += str(index) in bands and not bands[str(index)].is_whole
    seen["tied"] += len(leaders) > 1
    seen["overturned"] += any(count.leaders != tuple(str(leader) for leader in leaders) for count in counts)


def test_ten_thousand_random_juries_agree_with_a_recount_in_whole_numbers() -> None:
    random = Random(5)
    seen: Counter[str] = Counter()
    for _ in range(JURIES):
        judge(brute_force.random_jury(random), seen)

    # The juries are of the kind that could show a mistake.
    assert min(seen["overturned"], seen["tipping"]) > JURIES / 4, seen
    assert seen["tied"] > JURIES / 25, seen
