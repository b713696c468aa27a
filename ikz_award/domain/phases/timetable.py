"""Deadlines: entered and shown in Europe/Berlin, stored and judged in UTC, exact to the microsecond.

Sources. What an authority set it may extend: VwVfG NRW § 31 (7), taken as a rule of our own, to be checked legally. Seconds are
sued over: in LG Bonn 31 T 1412/09 it was ten of them. So the instant of arrival counts, grace is a number of its own, and the
receipt says by which clock.
"""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import BERLIN, format_plain_clock, format_plain_day
from ikz_award.domain.words.wording import message as _

# What the front notes of a request (adapters/front.py), in the words of receipts.
CLOCK_OF_ARRIVAL = _(
    "Der Zeitpunkt des Eingangs stammt von der Uhr unseres Servers, angegeben in deutscher Zeit. Er wird festgehalten, sobald "
    "der Anfang der Übermittlung (der Kopf der Anfrage) dort vollständig angekommen ist, noch bevor der Server den Inhalt "
    "entgegennimmt, prüft und speichert."
)
# The years a form accepts: "0026" and "20226" are slips, and the edges of the calendar cannot be converted.
YEARS = range(2000, 2200)


class DeadlineState(StrEnum):
    """Where an instant lies; the values rise with time in this order."""

    NOT_YET_OPEN = "not_yet_open"
    OPEN = "open"
    GRACE = "grace"
    CLOSED = "closed"

    @property
    def is_accepting(self) -> bool:
        return self in (DeadlineState.OPEN, DeadlineState.GRACE)


def berlin_to_utc(
    local: datetime,
    *,
    ambiguous: Literal["earlier", "later"] = "later",
    field: str = "date",
) -> datetime:
    """The UTC instant of a wall-clock time in Berlin (naive, as typed into a form).

    In the hour that autumn repeats, `ambiguous` chooses. "later" is right for a deadline and "earlier" for an opening: nobody
    loses an hour either way. Raises `Invalid` for `field`: reason `local_time_skipped` in the hour that spring leaves out,
    `year_out_of_range` for a mistyped year.
    """
    if local.tzinfo is not None:
        raise ValueError("a wall-clock time has no time zone yet")
    if local.year not in YEARS:
        raise Invalid(
            {field: _("Bitte ein Jahr von %(first)s bis %(last)s angeben.", first=YEARS[0], last=YEARS[-1])},
            reason="year_out_of_range",
        )
    instant = local.replace(tzinfo=BERLIN, fold=int(ambiguous == "later")).astimezone(UTC)
    if utc_to_berlin(instant).replace(tzinfo=None) != local:
        raise Invalid(
            {
                field: _(
                    "Die Uhrzeit %(time)s gibt es am %(day)s nicht: In dieser Nacht werden die Uhren von 2 auf 3 "
                    "Uhr vorgestellt. Bitte eine andere Uhrzeit wählen.",
                    time=format_plain_clock(local),
                    day=format_plain_day(local),
                )
            },
            reason="local_time_skipped",
        )
    return instant


def utc_to_berlin(instant: datetime) -> datetime:
    """The same instant on the clocks of Berlin. Raises `ValueError` for a time without a zone."""
    return _as_utc(instant).astimezone(BERLIN)


def today_in_berlin(now: datetime) -> date:
    """The day on which `now` (UTC) falls in Germany: deputies are named by whole days there."""
    return utc_to_berlin(now).date()


def _as_utc(instant: datetime) -> datetime:
    # Two times of the same zone are compared by their wall clocks in Python, wrong in the repeated hour; UTC has no such hour.
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC)


def effective_deadline(*, deadline_at: datetime, extended_to: datetime | None = None) -> datetime:
    """The deadline in UTC; an extension only ever gives time."""
    if extended_to is None:
        return _as_utc(deadline_at)
    return max(_as_utc(deadline_at), _as_utc(extended_to))


def deadline_state(
    *,
    now: datetime,
    opens_at: datetime,
    deadline_at: datetime,
    grace_seconds: int,
    extended_to: datetime | None = None,
) -> DeadlineState:
    """How an act at `now` is judged.

    All instants carry a zone. Both ends belong to the time before: who arrives exactly at the deadline is in time, who
    arrives exactly at its end is within the grace.
    """
    if grace_seconds < 0:
        raise ValueError("grace is never negative")
    instant = _as_utc(now)
    deadline = effective_deadline(deadline_at=deadline_at, extended_to=extended_to)
    if instant < _as_utc(opens_at):
        return DeadlineState.NOT_YET_OPEN
    if instant <= deadline:
        return DeadlineState.OPEN
    if instant <= deadline + timedelta(seconds=grace_seconds):
        return DeadlineState.GRACE
    return DeadlineState.CLOSED


def time_left(*, now: datetime, deadline_at: datetime, extended_to: datetime | None = None) -> timedelta:
    """Until the deadline, never below zero. The grace is not counted: it is a safety net, not a promise."""
    left = effective_deadline(deadline_at=deadline_at, extended_to=extended_to) - _as_utc(now)
    return max(left, timedelta(0))
