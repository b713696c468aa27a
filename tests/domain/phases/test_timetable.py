import re
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.phases.timetable import DeadlineState, berlin_to_utc, deadline_state, time_left, utc_to_berlin
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import BERLIN, format_plain_day, format_time_left

MICROSECOND = timedelta(microseconds=1)
OPENS = datetime(2025, 11, 30, 23, tzinfo=UTC)
DEADLINE = datetime(2026, 2, 9, 22, 59, tzinfo=UTC)
GRACE = timedelta(seconds=120)
ORDER = list(DeadlineState)

# Around both changes of the clock, and years in which the rules were the same.
local_times = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31)) | st.builds(  # noqa: DTZ001 - wall-clock times
    lambda day, minutes: day + timedelta(minutes=minutes),
    st.sampled_from([datetime(2026, 3, 29), datetime(2026, 10, 25)]),  # noqa: DTZ001
    st.integers(0, 300),
)
instants = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
spans = st.timedeltas(timedelta(0), timedelta(days=40))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def state(now: datetime, **changes) -> DeadlineState:
    return deadline_state(now=now, **{"opens_at": OPENS, "deadline_at": DEADLINE, "grace_seconds": 120, **changes})


@pytest.mark.parametrize(
    ("wall_clock", "utc"),
    [
        ("2022-02-11T23:59", "2022-02-11T22:59Z"),  # the first edition's deadline, winter time
        ("2026-07-01T12:00", "2026-07-01T10:00Z"),
        ("2026-03-29T01:59:59.999999", "2026-03-29T00:59:59.999999Z"),
        ("2026-03-29T03:00", "2026-03-29T01:00Z"),
        ("2026-10-25T01:59", "2026-10-24T23:59Z"),
        ("2026-10-25T03:00", "2026-10-25T02:00Z"),
        ("2026-10-25T23:59", "2026-10-25T22:59Z"),
    ],
)
def test_berlin_time_becomes_utc(wall_clock, utc):
    assert berlin_to_utc(local(wall_clock)) == datetime.fromisoformat(utc)
    assert berlin_to_utc(local(wall_clock), ambiguous="earlier") == datetime.fromisoformat(utc)


def test_in_the_repeated_hour_nobody_loses_time():
    twice = local("2026-10-25T02:30")

    assert berlin_to_utc(twice) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert berlin_to_utc(twice, ambiguous="earlier") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("wall_clock", ["2026-03-29T02:00", "2026-03-29T02:30", "2026-03-29T02:59:59.999999"])
@pytest.mark.parametrize("ambiguous", ["earlier", "later"])
def test_the_skipped_hour_is_refused_in_german(wall_clock, ambiguous):
    with pytest.raises(Invalid) as caught:
        berlin_to_utc(local(wall_clock), ambiguous=ambiguous, field="deadline_at")

    assert caught.value.reason == "local_time_skipped"
    assert "gibt es am 29. März 2026 nicht" in caught.value.errors["deadline_at"]


@pytest.mark.parametrize("wall_clock", ["0001-01-01T00:00", "0026-02-09T23:59", "1999-12-31T23:59", "9999-12-31T23:59"])
def test_a_mistyped_year_is_refused(wall_clock):
    with pytest.raises(Invalid) as caught:
        berlin_to_utc(local(wall_clock))

    assert caught.value.errors == {"date": "Bitte ein Jahr von 2000 bis 2199 angeben."}


@given(local_times, st.sampled_from(["earlier", "later"]))
def test_what_was_entered_is_shown_again(wall_clock, ambiguous):
    try:
        instant = berlin_to_utc(wall_clock, ambiguous=ambiguous)
    except Invalid:
        # Only the last Sunday of March has a gap, from two to three.
        assert (wall_clock.month, wall_clock.hour, wall_clock.isoweekday(), wall_clock.day > 24) == (3, 2, 7, True)
    else:
        assert utc_to_berlin(instant).replace(tzinfo=None, fold=0) == wall_clock


@given(local_times)
def test_the_later_reading_is_the_same_or_one_hour_later(wall_clock):
    try:
        difference = berlin_to_utc(wall_clock) - berlin_to_utc(wall_clock, ambiguous="earlier")
    except Invalid:
        return
    is_repeated = (wall_clock.month, wall_clock.hour, wall_clock.isoweekday(), wall_clock.day > 24) == (10, 2, 7, True)
    assert difference == timedelta(hours=1 if is_repeated else 0)


def test_times_with_and_without_zone_are_not_mixed_up():
    with pytest.raises(ValueError, match="no time zone yet"):
        berlin_to_utc(DEADLINE)
    naive = DEADLINE.replace(tzinfo=None)
    for wrong in ({"now": naive}, {"now": OPENS, "deadline_at": naive}, {"now": OPENS, "extended_to": naive}):
        with pytest.raises(ValueError, match="needs a time zone"):
            state(**wrong)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (OPENS - MICROSECOND, DeadlineState.NOT_YET_OPEN),
        (OPENS, DeadlineState.OPEN),
        (DEADLINE, DeadlineState.OPEN),
        (DEADLINE + MICROSECOND, DeadlineState.GRACE),
        (DEADLINE + GRACE, DeadlineState.GRACE),
        (DEADLINE + GRACE + MICROSECOND, DeadlineState.CLOSED),
    ],
)
def test_each_boundary_holds_to_the_microsecond(now, expected):
    assert state(now) is expected
    assert expected.is_accepting is (OPENS <= now <= DEADLINE + GRACE)


