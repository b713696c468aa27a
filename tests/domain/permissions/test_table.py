"""The permission table fails closed: nobody may do anything, and what lies within another action is never wider than it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikz_award.domain.permissions.actors import Actor, PanelRole, Seat
from ikz_award.domain.permissions.matter import Matter
from ikz_award.domain.permissions.table import PERMISSIONS, Action, is_allowed, require
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import NotFound, Refused

NOBODY = Actor()
FLAGS = (
    "is_recused", "has_open_hint", "is_assigned", "is_left_out", "is_open_for_entries", "is_amended", "is_comparison_open",
    "is_winner", "allows_late_points", "hides_names", "has_points",
)  # fmt: skip
MATTERS = st.builds(
    Matter,
    edition_id=st.none() | st.just(1),
    entry_id=st.none() | st.just(7),
    phase=st.none() | st.sampled_from(Phase),
    lead_key=st.none() | st.just("05554020"),
    entry_status=st.none() | st.sampled_from(EntryStatus),
    juror_id=st.none() | st.just(3),
    **{flag: st.booleans() for flag in FLAGS},
)
JUROR = Actor(account_id=5, name="Ada", seats={1: Seat(juror_id=3, role=PanelRole.MEMBER, has_accepted_confidentiality=True)})


@pytest.mark.parametrize("action", Action)
@settings(max_examples=40)
@given(matter=MATTERS)
def test_nobody_may_do_anything(action, matter):
    assert not is_allowed(NOBODY, action, matter)
    with pytest.raises((Refused, NotFound)):
        require(NOBODY, action, matter)


@given(matter=MATTERS, action=st.sampled_from([one for one in Action if PERMISSIONS[one].within]))
def test_what_lies_within_an_action_is_never_wider(matter, action):
    if is_allowed(JUROR, action, matter):
        assert is_allowed(JUROR, PERMISSIONS[action].within, matter)


@pytest.mark.parametrize(
    ("facts", "asked_first"),
    [
        ({"is_recused": True}, Action.READ_AS_JUROR),
        ({"phase": Phase.DELIBERATION}, Action.SCORE),
        ({"is_left_out": True}, Action.SCORE_SHORTLISTED),
        ({"is_assigned": False}, Action.SCORE_ASSIGNED),
        ({"has_open_hint": True}, Action.GIVE_POINTS),
    ],
)
def test_who_scores_is_asked_all_of_it_in_order(facts, asked_first):
    ready = {"edition_id": 1, "phase": Phase.JUDGING, "entry_status": EntryStatus.ADMITTED}
    require(JUROR, Action.GIVE_POINTS, Matter(**ready))
    with pytest.raises((Refused, NotFound)) as refused:
        require(JUROR, Action.GIVE_POINTS, Matter(**ready | facts))
    assert refused.value.reason == asked_first.value
