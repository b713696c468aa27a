from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.decision import ranking
from ikz_award.domain.decision.ranking import Average, CountedSheet, CountingRules, RankedEntry
from ikz_award.domain.jury.scoring import CriterionWeight, sheet_total
from ikz_award.domain.jury.sheet_state import SheetState
from tests.domain.strategies import panels

WEIGHTS = (CriterionWeight("benefit", 40), CriterionWeight("innovation", 30), CriterionWeight("future", 30))


def sheet(juror: str, entry: str, points: str, state: SheetState = SheetState.SUBMITTED) -> CountedSheet:
    """`points` in the order of the criteria: "8 7.5 0"."""
    keyed = {weight.key: Decimal(text) for weight, text in zip(WEIGHTS, points.split(), strict=True)}
    return CountedSheet(juror=juror, entry=entry, state=state, points=keyed)


def rank(entries, sheets, weights, minimum, **rules) -> tuple[RankedEntry, ...]:
    return ranking.rank(entries, sheets, weights, CountingRules(minimum_sheets=minimum, **rules))


def ranks(*sheets: CountedSheet, minimum: int = 1) -> dict[str, int | None]:
    return {row.entry: row.rank for row in rank({one.entry for one in sheets}, sheets, WEIGHTS, minimum)}


def test_mean_of_an_entry_is_exact_and_weighted():
    (row,) = rank(["a"], [sheet("x", "a", "8 7 6"), sheet("y", "a", "9 7 5"), sheet("z", "a", "8 6 5")], WEIGHTS, 3)

    assert row.criterion_means == {"benefit": Fraction(25, 3), "innovation": Fraction(20, 3), "future": Fraction(16, 3)}
    assert row.mean == (40 * Fraction(25, 3) + 30 * Fraction(20, 3) + 30 * Fraction(16, 3)) / 100
    assert (row.rank, row.sheet_count) == (1, 3)


def test_equal_points_share_a_rank_and_the_next_is_left_out():
    assert ranks(sheet("x", "c", "5 5 5"), sheet("x", "a", "9 9 9"), sheet("x", "b", "9 9 9"), sheet("x", "d", "0 0 0")) == {
        "a": 1,
        "b": 1,
        "c": 3,
        "d": 4,
    }


def test_a_tie_that_floats_would_break_is_a_tie():
    # (0.1 + 0.2) and 0.3 differ as floats.
    one = (sheet("x", "a", "0.1 0.1 0.1"), sheet("y", "a", "0.2 0.2 0.2"))
    other = (sheet("x", "b", "0.3 0.3 0.3"), sheet("y", "b", "0 0 0"))

    assert ranks(*one, *other) == {"a": 1, "b": 1}


@pytest.mark.parametrize("state", [SheetState.RECUSED, SheetState.ABSTAINED, SheetState.DRAFT])
def test_a_sheet_that_does_not_count_is_no_zero(state):
    scored = [sheet("x", "a", "8 8 8"), sheet("x", "b", "7 7 7"), sheet("y", "b", "7 7 7")]
    silent = sheet("y", "a", "0 0 0", state)

    assert rank("ab", [*scored, silent], WEIGHTS, 1) == rank("ab", scored, WEIGHTS, 1)
    assert ranks(*scored, silent) == {"a": 1, "b": 2}


def test_an_incomplete_draft_does_no_harm_and_an_incomplete_submitted_sheet_is_a_broken_invariant():
    half = CountedSheet(juror="y", entry="a", state=SheetState.DRAFT, points={"benefit": Decimal(3)})

    assert ranks(sheet("x", "a", "8 8 8"), half) == {"a": 1}
    with pytest.raises(ValueError, match="juror y, entry a: no points for innovation, future"):
        ranks(sheet("x", "a", "8 8 8"), replace(half, state=SheetState.SUBMITTED))


def test_zero_is_a_score():
    rows = rank("ab", [sheet("x", "a", "0 0 0"), sheet("x", "b", "0 0 1")], WEIGHTS, 1)

    assert [(row.entry, row.rank, row.mean) for row in rows] == [("b", 1, Fraction(3, 10)), ("a", 2, Fraction(0))]


