from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.entries.reminders import Reminder, due_reminder, moments

DEADLINE = datetime(2026, 3, 29, 3, 0, tzinfo=UTC)
BEGAN = DEADLINE - timedelta(days=60)


def due(left, *, worked=timedelta(days=1), began=BEGAN, sent=()):
    now = DEADLINE - left
    return due_reminder(now=now, began_at=began, worked_at=now - worked, deadline_at=DEADLINE, sent=sent)


def test_each_in_its_time():
    assert due(timedelta(days=8)) is None
    assert due(timedelta(days=7))[0] is Reminder.WEEK
    assert due(timedelta(days=2))[0] is Reminder.TWO_DAYS
    assert due(timedelta(hours=6))[0] is Reminder.HOURS
    assert due(timedelta(0)) is None
    assert due(timedelta(days=20), worked=timedelta(days=14))[0] is Reminder.QUIET


def test_a_draft_of_yesterday_is_not_reminded_of_last_week():
    assert due(timedelta(days=1), began=DEADLINE - timedelta(hours=25)) is None


@given(st.lists(st.integers(min_value=1, max_value=40 * 24), max_size=80), st.integers(min_value=0, max_value=40 * 24))
def test_however_often_one_looks_nobody_is_reminded_twice_or_of_what_is_over(hours, worked):
    """A worker that looks at any times, however seldom: each occasion at most once, in order, the newest one only."""
    sent, worked_at = [], DEADLINE - timedelta(hours=worked + 1)
    for left in sorted(hours, reverse=True):
        now = DEADLINE - timedelta(hours=left)
        if now < worked_at:
            continue
        found = due_reminder(now=now, began_at=BEGAN, worked_at=worked_at, deadline_at=DEADLINE, sent=sent)
        if found is None:
            continue
        assert found not in sent
        assert all(at < found[1] for _kind, at in sent)
        waiting = [m for m in moments(began_at=BEGAN, worked_at=worked_at, deadline_at=DEADLINE) if m[1] <= now]
        assert found[1] == max(at for _kind, at in waiting)
        sent.append(found)
    assert len(sent) <= len(Reminder)
