"""When a decision needs how many words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.decision.decision import SHORTEST_REASON, SHORTEST_REASON_OFF_RANK, ChosenWinners, require_reasoned
from ikz_award.domain.words.errors import Invalid

choices = st.builds(ChosenWinners, ranks=st.lists(st.none() | st.integers(min_value=1, max_value=4), max_size=3).map(tuple))


@given(choice=choices, length=st.integers(min_value=0, max_value=130), is_confirmed=st.booleans())
def test_decision_stands_exactly_when_reasoned_and_where_needed_confirmed(
    choice: ChosenWinners, length: int, is_confirmed: bool
) -> None:
    leaves_ranking = set(choice.ranks) - {1} != set()
    is_long_enough = length >= (SHORTEST_REASON_OFF_RANK if leaves_ranking else SHORTEST_REASON)
    expected = {"reason"} if not is_long_enough else set()
    expected |= {"is_confirmed"} if leaves_ranking and not is_confirmed else set()
    errors: set[str] = set()
    try:
        require_reasoned(choice=choice, reason=f"  {'x' * length}\n", is_confirmed=is_confirmed)
    except Invalid as refusal:
        errors = set(refusal.errors)
    assert errors == expected


@pytest.mark.parametrize(
    ("choice", "is_off_rank"),
    [
        (ChosenWinners(), False),
        (ChosenWinners(ranks=(1,)), False),
        (ChosenWinners(ranks=(1, 1)), False),
        (ChosenWinners(ranks=(1, 2)), True),
        (ChosenWinners(ranks=(2,)), True),
        (ChosenWinners(ranks=(None,)), True),
    ],
)
def test_only_a_winner_past_rank_one_leaves_the_ranking(choice: ChosenWinners, is_off_rank: bool) -> None:
    assert choice.is_off_rank is is_off_rank