def test_too_few_sheets_means_not_ranked_at_the_end_with_what_there_is():
    rows = rank("zab", [sheet("x", "a", "10 10 10"), sheet("x", "b", "1 1 1"), sheet("y", "b", "1 1 1")], WEIGHTS, 2)

    assert [(row.entry, row.rank, row.mean, row.sheet_count) for row in rows] == [
        ("b", 1, Fraction(1), 2), ("a", None, None, 1), ("z", None, None, 0),
    ]  # fmt: skip
    assert rows[1].criterion_means["benefit"] == 10
    assert rows[2].criterion_means == {}
    assert [row.is_ranked for row in rows] == [True, False, False]


def test_sheets_of_entries_not_asked_for_are_ignored():
    assert [row.entry for row in rank("b", [sheet("x", "a", "9 9 9"), sheet("x", "b", "1 1 1")], WEIGHTS, 1)] == ["b"]


def test_broken_input_is_refused():
    with pytest.raises(ValueError, match="two sheets of juror x for entry a"):
        ranks(sheet("x", "a", "1 1 1"), sheet("x", "a", "2 2 2", SheetState.RECUSED))
    with pytest.raises(ValueError, match="named twice"):
        rank(["a", "a"], [], WEIGHTS, 1)
    with pytest.raises(ValueError, match="cannot be ranked"):
        rank(["a"], [], WEIGHTS, 0)


@given(panels(), st.randoms(use_true_random=False))
def test_order_of_entries_sheets_and_criteria_does_not_matter(panel, random):
    entries, sheets, weights = (random.sample(part, len(part)) for part in (panel.entries, panel.sheets, panel.weights))

    assert rank(entries, sheets, weights, panel.minimum) == rank(*panel)


@given(panels(), st.integers(2, 7))
def test_the_unit_of_the_weights_does_not_matter(panel, factor):
    scaled = [CriterionWeight(weight.key, weight.weight * factor) for weight in panel.weights]

    assert rank(panel.entries, panel.sheets, scaled, panel.minimum) == rank(*panel)


@given(panels(), st.decimals(-3, 3, places=2))
def test_adding_a_constant_to_all_points_moves_the_means_and_no_rank(panel, constant):
    raised = [replace(one, points={key: value + constant for key, value in one.points.items()}) for one in panel.sheets]

    for before, after in zip(rank(*panel), rank(panel.entries, raised, panel.weights, panel.minimum), strict=True):
        assert (before.entry, before.rank, before.sheet_count) == (after.entry, after.rank, after.sheet_count)
        assert before.mean is None or after.mean == before.mean + Fraction(constant)


@given(panels())
def test_a_juror_who_says_nothing_changes_nothing(panel):
    telling = [one for one in panel.sheets if one.state is SheetState.SUBMITTED]

    assert rank(panel.entries, telling, panel.weights, panel.minimum) == rank(*panel)


@given(panels())
def test_the_mean_equals_the_mean_of_the_sheet_totals(panel):
    """Holds because counted sheets are complete: the two orders of averaging agree."""
    for row in rank(*panel):
        if row.mean is not None:
            own = [one for one in panel.sheets if one.entry == row.entry and one.state is SheetState.SUBMITTED]
            assert row.mean == sum(sheet_total(one.points, panel.weights) for one in own) / len(own)


@given(panels(), st.data())
def test_a_point_more_never_costs_a_place(panel, data):
    counting = [one for one in panel.sheets if one.state is SheetState.SUBMITTED]
    if not counting:
        return
    chosen = data.draw(st.sampled_from(counting))
    key = data.draw(st.sampled_from(panel.weights)).key
    better = replace(chosen, points={**chosen.points, key: chosen.points[key] + 1})
    sheets = [better if one is chosen else one for one in panel.sheets]

    before = {row.entry: row.rank for row in rank(*panel)}[chosen.entry]
    after = {row.entry: row.rank for row in rank(panel.entries, sheets, panel.weights, panel.minimum)}[chosen.entry]
    assert (before is None) is (after is None)
    assert before is None or after <= before


