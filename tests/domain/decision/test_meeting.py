"""Quorum and votes after sections 90 and 91 of the administrative procedure act."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.decision.meeting import Choice, Outcome, Tally, entitled, has_quorum, outcome, taking_part, tally
from ikz_award.domain.decision.voting_rules import VotingRules
from ikz_award.domain.permissions.actors import PanelRole

# What the act says where an edition says nothing else.
ACT = VotingRules()
CHOICES = st.lists(st.sampled_from(Choice), max_size=9)


@pytest.mark.parametrize(
    ("voters", "present", "is_enough"),
    [
        (5, 3, True),
        (5, 2, False),
        (6, 3, False),
        (6, 4, True),
        (3, 3, True),
        (3, 2, False),
        (2, 2, False),
        (4, 3, True),
        (0, 0, False),
    ],
)
def test_more_than_half_and_at_least_three(voters, present, is_enough):
    assert has_quorum(range(voters), present=range(present), rules=ACT) is is_enough


def test_those_who_are_recused_count_on_neither_side():
    panel = {1: PanelRole.CHAIR, 2: PanelRole.MEMBER, 3: PanelRole.MEMBER, 4: PanelRole.MEMBER, 5: PanelRole.DEPUTY}
    assert entitled(panel, recused={2}) == {1, 3, 4}
    # The recused one in the room makes no quorum.
    assert not has_quorum({1, 3, 4}, present={1, 2, 3}, rules=ACT)


@given(CHOICES, st.sampled_from([*Choice, None]))
def test_the_majority_decides_and_abstentions_change_nothing(choices, chair):
    votes = tally(choices)
    decided = outcome(votes, is_quorate=True, rules=ACT, chair=chair)
    without = Tally(yes=votes.yes, no=votes.no)
    assert decided is outcome(without, is_quorate=True, rules=ACT, chair=chair)
    if votes.yes > votes.no:
        assert decided is Outcome.CARRIED
    elif votes.yes < votes.no or chair is not Choice.YES:
        assert decided is Outcome.REJECTED
    assert outcome(votes, is_quorate=False, rules=ACT, chair=chair) is Outcome.NO_QUORUM


def test_in_a_tie_the_chair_decides_where_its_vote_is_known():
    level = Tally(yes=2, no=2, abstain=1)
    assert outcome(level, is_quorate=True, rules=ACT, chair=Choice.YES) is Outcome.CARRIED
    assert outcome(level, is_quorate=True, rules=ACT, chair=Choice.NO) is Outcome.REJECTED
    assert outcome(level, is_quorate=True, rules=ACT) is Outcome.REJECTED
    assert outcome(Tally(abstain=5), is_quorate=True, rules=ACT, chair=Choice.ABSTAIN) is Outcome.REJECTED


def test_without_a_tie_break_a_tie_is_a_refusal_whatever_the_chair_says():
    rules = VotingRules(chair_breaks_ties=False)
    assert outcome(Tally(yes=2, no=2), is_quorate=True, rules=rules, chair=Choice.YES) is Outcome.REJECTED
    assert outcome(Tally(yes=3, no=2), is_quorate=True, rules=rules, chair=Choice.NO) is Outcome.CARRIED


VOTERS = frozenset(range(5))


@given(present=st.frozensets(st.integers(0, 6)), cast=st.frozensets(st.integers(0, 6)), is_secret=st.booleans())
def test_silence_is_presence_at_a_table_and_never_in_writing(present, cast, is_secret):
    written = taking_part(VOTERS, present=VOTERS, cast=cast, is_written=True, is_secret=is_secret)
    assert written == VOTERS & cast
    there = taking_part(VOTERS, present=present, cast=cast, is_written=False, is_secret=is_secret)
    assert there == VOTERS & (present | cast if is_secret else present)
