"""Tried weights rank as the ranking itself would, had they been the edition's."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.ranking import Sheet, SheetState, rank
from ikz_award.domain.scoring import CriterionWeight
from ikz_award.domain.what_if import tried_ranks

KEYS = ("novelty", "effect", "transfer")
POINTS = st.integers(0, 40).map(lambda quarters: Decimal(quarters) / 4)
SHEETS = st.dictionaries(
    st.sampled_from("ABCDE"), st.lists(st.tuples(POINTS, POINTS, POINTS), min_size=1, max_size=4), min_size=1
)
WEIGHTS = st.tuples(*[st.integers(0, 100)] * 3).filter(any)


@given(SHEETS, WEIGHTS)
def test_they_agree_with_the_ranking_by_those_weights(given_points, numbers):
    weights = [CriterionWeight(key, number) for key, number in zip(KEYS, numbers, strict=True)]
    sheets = [
        Sheet(juror=str(place), entry=entry, state=SheetState.SUBMITTED, points=dict(zip(KEYS, points, strict=True)))
        for entry, all_points in given_points.items()
        for place, points in enumerate(all_points)
    ]
    ranked = rank(given_points, sheets, weights, 1)
    tried = tried_ranks({row.entry: row.criterion_means for row in ranked}, weights)
    assert [(one.entry, one.rank, one.mean) for one in tried] == [(row.entry, row.rank, row.mean) for row in ranked]


def test_no_weights_at_all_are_refused():
    with pytest.raises(ValueError, match="add up to nothing"):
        tried_ranks({"A": {"novelty": Fraction(1)}}, [CriterionWeight("novelty", 0)])
