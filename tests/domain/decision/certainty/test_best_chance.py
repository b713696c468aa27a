"""P(best) and expected ranks: add up, do not know names and severities, agree with draws of the same model, come true."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.decision.certainty.best_chance import chances_to_be_best, indistinguishable, standings
from ikz_award.domain.decision.certainty.limits import (
    STEP_OF_SMALL_FIELDS,
    STEPS_OF_FEW,
    STEPS_OF_MANY,
    claim,
    counting_steps,
    silence_about,
)
from ikz_award.domain.decision.certainty.quality_model import qualities
from tests.domain.decision.certainty.calibration import DESIGNS, Design, juries, table_of

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


@given(FULL)
def test_chances_are_the_same_with_and_without_the_ranks(rows):
    found = standings(category(rows))
    assert chances_to_be_best(category(rows)) == {entry: one.chance for entry, one in found.items()}


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


def claims(design: Design, count: int) -> tuple[dict[int, list[tuple[float, bool]]], dict[float, list[tuple[float, bool]]]]:
    """Numbers the page would write, by the claim they are near to, and what it calls „more than" a step."""
    numbers, above = {5: [], 10: [], 20: []}, {}
    for table, truth in juries(design, count, seed=2022):
        if silence_about(table, design.average, design.scale):
            continue
        best, steps = max(truth, key=truth.get), counting_steps(table)
        for entry, chance in chances_to_be_best(table).items():
            said = claim(chance, steps)
            if said.is_more:
                above.setdefault(said.share, []).append((said.share, entry == best))
                continue
            for near, seen in numbers.items():
                if abs(100 * chance - near) <= 5:
                    seen.append((chance, entry == best))
    return numbers, above


SHORT = (
    "5 jurors, all entries",
    "5 jurors, 3 entries",
    "15 jurors, all entries",
    "6 jurors, 3 sheets an entry",
    "bunched .25, all",
)


@pytest.mark.parametrize(("names", "count"), [(SHORT, 80), pytest.param(tuple(BY_NAME), 300, marks=pytest.mark.long)])
def test_what_is_claimed_comes_true_as_often(names, count):
    """All of the designs together and each one, as far as so few juries can tell; docs/certainty.md has the table of many."""
    every: dict[str, list[tuple[float, bool]]] = {}
    for name in names:
        numbers, above = claims(BY_NAME[name], count)
        for kind, several in (("", numbers), ("over ", above)):
            for what, seen in several.items():
                assert is_kept(seen, is_more=bool(kind)), (name, kind, what, seen)
                every.setdefault(f"{kind}{what}", []).extend(seen)
    assert {"5", "10", "20", "over 0.25", "over 0.5", "over 0.75"} <= set(every)
    for what, seen in every.items():
        assert is_kept(seen, is_more=what.startswith("over")), what


def is_kept(seen: list[tuple[float, bool]], *, is_more: bool) -> bool:
    """Within 5 points, or at least what is said; beyond that no more than three standard errors of so few claims."""
    if len(seen) < 30:
        return True
    said, true = (sum(column) / len(seen) for column in zip(*seen, strict=True))
    chance = 3 * (max(said * (1 - said), 0.01) / len(seen)) ** 0.5
    return true >= said - chance if is_more else abs(true - said) <= 0.05 + chance


def test_the_judge_of_claims_can_say_no():
    assert is_kept([(0.2, one % 5 == 0) for one in range(200)], is_more=False)
    assert not is_kept([(0.2, one % 3 == 0) for one in range(1000)], is_more=False)
    assert not is_kept([(0.75, one % 2 == 0) for one in range(200)], is_more=True)


@given(st.floats(0, 1), st.sampled_from([STEPS_OF_FEW, STEPS_OF_MANY, (*STEPS_OF_MANY, STEP_OF_SMALL_FIELDS)]))
def test_never_more_is_said_than_estimated_and_a_number_only_up_to_the_lowest_step(chance, steps):
    said = claim(chance, steps)
    assert said.share <= chance
    assert said.is_more == (chance > steps[-1][0])
    assert said.is_more or said.share == chance