def test_without_grace_the_deadline_is_the_end():
    assert state(DEADLINE, grace_seconds=0) is DeadlineState.OPEN
    assert state(DEADLINE + MICROSECOND, grace_seconds=0) is DeadlineState.CLOSED


def test_an_extension_moves_the_deadline_and_its_grace_and_never_takes_time():
    extended = DEADLINE + timedelta(days=2)

    assert state(extended, extended_to=extended) is DeadlineState.OPEN
    assert state(extended + GRACE, extended_to=extended) is DeadlineState.GRACE
    assert state(extended + GRACE + MICROSECOND, extended_to=extended) is DeadlineState.CLOSED
    assert state(DEADLINE, extended_to=DEADLINE - timedelta(days=2)) is DeadlineState.OPEN


def test_the_repeated_hour_is_judged_by_the_instant_not_by_the_clock_on_the_wall():
    """02:45 for the first time comes before 02:15 for the second time."""
    deadline = datetime(2026, 10, 25, 2, 15, tzinfo=BERLIN, fold=1)
    first = datetime(2026, 10, 25, 2, 45, tzinfo=BERLIN, fold=0)
    second = first.replace(fold=1)

    assert state(first, deadline_at=deadline) is DeadlineState.OPEN
    assert state(second, deadline_at=deadline) is DeadlineState.CLOSED
    assert time_left(now=first, deadline_at=deadline) == timedelta(minutes=30)


def test_negative_grace_is_refused():
    with pytest.raises(ValueError, match="never negative"):
        state(OPENS, grace_seconds=-1)


@given(st.lists(instants, min_size=2, max_size=6), instants, spans, st.integers(0, 3600), st.none() | instants)
def test_time_never_runs_backwards_through_the_states(nows, opens_at, span, grace_seconds, extended_to):
    passed = [
        ORDER.index(
            deadline_state(
                now=now, opens_at=opens_at, deadline_at=opens_at + span, grace_seconds=grace_seconds, extended_to=extended_to
            )
        )
        for now in sorted(nows)
    ]

    assert all(before <= after for before, after in pairwise(passed))


@given(instants, instants, spans, st.integers(0, 3600), st.integers(-14, 14))
def test_the_zone_an_instant_is_written_in_does_not_matter(now, opens_at, span, grace_seconds, hours):
    elsewhere = timezone(timedelta(hours=hours))
    arguments = {"opens_at": opens_at, "deadline_at": opens_at + span, "grace_seconds": grace_seconds}

    assert state(now, **arguments) is state(now.astimezone(elsewhere), **arguments)
    assert state(now, **arguments) is state(now.astimezone(BERLIN), **arguments)


@given(instants, instants)
def test_time_left_is_zero_exactly_when_the_deadline_has_come(now, deadline):
    left = time_left(now=now, deadline_at=deadline)

    assert (left == timedelta(0)) is (now >= deadline)
    assert now >= deadline or now + left == deadline


@pytest.mark.parametrize(
    ("delta", "text"),
    [
        (timedelta(days=3, hours=4, minutes=59), "noch 3 Tage, 4 Stunden"),
        (timedelta(days=1, hours=1), "noch 1 Tag, 1 Stunde"),
        (timedelta(days=2, minutes=59), "noch 2 Tage"),
        (timedelta(hours=23, minutes=1), "noch 23 Stunden, 1 Minute"),
        (timedelta(hours=1), "noch 1 Stunde"),
        (timedelta(minutes=59, seconds=59), "noch 59 Minuten"),
        (timedelta(seconds=60), "noch 1 Minute"),
        (timedelta(seconds=59, microseconds=999999), "noch weniger als 1 Minute"),
        (MICROSECOND, "noch weniger als 1 Minute"),
        (timedelta(0), "abgelaufen"),
        (-MICROSECOND, "abgelaufen"),
    ],
)
def test_time_left_reads_in_german(delta, text):
    assert format_time_left(delta) == text


@given(st.timedeltas(timedelta(minutes=1), timedelta(days=400)))
def test_time_left_never_promises_more_than_there_is(delta):
    lengths = {"Tag": timedelta(days=1), "Stunde": timedelta(hours=1), "Minute": timedelta(minutes=1)}
    named = [(int(count), unit) for count, unit in re.findall(r"(\d+) (Tag|Stunde|Minute)", format_time_left(delta))]
    promised = sum((count * lengths[unit] for count, unit in named), timedelta(0))

    assert promised <= delta < promised + (timedelta(hours=1) if named[0][1] == "Tag" else timedelta(minutes=1))


def test_date_reads_in_german():
    assert [format_plain_day(local(f"2022-{month:02}-{month:02}")) for month in range(1, 13)] == [
        "1. Januar 2022", "2. Februar 2022", "3. März 2022", "4. April 2022", "5. Mai 2022", "6. Juni 2022", "7. Juli 2022",
        "8. August 2022", "9. September 2022", "10. Oktober 2022", "11. November 2022", "12. Dezember 2022",
    ]  # fmt: skip
