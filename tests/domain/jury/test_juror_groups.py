"""Groups of entries nobody compared: found, never compared across, and severities within each."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.decision.certainty.limits import Silence, reliable_standings
from ikz_award.domain.decision.certainty.recounts import recounts
from ikz_award.domain.decision.certainty.severity import severities
from ikz_award.domain.decision.certainty.verdict import CertaintyVerdict, verdict_of
from ikz_award.domain.decision.ranking import CountingRules
from ikz_award.domain.jury.juror_groups import groups_of_pairs, hangs_together, juror_groups
from ikz_award.domain.jury.overlap import cover_of
from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.scoring import Scale
from tests.domain.decision.certainty.calibration import table_of

SCALE = Scale(minimum=Decimal(0), maximum=Decimal(100), step=Decimal(1))
RULES = CountingRules(minimum_sheets=1)
GIVEN = st.lists(st.lists(st.integers(0, 4) | st.none(), min_size=5, max_size=5), min_size=1, max_size=6)


def table(rows):
    return table_of(
        {f"E{entry}": {f"J{j}": Fraction(v) for j, v in enumerate(row) if v is not None} for entry, row in enumerate(rows)}
    )


def reached(rows, start):
    """Entries one comes to from `start` by common jurors: step by step, until nothing is added."""
    found = {start}
    while True:
        jurors = {j for entry in found for j, value in enumerate(rows[entry]) if value is not None}
        more = found | {entry for entry, row in enumerate(rows) for j in jurors if row[j] is not None}
        if more == found:
            return frozenset(found)
        found = more


@given(GIVEN)
def test_groups_are_those_one_comes_to_by_common_jurors(rows):
    expected = {reached(rows, entry) for entry in range(len(rows))}
    found = juror_groups(table(rows))
    assert {frozenset(int(entry[1:]) for entry in group.entries) for group in found} == expected
    assert hangs_together(table(rows).given) == (len(expected) == 1)
    pairs = [(entry, j) for entry, row in enumerate(rows) for j, value in enumerate(row) if value is not None]
    assert {frozenset(group) for group in groups_of_pairs(pairs, range(len(rows)))} == expected
    plan = {entry: [j for j, value in enumerate(row) if value is not None] for entry, row in enumerate(rows)}
    assert cover_of(plan)[0] == sum(any(value is not None for value in rows[min(group)]) for group in expected)


@given(GIVEN)
def test_nothing_is_said_across_groups(rows):
    whole = table(rows)
    said, silence = reliable_standings(whole, Average.MEAN, SCALE)
    if len(juror_groups(whole)) > 1:
        assert said == {}
        assert silence is Silence.APART
    assert bool(said) == (silence is None or silence.leaves_ranks)


def test_a_juror_with_a_single_entry_leaves_the_others_theirs():
    rows = [[7, 5, None], [8, 6, None], [None, None, 9]]
    assert severities(table(rows)) == {"J0": Fraction(1), "J1": Fraction(-1)}


@given(GIVEN)
def test_severities_add_up_to_nothing_in_each_group_and_fit_least_squares(rows):
    whole = table(rows)
    kindness = severities(whole)
    for group in juror_groups(whole):
        own = [juror for juror in group.jurors if juror in kindness]
        assert len(own) == (len(group.jurors) if len(group.jurors) > 1 else 0)
        assert sum(kindness[juror] for juror in own) == 0
    for column, juror in enumerate(whole.jurors):
        if juror not in kindness:
            continue
        # The normal equation of this juror: what is left over on its sheets adds up to nothing.
        rest = Fraction(0)
        place = int(juror[1:])
        for row in rows:
            given = {f"J{j}": value for j, value in enumerate(row) if value is not None}
            if row[place] is None:
                continue
            level = sum(value - kindness[j] for j, value in given.items()) / len(given)
            rest += row[place] - kindness[juror] - level
        assert rest == 0, column


def test_a_recount_that_cuts_the_only_link_is_no_comparison():
    # Only juror 1 joins the first two entries with the last two.
    rows = [[7, 6, None], [5, 5, None], [None, 4, 4], [None, 3, 5]]
    assert [one.is_comparison for one in recounts(table(rows), RULES)] == [True, False, True]


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ({}, CertaintyVerdict.CLEAR),
        ({"leaders": 2}, CertaintyVerdict.TIED),
        ({"is_apart": True, "leaders": 2}, CertaintyVerdict.APART),
        ({"recounts_agree": False}, CertaintyVerdict.OPEN),
        ({"said": 0.5}, CertaintyVerdict.UNSURE),
        ({"is_likeliest": False}, CertaintyVerdict.UNSURE),
        ({"said": None}, CertaintyVerdict.STEADY),
    ],
)
def test_clear_takes_recounts_and_chance(changed, verdict):
    plain = {"leaders": 1, "is_apart": False, "recounts_agree": True, "said": 0.75, "is_likeliest": True}
    assert verdict_of(**plain | changed) is verdict
