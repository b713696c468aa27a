"""Ranks, ties, recounts and tipping points against `brute_force`, on thousands of random juries."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from ikz_award.domain.decision.certainty.recounts import recounts
from ikz_award.domain.decision.certainty.weight_bands import WeightBand, weight_bands
from ikz_award.domain.decision.ranking import CountedSheet, CountingRules, rank
from ikz_award.domain.jury.point_table import Average, point_table
from ikz_award.domain.jury.scoring import CriterionWeight
from ikz_award.domain.jury.sheet_state import SheetState
from tests.domain.decision import brute_force
from tests.domain.decision.brute_force import End, Jury

MANY, SOME = 10_000, 2_000
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
        CountedSheet(
            juror=str(juror),
            entry=str(entry),
            state=SheetState.SUBMITTED,
            points={str(index): HALVES[value] for index, value in enumerate(given)},
        )
        for entry, row in enumerate(jury.points)
        for juror, given in enumerate(row)
        if given is not None
    ]
    average = Average.MEDIAN if jury.is_median else Average.MEAN
    rules = CountingRules(minimum_sheets=jury.minimum, average=average, tie_break=jury.chain)
    rows = rank([str(entry) for entry in range(len(jury.points))], sheets, weights, rules)
    ranked = {row.entry: row for row in rows if row.is_ranked}
    ranks = brute_force.ranks(jury)
    assert {int(entry): row.rank for entry, row in ranked.items()} == ranks

    table = point_table(ranked, sheets, weights)
    counts = recounts(table, rules)
    for count in counts:
        assert {int(entry) for entry in count.leaders} == brute_force.first_without(jury, int(count.left_out))

    leaders = [entry for entry, place in ranks.items() if place == 1]
    for leader in leaders:
        bands = {band.key: band for band in weight_bands(table, average, str(leader))}
        for index in range(len(weights)):
            assert ends_of(bands.get(str(index))) == as_band(brute_force.band(jury, index, leader))
            seen["tipping"] += str(index) in bands and not bands[str(index)].is_whole
    seen["tied"] += len(leaders) > 1
    seen["settled"] += any(row.settled_by for row in rows)
    seen["median"] += jury.is_median and len(ranked) > 1
    seen["overturned"] += any(count.leaders != tuple(str(leader) for leader in leaders) for count in counts)


@pytest.mark.parametrize("juries", [SOME, pytest.param(MANY, marks=pytest.mark.long)])
def test_thousands_of_random_juries_agree_with_a_recount_in_whole_numbers(juries: int) -> None:
    random = Random(5)
    seen: Counter[str] = Counter()
    for _ in range(juries):
        judge(brute_force.random_jury(random), seen)

    # The juries are of the kind that could show a mistake.
    assert min(seen["overturned"], seen["tipping"]) > juries / 4, seen
    assert min(seen["tied"], seen["settled"]) > juries / 60, seen
    assert seen["median"] > juries / 5, seen
