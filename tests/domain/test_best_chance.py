"""P(best) and expected ranks: add up, do not know names and severities, agree with draws of the same model, come true."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.best_chance import chances_to_be_best, indistinguishable, standings
from ikz_award.domain.certainty_limits import limit_of, reliable_standings
from ikz_award.domain.quality_model import qualities
from tests.domain.calibration import DESIGNS, Design, juries, table_of

POINTS = st.integers(0, 40).map(lambda quarters: Fraction(quarters, 4))
FULL = st.lists(st.lists(POINTS, min_size=4, max_size=4), min_size=2, max_size=6)
BY_NAME = {design.name: design for design in DESIGNS}


def category(rows):
    """Rows of totals; None: no sheet."""
    return table_of(
        {
            f"E{entry:02}": {f"J{juror:02}": Fraction(value) for juror, value in enumerate(row) if value is not None}
            for entry, row in enumerate(rows)
        }
    )


@given(FULL)
def test_they_are_probabilities_and_add_up(rows):
    found = standings(category(rows))
    assert sum(one.chance for one in found.values()) == pytest.approx(1)
    assert all(0 <= one.chance <= 1 for one in found.values())
    # Ranks from 1 to n, whoever has which.
    assert sum(one.rank for one in found.values()) == pytest.approx(len(rows) * (len(rows) + 1) / 2, rel=1e-3)
    for one in found.values():
        assert 1 <= one.likely[0] <= one.middle[0] <= one.middle[1] <= one.likely[1] <= len(rows)


@given(FULL, st.permutations(range(4)), POINTS)
def test_names_order_and_a_kinder_juror_change_nothing(rows, order, shift):
    plain = chances_to_be_best(category(rows))
    kinder = [[row[juror] + (shift if juror == 0 else 0) for juror in order] for row in rows]
    for entry, chance in chances_to_be_best(category(kinder)).items():
        assert chance == pytest.approx(plain[entry], abs=1e-6)


@given(FULL)
def test_equal_sheets_have_equal_chances_and_more_points_more(rows):
    twin = category([*rows, rows[0]])
    found = standings(twin)
    first, last = found["E00"], found[f"E{len(rows):02}"]
    assert first.chance == pytest.approx(last.chance, abs=1e-9)
    assert first.rank == pytest.approx(last.rank, abs=1e-9)
    means = dict(zip(twin.entries, twin.totals.sum(axis=1).tolist(), strict=True))
    assert found[max(means, key=means.get)].chance == pytest.approx(max(one.chance for one in found.values()))
    # Better in points is never worse in the estimate, where everybody scored everything.
    ordered = sorted(means, key=lambda entry: -means[entry])
    assert all(found[better].rank <= found[worse].rank + 1e-9 for better, worse in pairwise(ordered))


@pytest.mark.parametrize("rows", [[], [["5", "6", "7"]], [["5"], ["6"]], [["5", "6"], ["6", "6"], ["7", "5"]]])
def test_too_little_to_say_anything(rows):
    assert chances_to_be_best(category(rows)) == {}


def test_a_jury_of_one_mind_is_certain_and_one_that_only_scatters_is_not():
    clear = chances_to_be_best(category([[9] * 5, [4] * 5, [5] * 5, [3] * 5, [6] * 5]))
    assert clear["E00"] > 0.99
    vague = chances_to_be_best(category([[2, 9, 5, 7, 4], [9, 3, 6, 2, 7], [5, 6, 2, 8, 6], [7, 4, 8, 5, 3]]))
    assert max(vague.values()) < 0.5


@pytest.mark.parametrize("design", ["5 jurors, all entries", "6 jurors, 3 sheets an entry", "15 jurors, 2 sheets an entry"])
def test_integrals_agree_with_draws_from_the_same_mixture(design):
    """Chances, expected ranks and the ends of the intervals; the draws only know the mixture, and count."""
    [(table, _truth)] = juries(BY_NAME[design], 1, seed=3)
    found = standings(table)
    mixture = qualities(table)
    dice, entries = np.random.default_rng(1), len(table.entries)
    parts = dice.choice(len(mixture.weights) + 1, 60_000, p=[*mixture.weights.tolist(), mixture.level_weight])
    centres = np.vstack([mixture.centres, np.zeros(entries)])[parts]
    widths = np.vstack([mixture.widths, np.ones(entries)])[parts]
    drawn = centres + widths * dice.standard_normal(centres.shape)
    ranks = (-drawn).argsort(axis=1).argsort(axis=1) + 1
    for place, entry in enumerate(table.entries):
        own, one = ranks[:, place], found[entry]
        assert one.chance == pytest.approx((own == 1).mean(), abs=0.01)
        assert one.rank == pytest.approx(own.mean(), abs=0.08)
        assert (own < one.likely[0]).mean() < 0.055
        assert (own <= one.likely[0]).mean() > 0.045
        assert (own > one.likely[1]).mean() < 0.055
        assert (own >= one.likely[1]).mean() > 0.045


def test_a_juror_nobody_else_can_be_compared_by_makes_it_less_certain():
    """The same totals, but half of the leader's come from somebody who scored nothing else and may only be kind."""
    rest = [[9, 5, 7], [7, 4, 6], [8, 3, 5], [6, 4, 4], [8, 3, 6]]
    shared = category([[10, 6, None, None], *([*row, None] for row in rest)])
    strange = category([[None, 6, None, 10], *([*row, None] for row in rest)])
    assert chances_to_be_best(strange)["E00"] < chances_to_be_best(shared)["E00"] - 0.05


