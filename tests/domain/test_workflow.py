"""The table of transitions, each kind for itself."""

import pytest

from ikz_award.domain.errors import Refused
from ikz_award.domain.workflow import EntryStatus, JobStatus, Phase, SheetStatus, can_change, require_transition, steps_from

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
