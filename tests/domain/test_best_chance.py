"""P(best): probabilities that add up, that names and severities do not touch, and that come true as often as they claim."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.best_chance import chances_to_be_best
from tests.domain.calibration import juries, table_of

POINTS = st.integers(0, 40).map(lambda quarters: Fraction(quarters, 4))
FULL = st.lists(st.lists(POINTS, min_size=4, max_size=4), min_size=2, max_size=6)


def category(rows):
    return table_of({f"E{entry}": {f"J{juror}": value for juror, value in enumerate(row)} for entry, row in enumerate(rows)})


@given(FULL)
def test_they_are_probabilities_and_add_up(rows):
    chances = chances_to_be_best(category(rows))
    assert sum(chances.values()) == pytest.approx(1)
    assert all(0 <= chance <= 1 for chance in chances.values())


@given(FULL, st.permutations(range(4)), POINTS)
def test_names_order_and_a_kinder_juror_change_nothing(rows, order, shift):
    plain = chances_to_be_best(category(rows))
    kinder = [[row[juror] + (shift if juror == 0 else 0) for juror in order] for row in rows]
    for entry, chance in chances_to_be_best(category(kinder)).items():
        assert chance == pytest.approx(plain[entry], abs=1e-6)


@given(FULL)
def test_equal_sheets_have_equal_chances_and_more_points_more(rows):
    twin = category([*rows, rows[0]])
    chances = chances_to_be_best(twin)
    assert chances["E0"] == pytest.approx(chances[f"E{len(rows)}"], abs=1e-9)
    means = dict(zip(twin.entries, twin.totals.sum(axis=1).tolist(), strict=True))
    assert chances[max(means, key=means.get)] == pytest.approx(max(chances.values()))


@pytest.mark.parametrize("rows", [[], [["5", "6", "7"]], [["5"], ["6"]]])
def test_too_little_to_say_anything(rows):
    assert chances_to_be_best(category([[Fraction(value) for value in row] for row in rows])) == {}


def test_a_jury_of_one_mind_is_certain_and_one_that_only_scatters_is_not():
    clear = chances_to_be_best(category([[Fraction(9)] * 5, *([Fraction(value)] * 5 for value in (4, 5, 3, 6))]))
    assert clear["E0"] > 0.99
    rows = [[2, 9, 5, 7, 4], [9, 3, 6, 2, 7], [5, 6, 2, 8, 6], [7, 4, 8, 5, 3]]
    vague = chances_to_be_best(category([[Fraction(value) for value in row] for row in rows]))
    assert max(vague.values()) < 0.5


def test_what_is_claimed_comes_true_as_often():
    """1,500 simulated juries in wide bins; the table of 5,000, in narrow ones and of the same seed, is in docs/certainty.md."""
    claims = {50: [], 70: [], 90: []}
    for totals, best in juries(1_500, seed=2022):
        for entry, chance in chances_to_be_best(table_of(totals)).items():
            for middle, found in claims.items():
                if middle - 10 <= 100 * chance < middle + 10:
                    found.append((chance, entry == best))
    for middle, found in claims.items():
        claimed, true = (100 * sum(column) / len(found) for column in zip(*found, strict=True))
        assert len(found) > 150
        assert abs(claimed - true) <= 5, (middle, len(found), claimed, true)
