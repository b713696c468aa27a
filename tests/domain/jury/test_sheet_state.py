"""One list of states: what is stored is in it by the same word, and what jurors may have bookmarked still leads there."""

import pytest

from ikz_award.domain.jury.sheet_state import OWN_STATES, SheetState
from ikz_award.domain.phases.workflow import SheetStatus


@pytest.mark.parametrize("status", SheetStatus)
def test_what_is_stored_is_seen_by_the_same_word(status: SheetStatus) -> None:
    assert SheetState(status.value).status is status


def test_a_state_without_a_sheet_has_no_status() -> None:
    stored = {one.value for one in SheetStatus}
    assert [one for one in SheetState if one.value not in stored and one.status is not None] == []


def test_owed_is_what_is_not_begun_or_not_handed_in() -> None:
    assert {one for one in SheetState if one.is_missing} == {SheetState.OPEN, SheetState.DRAFT}


def test_the_words_of_addresses_stay() -> None:
    assert [one.value for one in OWN_STATES] == [
        "untouched", "draft", "submitted", "abstained", "recused", "not_assigned", "left_out",
    ]  # fmt: skip
