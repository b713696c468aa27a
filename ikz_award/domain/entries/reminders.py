"""When somebody is reminded of an entry that is not handed in: pure functions of its dates."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from enum import StrEnum

QUIET = timedelta(days=14)


class Reminder(StrEnum):
    """Why one is written to; the values rise with urgency in this order."""

    QUIET = "quiet"
    WEEK = "week"
    TWO_DAYS = "two_days"
    HOURS = "hours"


BEFORE_DEADLINE = {
    Reminder.WEEK: timedelta(days=7),
    Reminder.TWO_DAYS: timedelta(days=2),
    Reminder.HOURS: timedelta(hours=6),
}


def moments(*, began_at: datetime, worked_at: datetime, deadline_at: datetime) -> Iterator[tuple[Reminder, datetime]]:
    """Each reminder with the instant from which it is due; none that lies before the entry was begun."""
    yield Reminder.QUIET, worked_at + QUIET
    for kind, before in BEFORE_DEADLINE.items():
        if deadline_at - before > began_at:
            yield kind, deadline_at - before


def due_reminder(
    *,
    now: datetime,
    began_at: datetime,
    worked_at: datetime,
    deadline_at: datetime,
    sent: Collection[tuple[Reminder, datetime]],
) -> tuple[Reminder, datetime] | None:
    """The one reminder to send at `now`: the newest that is due, unless it or a later one was sent; none after the deadline.

    `sent`: (kind, instant from which it was due). A moved deadline makes its reminders new ones; so does new work on the entry.
    """
    if now >= deadline_at:
        return None
    due = [one for one in moments(began_at=began_at, worked_at=worked_at, deadline_at=deadline_at) if one[1] <= now]
    if not due:
        return None
    newest = max(due, key=lambda one: one[1])
    return None if any(at >= newest[1] for _kind, at in sent) else newest