def test_the_group_holds_the_last_prize_itself_and_is_nobody_else_where_one_stands_out():
    found = standings(category([[9, 9, 8, 9, 9], [5, 4, 5, 5, 4], [5, 5, 4, 4, 5]]))
    assert indistinguishable(found) == ("E00",)
    assert set(indistinguishable(found, 2)) == {"E01", "E02"}
    assert indistinguishable({}) == ()


def claims(design: Design, count: int) -> tuple[dict[int, list[tuple[float, bool]]], list[tuple[float, bool]]]:
    """Numbers the page would write, by claim, and what it calls „more than" the limit."""
    numbers, above = {30: [], 50: [], 70: []}, []
    for table, truth in juries(design, count, seed=2022):
        best, limit = max(truth, key=truth.get), limit_of(table)
        found, silence = reliable_standings(table, design.average, design.scale)
        for entry, one in found.items() if silence is None else ():
            if one.chance > limit:
                above.append((limit, entry == best))
                continue
            for middle, seen in numbers.items():
                if middle - 10 <= 100 * one.chance < middle + 10:
                    seen.append((one.chance, entry == best))
    return numbers, above


SHORT = ("5 jurors, all entries", "6 jurors, 3 sheets an entry", "severities 1.5, 6 x 3", "bunched top, all entries")


@pytest.mark.parametrize(("names", "count"), [(SHORT, 120), pytest.param(tuple(BY_NAME), 700, marks=pytest.mark.long)])
def test_what_is_claimed_comes_true_as_often(names, count):
    """In wide bins, all of the designs together and each one; docs/certainty.md has the table of narrow ones."""
    together: dict[int, list[tuple[float, bool]]] = {30: [], 50: [], 70: []}
    above = []
    for name in names:
        numbers, over = claims(BY_NAME[name], count)
        above += over
        for middle, seen in numbers.items():
            together[middle] += seen
            if len(seen) >= 400:
                assert off(seen) <= 0.05 + 2 * (0.25 / len(seen)) ** 0.5, (name, middle, len(seen), off(seen))
    for middle, seen in together.items():
        # Fewer than these say nothing in either direction; the short form has them for one claim in three.
        assert len(seen) < 60 or off(seen) <= 0.05 + 2 * (0.25 / len(seen)) ** 0.5, (middle, len(seen), off(seen))
    limits, true = (sum(column) / len(above) for column in zip(*above, strict=True))
    assert true >= limits - 0.05 - 2 * (0.25 / len(above)) ** 0.5


def off(seen: list[tuple[float, bool]]) -> float:
    claimed, true = (sum(column) / len(seen) for column in zip(*seen, strict=True))
    return abs(claimed - true)
