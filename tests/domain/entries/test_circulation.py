from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.entries.circulation import (
    MAXIMUM_REMINDERS,
    REMIND_EVERY,
    NoticeState,
    PartnerAnswer,
    is_reminder_due,
    notice_state,
    objection_end,
)
from ikz_award.domain.phases.timetable import utc_to_berlin

INSTANTS = st.integers(1_577_836_800, 2_208_988_800).map(lambda second: datetime.fromtimestamp(second, UTC))


@given(INSTANTS, st.integers(0, 400))
def test_the_period_ends_at_the_end_of_a_day_in_berlin(deadline, days):
    end = utc_to_berlin(objection_end(deadline_at=deadline, days=days))
    assert (end.hour, end.minute, end.second) == (23, 59, 59)
    assert end.date() == utc_to_berlin(deadline).date() + timedelta(days=days)
    assert end.astimezone(UTC) >= deadline - timedelta(seconds=1)


@given(INSTANTS, st.integers(0, 60))
def test_reminders_come_weekly_three_times_and_never_after_the_end(sent_at, days):
    ends_at, reminded_at, count = sent_at + timedelta(days=days), None, 0
    for hour in range(0, 24 * 70, 6):
        now = sent_at + timedelta(hours=hour)
        if is_reminder_due(now=now, sent_at=sent_at, reminded_at=reminded_at, reminders=count, ends_at=ends_at):
            assert now <= ends_at
            assert now - (reminded_at or sent_at) >= REMIND_EVERY
            reminded_at, count = now, count + 1
    assert count == min(MAXIMUM_REMINDERS, days // 7)


@given(
    st.booleans(),
    st.none() | INSTANTS,
    st.booleans(),
    st.none() | INSTANTS,
    st.none() | st.sampled_from(PartnerAnswer),
    st.booleans(),
)
def test_an_answer_outweighs_everything_else(has_contact, sent_at, is_undelivered, seen_at, answer, is_over):
    state = notice_state(
        has_contact=has_contact, sent_at=sent_at, is_undelivered=is_undelivered, seen_at=seen_at, answer=answer, is_over=is_over
    )
    assert (state is NoticeState.OBJECTED) == (answer is PartnerAnswer.OBJECTED)
    assert (state is NoticeState.ACKNOWLEDGED) == (answer is PartnerAnswer.ACKNOWLEDGED)
    if state is NoticeState.LAPSED:
        assert sent_at
        assert is_over
