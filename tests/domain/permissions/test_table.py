"""The permission table fails closed: nobody may do anything, and what lies within another action is never wider than it."""

from dataclasses import MISSING, fields
from itertools import product
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikz_award.domain.permissions import kinds
from ikz_award.domain.permissions.actions import ACTIONS, Action
from ikz_award.domain.permissions.actors import SYSTEM, Actor, PanelRole, Seat
from ikz_award.domain.permissions.kinds import EditionMatter, Matter, PointsMatter
from ikz_award.domain.permissions.table import PERMISSIONS, is_allowed, require
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import NotFound, Refused

NOBODY = Actor()
KINDS = [one for one in vars(kinds).values() if isinstance(one, type) and issubclass(one, Matter)]
# The values are those that the actors below know of, so that chance meets what is theirs.
FACTS = {
    bool: st.booleans(),
    Phase: st.sampled_from(Phase),
    EntryStatus: st.sampled_from(EntryStatus),
    str: st.sampled_from(["05554020", "05554008"]),
    int: st.sampled_from([1, 3, 7]),
    int | None: st.sampled_from([None, 3]),
}
EVERY = {bool: (True, False), Phase: Phase, EntryStatus: EntryStatus, str: ("05554020",), int: (1,), int | None: (3,)}
JUROR = Actor(account_id=5, name="Ada", seats={1: Seat(juror_id=3, role=PanelRole.MEMBER, has_accepted_confidentiality=True)})
CHAIR = Actor(account_id=6, name="Bo", seats={1: Seat(juror_id=7, role=PanelRole.CHAIR, has_accepted_confidentiality=True)})
LEAD = Actor(account_id=8, name="Cy", organisations=frozenset({"05554020"}))
ORGANISER = Actor(account_id=9, name="Di", is_admin=True)
PEOPLE = (NOBODY, JUROR, CHAIR, LEAD, ORGANISER, SYSTEM)


def chance(kind: type[Matter]) -> st.SearchStrategy[Matter]:
    """Any matter of one kind."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{fact: FACTS[hint] for fact, hint in hints.items()})


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_nobody_may_do_anything_to_any_kind_of_matter(kind, data):
    matter = data.draw(chance(kind))
    for action in ACTIONS:
        assert not is_allowed(NOBODY, action, matter)
        with pytest.raises((Refused, NotFound)):
            require(NOBODY, action, matter)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_what_lies_within_an_action_is_never_wider(kind, data):
    matter, actor = data.draw(chance(kind)), data.draw(st.sampled_from(PEOPLE))
    for action in ACTIONS:
        within = PERMISSIONS[action].within
        if within and is_allowed(actor, action, matter):
            assert is_allowed(actor, within, matter)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_a_matter_that_lacks_a_fact_is_refused_to_everybody(kind, data):
    matter, actor = data.draw(chance(kind)), data.draw(st.sampled_from(PEOPLE))
    for action in ACTIONS:
        if not isinstance(matter, action.kind):
            assert not is_allowed(actor, action, matter)


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_is_somebodys(action):
    """What is refused to all would pass every test above."""
    hints = get_type_hints(action.kind)
    matters = [
        action.kind(**dict(zip(hints, values, strict=True))) for values in product(*(EVERY[one] for one in hints.values()))
    ]
    assert any(is_allowed(actor, action, matter) for actor in PEOPLE for matter in matters)


def test_no_fact_has_a_default():
    assert len(KINDS) > 15
    with pytest.raises(TypeError):
        EditionMatter(edition_id=1)  # ty: ignore[missing-argument]
    assert not [one.name for kind in KINDS for one in fields(kind) if (one.default, one.default_factory) != (MISSING, MISSING)]


def test_every_action_has_one_row_and_an_own_name():
    assert len(ACTIONS) == len(set(ACTIONS)) == len(PERMISSIONS)
    assert set(ACTIONS) == set(PERMISSIONS)


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
    ready = {
        "edition_id": 1, "phase": Phase.JUDGING, "entry_status": EntryStatus.ADMITTED, "is_recused": False, "is_assigned": True,
        "is_left_out": False, "has_open_hint": False,
    }  # fmt: skip
    require(JUROR, Action.GIVE_POINTS, PointsMatter(**ready))
    with pytest.raises((Refused, NotFound)) as refused:
        require(JUROR, Action.GIVE_POINTS, PointsMatter(**ready | facts))
    assert refused.value.reason == asked_first