@pytest.mark.parametrize(
    ("chain", "expected", "settled"),
    [
        ((), {"a": 1, "b": 1}, None),
        (("vote", "chair"), {"a": 1, "b": 1}, None),
        (("criterion:benefit",), {"a": 1, "b": 2}, "criterion:benefit"),
        (("median",), {"b": 1, "a": 2}, "median"),
        (("first_places",), {"b": 1, "a": 2}, "first_places"),
        (("vote", "median", "criterion:benefit"), {"b": 1, "a": 2}, "median"),
        (("criterion:of-another-category", "criterion:benefit"), {"a": 1, "b": 2}, "criterion:benefit"),
    ],
)
def test_the_chain_parts_what_is_level_and_says_by_what(chain, expected, settled):
    # Both at 6: a is ahead on benefit, b in the median and with two of three jurors.
    tied = [sheet("x", "a", "9 9 9"), sheet("y", "a", "6 3 4"), sheet("z", "a", "6 3 4")]
    tied += [sheet(juror, "b", "6 6 6") for juror in "xyz"]
    rows = rank("ab", tied, WEIGHTS, 1, tie_break=chain)
    assert {row.mean for row in rows} == {Fraction(6)}
    assert {row.entry: row.rank for row in rows} == expected
    assert {row.settled_by for row in rows} == {settled}


def test_the_median_of_each_criterion_is_weighed_and_ties_do_not_average_over_what_is_missing():
    rows = rank(
        "ab",
        [
            sheet("x", "a", "0 10 4"),
            sheet("y", "a", "4 6 4"),
            sheet("z", "a", "10 0 4"),
            sheet("x", "b", "5 5 4"),
            sheet("y", "b", "4 6 4"),
        ],
        WEIGHTS,
        1,
        average=Average.MEDIAN,
    )
    assert rows[0].entry == "b"
    assert rows[0].criterion_means == {"benefit": Fraction(9, 2), "innovation": Fraction(11, 2), "future": Fraction(4)}
    assert rows[1].mean == Fraction(40 * 4 + 30 * 6 + 30 * 4, 100)


def test_points_too_large_for_64_bits_are_counted_exactly():
    huge = Decimal(10) ** 17
    one = [replace(sheet("x", "a", "0 0 0"), points=dict.fromkeys(("benefit", "innovation", "future"), huge))]
    other = [
        replace(sheet("x", "b", "0 0 0"), points=dict.fromkeys(("benefit", "innovation", "future"), huge + Decimal("0.01")))
    ]
    rows = rank("ab", [*one, *other], WEIGHTS, 1, tie_break=("median", "first_places"))
    assert [(row.entry, row.rank, row.mean) for row in rows] == [
        ("b", 1, Fraction(huge) + Fraction(1, 100)), ("a", 2, Fraction(huge)),
    ]  # fmt: skip


def test_an_unknown_rule_for_ties_is_refused():
    with pytest.raises(ValueError, match="no such rule: dice"):
        rank("a", [], WEIGHTS, 1, tie_break=("dice",))


def oracle(entries, sheets, weights, minimum):
    """Entry → (rank, mean numerator, denominator) in whole numbers: no fractions, no sorting, no shared code."""
    scores = {}
    for entry in entries:
        jurors = [one for one in sheets if one.entry == entry and one.state.value == "submitted"]
        if len(jurors) < minimum:
            continue
        hundredths = sum(w.weight * int(one.points[w.key] * 100) for w in weights for one in jurors)
        scores[entry] = (hundredths, 100 * len(jurors) * sum(w.weight for w in weights))
    return {
        entry: (1 + sum(n * bottom > top * d for n, d in scores.values()), top, bottom)
        for entry, (top, bottom) in scores.items()
    }


@given(panels())
def test_ranking_agrees_with_a_count_of_who_is_better(panel):
    expected = oracle(*panel)
    rows = rank(*panel)

    assert Counter(row.entry for row in rows) == Counter(panel.entries)
    assert {row.entry for row in rows if row.is_ranked} == expected.keys()
    for row in rows:
        if row.mean is not None:
            place, top, bottom = expected[row.entry]
            assert row.rank == place
            assert row.mean.numerator * bottom == row.mean.denominator * top


@given(panels())
def test_rows_come_by_rank_then_key_with_the_unranked_last(panel):
    rows = rank(*panel)

    assert list(rows) == sorted(rows, key=lambda row: (row.rank is None, row.rank or 0, row.entry))
    assert all((row.rank is None) is (row.mean is None) is (row.sheet_count < panel.minimum) for row in rows)
