"""The guards: which steps are open, and that nothing leads outside the table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.phases.guards import Obstacle, PhaseFacts, needs_reason, next_phases, obstacles, require_step
from ikz_award.domain.phases.workflow import BACKWARD_PHASES, Phase, steps_from
from ikz_award.domain.words.errors import Invalid, Refused

DEADLINE = datetime(2026, 2, 9, 22, 59, tzinfo=UTC)
READY = PhaseFacts(deadline_at=DEADLINE, grace_seconds=60, categories=5, criteria=3, jurors=5, admitted_entries=7)
REASON = "Die Jury hat darum gebeten."
AFTER = DEADLINE + timedelta(minutes=2)

counts = st.integers(min_value=0, max_value=3)
facts_strategy = st.builds(
    PhaseFacts,
    deadline_at=st.just(DEADLINE),
    grace_seconds=st.integers(min_value=0, max_value=120),
    categories=counts,
    criteria=counts,
    jurors=counts,
    admitted_entries=counts,
    undecided_entries=counts,
    missing_sheets=counts,
    open_categories=st.lists(st.sampled_from(["A", "B"]), max_size=2).map(tuple),
    is_sealed=st.booleans(),
)
instants = st.timedeltas(min_value=timedelta(days=-3), max_value=timedelta(days=3)).map(lambda delta: DEADLINE + delta)


# Steps after which, and before which, the result must be sealed.
NEED_A_SEAL = {(Phase.DECIDED, Phase.PUBLISHED), (Phase.PUBLISHED, Phase.ARCHIVED)}


def sealed_for(old: Phase, new: Phase) -> PhaseFacts:
    """Ready for the step: sealed where it must be, closed early where that is to be taken back."""
    return replace(READY, is_sealed=(old, new) in NEED_A_SEAL, earlier_deadline=AFTER + timedelta(hours=1))


def step(old: Phase, new: Phase, *, facts: PhaseFacts = READY, now: datetime = AFTER, reason: str = "", seen: int = 0) -> None:
    require_step(old=old, new=new, now=now, facts=facts, reason=reason, missing_seen=seen)


@given(old=st.sampled_from(Phase), new=st.sampled_from(Phase), facts=facts_strategy, now=instants)
def test_no_step_leads_outside_the_table(old: Phase, new: Phase, facts: PhaseFacts, now: datetime) -> None:
    try:
        step(old, new, facts=facts, now=now, reason=REASON, seen=facts.missing_sheets)
        is_taken = True
    except Refused:
        is_taken = False
    assert is_taken == (new in steps_from(old) and not obstacles(old=old, new=new, now=now, facts=facts))


@given(old=st.sampled_from(Phase), new=st.sampled_from(Phase), facts=facts_strategy, now=instants)
def test_words_are_needed_exactly_for_back_steps_and_early_closing(
    old: Phase, new: Phase, facts: PhaseFacts, now: datetime
) -> None:
    is_early = (old, new) == (Phase.OPEN, Phase.SCREENING) and now <= DEADLINE + timedelta(seconds=facts.grace_seconds)
    assert needs_reason(old=old, new=new, now=now, facts=facts) == (is_early or (old, new) in BACKWARD_PHASES)


@given(facts=facts_strategy, seen=counts)
def test_scoring_closes_only_with_as_many_missing_sheets_as_were_shown(facts: PhaseFacts, seen: int) -> None:
    if facts.missing_sheets > seen:
        with pytest.raises(Invalid) as refusal:
            step(Phase.JUDGING, Phase.DELIBERATION, facts=facts, seen=seen)
        assert "has_seen_missing" in refusal.value.errors
    else:
        step(Phase.JUDGING, Phase.DELIBERATION, facts=facts, seen=seen)


@pytest.mark.parametrize("old", Phase)
def test_ready_edition_may_take_every_step_of_the_table(old: Phase) -> None:
    now = DEADLINE - timedelta(days=1) if old is Phase.PREPARATION else AFTER
    for new in next_phases(old):
        step(old, new, now=now, facts=sealed_for(old, new), reason=REASON)


def test_entries_close_without_words_only_after_deadline_and_grace() -> None:
    for now in (DEADLINE - timedelta(days=3), DEADLINE, DEADLINE + timedelta(seconds=60)):
        with pytest.raises(Invalid) as refusal:
            step(Phase.OPEN, Phase.SCREENING, now=now, reason=" kurz ")
        assert refusal.value.reason == "reason_missing"
        step(Phase.OPEN, Phase.SCREENING, now=now, reason=REASON)
    step(Phase.OPEN, Phase.SCREENING, now=DEADLINE + timedelta(seconds=60, microseconds=1))


@pytest.mark.parametrize(
    ("old", "new", "changes", "obstacle"),
    [
        (Phase.PREPARATION, Phase.OPEN, {"deadline_at": AFTER - timedelta(hours=1)}, Obstacle.DEADLINE_PASSED),
        (Phase.PREPARATION, Phase.OPEN, {"deadline_at": AFTER + timedelta(hours=1), "categories": 0}, Obstacle.NO_CATEGORIES),
        (Phase.PREPARATION, Phase.OPEN, {"deadline_at": AFTER + timedelta(hours=1), "criteria": 0}, Obstacle.NO_CRITERIA),
        (Phase.PREPARATION, Phase.OPEN, {"deadline_at": AFTER}, Obstacle.DEADLINE_PASSED),
        (Phase.OPEN, Phase.PREPARATION, {"entries": 1}, Obstacle.ENTRIES_BEGUN),
        (Phase.SCREENING, Phase.OPEN, {"screening_steps": 1}, Obstacle.SCREENING_BEGUN),
        (Phase.SCREENING, Phase.OPEN, {}, Obstacle.NOT_CLOSED_EARLY),
        (Phase.SCREENING, Phase.OPEN, {"earlier_deadline": AFTER}, Obstacle.NOT_CLOSED_EARLY),
        (Phase.JUDGING, Phase.SCREENING, {"scoring_steps": 1}, Obstacle.SCORING_BEGUN),
        (Phase.DELIBERATION, Phase.JUDGING, {"is_meeting_running": True}, Obstacle.MEETING_RUNNING),
        (Phase.DELIBERATION, Phase.DECIDED, {"is_meeting_running": True}, Obstacle.MEETING_RUNNING),
        (Phase.SCREENING, Phase.JUDGING, {"undecided_entries": 1}, Obstacle.UNDECIDED_ENTRIES),
        (Phase.SCREENING, Phase.JUDGING, {"admitted_entries": 0}, Obstacle.NO_ADMITTED_ENTRIES),
        (Phase.SCREENING, Phase.JUDGING, {"jurors": 0}, Obstacle.NO_JURORS),
        (Phase.DELIBERATION, Phase.DECIDED, {"open_categories": ("Krise",)}, Obstacle.UNDECIDED_CATEGORIES),
        (Phase.DECIDED, Phase.PUBLISHED, {}, Obstacle.NOT_SEALED),
        (Phase.PUBLISHED, Phase.ARCHIVED, {}, Obstacle.NOT_SEALED),
        (Phase.DECIDED, Phase.DELIBERATION, {"is_sealed": True}, Obstacle.SEALED),
        (Phase.PUBLISHED, Phase.DELIBERATION, {"is_sealed": True}, Obstacle.SEALED),
    ],
)
def test_each_obstacle_stops_its_step(old: Phase, new: Phase, changes: dict[str, object], obstacle: Obstacle) -> None:
    facts = PhaseFacts(**{**READY.__dict__, **changes})
    with pytest.raises(Refused) as refusal:
        step(old, new, facts=facts, reason=REASON)
    assert refusal.value.reason == obstacle.value


@pytest.mark.parametrize(("old", "new"), sorted(BACKWARD_PHASES))
def test_back_steps_need_words(old: Phase, new: Phase) -> None:
    with pytest.raises(Invalid) as refusal:
        step(old, new, facts=sealed_for(old, new), reason="   ")
    assert "reason" in refusal.value.errors
    step(old, new, facts=sealed_for(old, new), reason=REASON)


def test_opening_before_the_announced_day_needs_words() -> None:
    """It changes what was announced: the time for entries begins with the step."""
    early = replace(READY, opens_at=DEADLINE - timedelta(days=2))
    now = DEADLINE - timedelta(days=3)
    with pytest.raises(Invalid) as refusal:
        step(Phase.PREPARATION, Phase.OPEN, facts=early, now=now)
    assert refusal.value.reason == "reason_missing"
    step(Phase.PREPARATION, Phase.OPEN, facts=early, now=now, reason=REASON)
    step(Phase.PREPARATION, Phase.OPEN, facts=early, now=DEADLINE - timedelta(days=2))


@given(seen=counts, missing=counts)
def test_archiving_asks_about_winners_without_bank_details(seen: int, missing: int) -> None:
    facts = replace(READY, is_sealed=True, missing_statements=missing)
    if missing > seen:
        with pytest.raises(Invalid) as refusal:
            step(Phase.PUBLISHED, Phase.ARCHIVED, facts=facts, seen=seen)
        assert refusal.value.reason == "missing_statements"
    else:
        step(Phase.PUBLISHED, Phase.ARCHIVED, facts=facts, seen=seen)


def test_next_steps_name_the_way_forward_first() -> None:
    assert next_phases(Phase.DELIBERATION) == (Phase.DECIDED, Phase.JUDGING)
    assert next_phases(Phase.OPEN) == (Phase.SCREENING, Phase.PREPARATION)
    assert next_phases(Phase.ARCHIVED) == (Phase.PUBLISHED,)
