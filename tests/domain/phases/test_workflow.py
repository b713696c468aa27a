"""The table of transitions, each kind for itself."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.phases.workflow import (
    EntryStatus,
    JobStatus,
    Phase,
    SheetStatus,
    can_change,
    require_transition,
    steps_from,
)
from ikz_award.domain.words.errors import Refused

KINDS = (Phase, EntryStatus, SheetStatus, JobStatus)


@pytest.mark.parametrize("kind", KINDS)
def test_steps_stay_within_their_kind(kind: type[Phase]) -> None:
    for member in kind:
        assert all(type(step) is kind for step in steps_from(member))


def test_statuses_of_equal_value_have_steps_of_their_own() -> None:
    assert can_change(old=EntryStatus.SUBMITTED, new=EntryStatus.ADMITTED)
    assert can_change(old=EntryStatus.DRAFT, new=EntryStatus.WITHDRAWN)
    assert not can_change(old=EntryStatus.SUBMITTED, new=EntryStatus.DRAFT)
    assert can_change(old=SheetStatus.SUBMITTED, new=SheetStatus.DRAFT)


def test_a_step_to_another_kind_is_none() -> None:
    assert not can_change(old=EntryStatus.DRAFT, new=SheetStatus.SUBMITTED)
    with pytest.raises(Refused) as refusal:
        require_transition(old=SheetStatus.DRAFT, new=EntryStatus.SUBMITTED)
    assert refusal.value.reason == "transition"


# Written down a second time, by hand, from the rules of the award: what may follow what.
ENTRY_PATHS = {
    "draft": "submitted withdrawn",
    "submitted": "admitted excluded returned withdrawn",
    "returned": "submitted excluded withdrawn",
    "admitted": "submitted excluded withdrawn",
    "excluded": "submitted",
    "withdrawn": "",
}
PHASE_PATHS = {
    "preparation": "open",
    "open": "screening preparation",
    "screening": "judging open",
    "judging": "deliberation screening",
    "deliberation": "judging decided",
    "decided": "deliberation published",
    "published": "archived deliberation",
    "archived": "published",
}
EVERY_STATE = [state for kind in (Phase, EntryStatus, SheetStatus, JobStatus) for state in kind]


PATHS = {EntryStatus: ENTRY_PATHS, Phase: PHASE_PATHS}


def leads(old: StrEnum, new: StrEnum) -> bool:
    return type(old) is type(new) and new.value in PATHS[type(old)][old.value].split()


def test_the_table_is_the_hand_written_one() -> None:
    """Every pair of states, of one kind or of two."""
    wrong = [
        (old, new) for kind in PATHS for old in kind for new in EVERY_STATE if can_change(old=old, new=new) != leads(old, new)
    ]
    assert wrong == []


@given(st.data())
def test_no_walk_leaves_the_table(data: st.DataObject) -> None:
    """Whatever is tried in whatever order, an entry and an edition only ever go where the hand-written table leads."""
    state: StrEnum = data.draw(st.sampled_from([state for kind in PATHS for state in kind]))
    for wanted in data.draw(st.lists(st.sampled_from(EVERY_STATE), max_size=40)):
        if leads(state, wanted):
            require_transition(old=state, new=wanted)
            state = wanted
        else:
            with pytest.raises(Refused):
                require_transition(old=state, new=wanted)


# Each question a page asks of an edition, and the phases in which the answer is yes.
SHOWN_IN = {
    "is_being_prepared": {Phase.PREPARATION},
    "takes_entries": {Phase.OPEN},
    "awaits_confidentiality": {Phase.SCREENING, Phase.JUDGING},
    "is_scored": {Phase.JUDGING},
    "has_sheets": {Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED, Phase.PUBLISHED, Phase.ARCHIVED},
    "is_deliberated": {Phase.DELIBERATION},
    "is_decided": {Phase.DECIDED},
    "takes_payment_details": {Phase.PUBLISHED},
}


@pytest.mark.parametrize("question", SHOWN_IN)
def test_a_question_of_a_page_is_answered_in_every_phase(question: str) -> None:
    assert {phase for phase in Phase if getattr(phase, question)} == SHOWN_IN[question]


def test_no_question_of_a_phase_is_left_out() -> None:
    assert {name for name, value in vars(Phase).items() if isinstance(value, property)} == set(SHOWN_IN)
