"""Every right beside every action, in every state of an entry: a right never allows more than the lead municipality has."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from types import MappingProxyType

import pytest

from ikz_award.domain.entries.rights import (
    PRESENT_FOR,
    VALID_FOR,
    EntryRight,
    InvitationState,
    includes,
    invitation_state,
    is_present,
)
from ikz_award.domain.permissions.actions import ACTIONS, ActionOn
from ikz_award.domain.permissions.actors import Actor, PanelRole, Seat
from ikz_award.domain.permissions.kinds import EntryMatter, Matter, WinnerMatter
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import NotFound, Refused

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
ENTRY, OTHER = 7, 8
LEAD = Actor(account_id=1, organisations=frozenset({"05554008"}))
# The least right that an action on an entry needs; the rest is the lead municipality's alone.
NEEDS = {
    Action.VIEW_ENTRY: EntryRight.READ,
    Action.VIEW_HISTORY: EntryRight.READ,
    Action.EDIT_ENTRY: EntryRight.EDIT,
    Action.INFORM_PARTNERS: EntryRight.EDIT,
    Action.SUBMIT_ENTRY: EntryRight.SUBMIT,
    Action.WITHDRAW_ENTRY: EntryRight.SUBMIT,
    Action.AMEND_ENTRY: EntryRight.SUBMIT,
    Action.END_AMENDING: EntryRight.SUBMIT,
}
STATES = [
    WinnerMatter(
        edition_id=1,
        entry_id=ENTRY,
        phase=phase,
        lead_key="05554008",
        entry_status=status,
        is_open_for_entries=is_open,
        is_amended=is_amended,
        is_winner=True,
    )
    for phase, status, is_open, is_amended in product(Phase, EntryStatus, (True, False), (True, False))
]
HANDED_IN = EntryMatter(
    edition_id=1,
    entry_id=ENTRY,
    phase=Phase.OPEN,
    lead_key="05554008",
    entry_status=EntryStatus.SUBMITTED,
    is_open_for_entries=False,
    is_amended=False,
)


def invited(right: EntryRight, **more: object) -> Actor:
    return Actor(account_id=2, rights=MappingProxyType({ENTRY: right}), **more)  # ty: ignore[invalid-argument-type]


@pytest.mark.parametrize("right", EntryRight)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_right_allows_what_it_says_where_the_lead_may_and_nothing_else(right: EntryRight, action: ActionOn) -> None:
    needed = NEEDS.get(action)
    for matter in STATES:
        expected = needed is not None and includes(right, needed) and is_allowed(LEAD, action, matter)
        # What anybody with an account may do has nothing to do with the entry.
        expected = expected or is_allowed(Actor(account_id=3), action, matter)
        assert is_allowed(invited(right), action, matter) is expected, matter


@pytest.mark.parametrize("action", NEEDS)
def test_a_right_is_one_on_one_entry(action: ActionOn) -> None:
    for matter in STATES:
        assert not is_allowed(invited(EntryRight.SUBMIT), action, replace(matter, entry_id=OTHER))
        assert not is_allowed(invited(EntryRight.SUBMIT), action, Matter())


@pytest.mark.parametrize("action", NEEDS)
def test_who_judges_or_runs_the_prize_has_no_right_by_invitation(action: ActionOn) -> None:
    seat = MappingProxyType({1: Seat(juror_id=1, role=PanelRole.MEMBER, has_accepted_confidentiality=True)})
    for matter in STATES:
        assert not is_allowed(invited(EntryRight.SUBMIT, seats=seat), action, matter)
        plain_admin = Actor(account_id=2, is_admin=True)
        assert is_allowed(invited(EntryRight.SUBMIT, is_admin=True), action, matter) is is_allowed(plain_admin, action, matter)


@pytest.mark.parametrize(
    ("right", "action", "words"),
    [
        (EntryRight.READ, Action.EDIT_ENTRY, "lesen, aber nicht bearbeiten"),
        (EntryRight.READ, Action.SUBMIT_ENTRY, "lesen, aber nicht bearbeiten"),
        (EntryRight.EDIT, Action.SUBMIT_ENTRY, "können an diesem Beitrag mitschreiben"),
        (EntryRight.EDIT, Action.SHARE_ENTRY, "bestimmen die Personen der federführenden Kommune"),
        (EntryRight.SUBMIT, Action.DISCARD_DRAFT, "nur die federführende Kommune"),
    ],
)
def test_the_reason_is_the_right_that_is_lacking(right: EntryRight, action: ActionOn, words: str) -> None:
    draft = replace(HANDED_IN, entry_status=EntryStatus.DRAFT)
    with pytest.raises(Refused, match=words) as caught:
        require(invited(right), action, draft)
    assert not isinstance(caught.value, NotFound)


def test_where_the_right_suffices_the_reason_is_the_entry() -> None:
    with pytest.raises(Refused, match="nicht zum Ändern geöffnet"):
        require(invited(EntryRight.EDIT), Action.EDIT_ENTRY, HANDED_IN)


def test_without_any_right_there_is_no_entry() -> None:
    with pytest.raises(NotFound):
        require(Actor(account_id=3), Action.VIEW_ENTRY, STATES[0])


def test_each_right_holds_the_ones_before_it() -> None:
    order = [EntryRight.READ, EntryRight.EDIT, EntryRight.SUBMIT]
    for held, needed in product(order, order):
        assert includes(held, needed) is (order.index(held) >= order.index(needed))
    assert not includes(None, EntryRight.READ)


def test_the_state_of_an_invitation() -> None:
    def state(after: timedelta, *, accepted: bool = False, revoked: bool = False, lost: bool = False) -> InvitationState:
        return invitation_state(
            now=NOW + after,
            expires_at=NOW + VALID_FOR,
            accepted_at=NOW if accepted else None,
            revoked_at=NOW if revoked else None,
            is_undelivered=lost,
        )

    late, second = VALID_FOR + timedelta(seconds=1), timedelta(seconds=1)
    assert state(VALID_FOR) is InvitationState.INVITED
    assert state(second, lost=True) is InvitationState.UNDELIVERED
    assert state(late) is InvitationState.EXPIRED
    assert state(late, accepted=True) is InvitationState.ACCEPTED
    assert state(second, accepted=True, revoked=True) is InvitationState.REVOKED
    assert state(late, revoked=True) is InvitationState.REVOKED


def test_somebody_is_there_for_a_little_more_than_a_minute() -> None:
    assert is_present(now=NOW, seen_at=NOW - PRESENT_FOR)
    assert not is_present(now=NOW, seen_at=NOW - PRESENT_FOR - timedelta(seconds=1))
    assert timedelta(seconds=60) <= PRESENT_FOR <= timedelta(seconds=90)
