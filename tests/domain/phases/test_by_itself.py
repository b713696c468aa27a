"""Steps that come by themselves: not before their time, not against an obstacle, not against a person."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.phases.by_itself import BY_ITSELF, SETTLING, STILL_OPENS, step_by_itself, time_of_step
from ikz_award.domain.phases.guards import PhaseFacts, last_arrival, missing_at, needs_reason, obstacles
from ikz_award.domain.phases.workflow import Phase, can_change
from tests.factories import NOW

instants = st.integers(-200, 200).map(lambda minutes: NOW + timedelta(minutes=minutes))
facts = st.builds(
    PhaseFacts,
    opens_at=instants, deadline_at=instants, grace_seconds=st.sampled_from([0, 60]), since=st.none() | instants,
    scoring_ends_at=st.none() | instants, missing_sheets=st.integers(0, 1), categories=st.integers(0, 1),
    expected_sheets=st.integers(0, 2), unruled_denials=st.integers(0, 1),
    criteria=st.integers(0, 1),
)  # fmt: skip


@given(st.sampled_from(Phase), instants, facts)
def test_a_step_by_itself_is_one_that_a_person_could_take_without_words(phase, now, facts):
    step = step_by_itself(phase=phase, now=now, facts=facts)
    if step is None:
        return
    old, new = step
    assert old is phase
    assert can_change(old=old, new=new)
    assert not obstacles(old=old, new=new, now=now, facts=facts)
    assert not needs_reason(old=old, new=new, now=now, facts=facts)
    assert not missing_at(old=old, new=new, facts=facts)


@given(st.sampled_from(Phase), instants, facts)
def test_nothing_comes_before_its_time_or_after_somebody_went_back(phase, now, facts):
    due = time_of_step(phase=phase, facts=facts)
    if due is None or now < due:
        assert step_by_itself(phase=phase, now=now, facts=facts) is None
    times = {Phase.PREPARATION: facts.opens_at, Phase.OPEN: last_arrival(facts), Phase.JUDGING: facts.scoring_ends_at}
    if due is not None and facts.since is not None:
        assert facts.since < times[phase], "a step back within the minutes of settling stands, too"


@given(instants, facts)
def test_applications_are_never_closed_while_something_may_arrive(now, facts):
    if step_by_itself(phase=Phase.OPEN, now=now, facts=facts):
        assert now >= last_arrival(facts) + SETTLING


def test_each_step_the_clock_knows_comes_when_its_time_has_come():
    """The other side: where nothing is in the way, it is taken."""
    ready = PhaseFacts(
        opens_at=NOW, deadline_at=NOW + timedelta(hours=1), scoring_ends_at=NOW, categories=1, criteria=1, grace_seconds=60,
        admitted_entries=1, expected_sheets=1, jurors=1,
    )  # fmt: skip
    later = NOW + timedelta(hours=1, seconds=60) + SETTLING
    taken = {
        Phase.PREPARATION: step_by_itself(phase=Phase.PREPARATION, now=NOW, facts=ready),
        Phase.OPEN: step_by_itself(phase=Phase.OPEN, now=later, facts=ready),
        Phase.JUDGING: step_by_itself(phase=Phase.JUDGING, now=NOW + SETTLING, facts=ready),
    }
    assert taken == {old: (old, new) for old, new in BY_ITSELF.items()}


def test_an_edition_whose_day_went_by_long_ago_waits_for_a_person():
    """Made from the file of one that runs elsewhere, it would be public before anybody has looked at it."""
    old = PhaseFacts(opens_at=NOW, deadline_at=NOW + timedelta(days=60), categories=1, criteria=1)
    steps = [
        step_by_itself(phase=Phase.PREPARATION, now=NOW + STILL_OPENS + more, facts=old)
        for more in (timedelta(0), timedelta(seconds=1))
    ]
    assert steps == [(Phase.PREPARATION, Phase.OPEN), None]


@given(facts, st.sampled_from([{"expected_sheets": 0}, {"unruled_denials": 1}]))
def test_scoring_stays_open_where_nobody_scored_or_a_denial_waits(found, changes):
    ready = replace(found, missing_sheets=0, expected_sheets=1, unruled_denials=0)
    assert step_by_itself(phase=Phase.JUDGING, now=NOW + timedelta(days=9), facts=replace(ready, **changes)) is None
    assert time_of_step(phase=Phase.JUDGING, facts=replace(ready, **changes)) is None, "no page may promise it"
