from collections import Counter
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.jury.assignment import AssignmentMode, assignment_digest, balanced_assignment, entries_lacking_jurors
from ikz_award.domain.jury.overlap import cover_of


@st.composite
def panels(draw: st.DrawFn, *, entries: int = 12, jurors: int = 6) -> tuple[dict[int, set[int]], int]:
    sheets = draw(st.integers(1, 3))
    may = st.sets(st.integers(1, jurors), min_size=sheets, max_size=jurors)
    return draw(st.dictionaries(st.integers(1, 100), may, min_size=1, max_size=entries)), sheets


def squares(plan: frozenset[tuple[int, int]]) -> int:
    return sum(load**2 for load in Counter(juror for _, juror in plan).values())


@given(panels())
def test_every_entry_gets_its_sheets_from_jurors_who_may(panel):
    eligible, sheets = panel
    plan = balanced_assignment(eligible=eligible, sheets=sheets)
    assert Counter(entry for entry, _ in plan) == dict.fromkeys(eligible, sheets)
    assert all(juror in eligible[entry] for entry, juror in plan)


@given(panels(entries=4, jurors=4))
def test_no_other_plan_is_more_even(panel):
    eligible, sheets = panel
    choices = [[[(entry, juror) for juror in some] for some in combinations(may, sheets)] for entry, may in eligible.items()]
    best = min(squares(frozenset(pair for part in parts for pair in part)) for parts in product(*choices))
    assert squares(balanced_assignment(eligible=eligible, sheets=sheets)) == best


@given(st.integers(1, 40), st.integers(2, 7), st.data())
def test_loads_differ_by_at_most_one_without_ties(entries, jurors, data):
    sheets = data.draw(st.integers(1, jurors))
    everybody = set(range(jurors))
    plan = balanced_assignment(eligible=dict.fromkeys(range(entries), everybody), sheets=sheets)
    loads = {juror: sum(one == juror for _, one in plan) for juror in everybody}
    assert max(loads.values()) - min(loads.values()) <= 1


@given(panels(), st.data())
def test_a_second_run_keeps_work_unless_the_juror_is_recused(panel, data):
    eligible, sheets = panel
    pairs = sorted((entry, juror) for entry, may in eligible.items() for juror in may | {99})
    kept = data.draw(st.sets(st.sampled_from(pairs)))
    plan = balanced_assignment(eligible=eligible, sheets=sheets, kept=kept)
    assert {pair for pair in kept if pair[1] != 99} <= plan
    assert all(juror != 99 for _, juror in plan)


@given(panels(), st.randoms(use_true_random=False))
def test_order_does_not_matter(panel, random):
    eligible, sheets = panel
    shuffled = list(eligible.items())
    random.shuffle(shuffled)
    again = {entry: random.sample(sorted(may), len(may)) for entry, may in shuffled}
    assert balanced_assignment(eligible=eligible, sheets=sheets) == balanced_assignment(eligible=again, sheets=sheets)


@given(st.dictionaries(st.integers(1, 40), st.sets(st.integers(1, 6), max_size=6), max_size=12), st.integers(1, 5))
def test_an_entry_with_too_few_jurors_gets_all_of_them_and_is_named(eligible, sheets):
    plan = balanced_assignment(eligible=eligible, sheets=sheets)
    counts = Counter(entry for entry, _ in plan)
    lacking = entries_lacking_jurors(eligible=eligible, sheets=sheets)
    for entry, may in eligible.items():
        assert counts[entry] == min(sheets, len(may))
        assert (entry in lacking) is (counts[entry] < sheets)


def test_a_plan_has_one_mark_whatever_its_order():
    assert assignment_digest(AssignmentMode.FIXED, [(1, 2), (3, 4)]) == assignment_digest(
        AssignmentMode.FIXED, [(3, 4), (1, 2)]
    )
    assert assignment_digest(AssignmentMode.FIXED, [(1, 2)]) != assignment_digest(AssignmentMode.CATEGORIES, [(1, 2)])


def covers(plan, categories):
    """Category → groups, jurors at work, sheets."""
    found = {}
    for category in set(categories.values()):
        own = {entry: [juror for one, juror in plan if one == entry] for entry in categories if categories[entry] == category}
        groups, jurors = cover_of(own)
        found[category] = groups, jurors, sum(map(len, own.values()))
    return found


@given(st.integers(2, 30), st.integers(2, 12), st.integers(1, 5), st.integers(1, 4), st.data())
def test_every_category_hangs_together_wherever_its_sheets_can_join_it(entries, jurors, sheets, several, data):
    sheets = min(sheets, jurors)
    categories = {entry: data.draw(st.integers(1, several)) for entry in range(entries)}
    everybody = dict.fromkeys(range(entries), range(jurors))
    plan = balanced_assignment(eligible=everybody, sheets=sheets, categories=categories)
    loads = Counter(juror for _, juror in plan)
    assert max(loads.values()) - min(loads[juror] for juror in range(jurors)) <= 1
    for groups, at_work, given_ in covers(plan, categories).values():
        own = given_ // sheets
        assert groups == 1 or given_ < own + at_work - 1, (groups, at_work, given_, own)


@given(panels(entries=4, jurors=4))
def test_with_recusals_no_plan_with_the_same_loads_falls_into_fewer_groups(panel):
    eligible, sheets = panel
    plan = balanced_assignment(eligible=eligible, sheets=sheets)
    choices = [[[(entry, juror) for juror in some] for some in combinations(may, sheets)] for entry, may in eligible.items()]
    others = [frozenset(pair for part in parts for pair in part) for parts in product(*choices)]
    categories = dict.fromkeys(eligible, 1)
    fewest = min(covers(one, categories)[1][0] for one in others if squares(one) == squares(plan))
    assert covers(plan, categories)[1][0] == fewest


@pytest.mark.parametrize(("jurors", "sheets"), [(6, 3), (8, 4), (10, 5), (6, 2), (15, 2), (9, 3)])
def test_jurors_that_the_sheets_divide_do_not_fall_into_blocks(jurors, sheets):
    categories = {entry: entry // 15 for entry in range(75)}
    plan = balanced_assignment(eligible=dict.fromkeys(categories, range(jurors)), sheets=sheets, categories=categories)
    assert {groups for groups, _, _ in covers(plan, categories).values()} == {1}
    loads = Counter(juror for _, juror in plan).values()
    assert max(loads) - min(loads) <= 1
