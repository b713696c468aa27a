"""Deputies among colleagues: days, and whose right it is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.entries.rights import EntryRight, includes
from ikz_award.domain.people.deputies import (
    LONGEST,
    StoodInFor,
    faults_of_days,
    is_standing_in,
    with_lent,
)
from ikz_award.domain.phases.timetable import today_in_berlin

TODAY = date(2026, 3, 4)
KIM = StoodInFor(account_id=1, name="Kim Beispiel")
days = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31))
rights = st.dictionaries(st.integers(1, 5), st.sampled_from(EntryRight))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "fields"),
    [
        (TODAY, TODAY, []),
        (TODAY, TODAY + LONGEST, []),
        (TODAY - timedelta(days=1), TODAY, ["starts_on"]),
        (TODAY + timedelta(days=1), TODAY, ["ends_on"]),
        (TODAY, TODAY + LONGEST + timedelta(days=1), ["ends_on"]),
        (None, TODAY, ["starts_on"]),
        (TODAY, None, ["ends_on"]),
        (None, None, ["starts_on", "ends_on"]),
    ],
)
def test_days_that_may_be_named(starts_on: date | None, ends_on: date | None, fields: list[str]) -> None:
    assert list(faults_of_days(starts_on=starts_on, ends_on=ends_on, today=TODAY)) == fields


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 1, 31, 22, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),
    ],
)
def test_a_day_begins_at_midnight_in_berlin(now: datetime, day: date) -> None:
    assert today_in_berlin(now) == day


@given(days, days, days)
def test_one_stands_in_on_the_named_days_and_no_other(on: date, one: date, other: date) -> None:
    first, last = sorted((one, other))
    named = {first + timedelta(days=number) for number in range((last - first).days + 1)}
    assert is_standing_in(on=on, starts_on=first, ends_on=last, is_ended=False) == (on in named)
    assert not is_standing_in(on=on, starts_on=first, ends_on=last, is_ended=True)


@given(rights, rights)
def test_nothing_own_is_lost_and_only_what_reaches_further_is_used(
    own: dict[int, EntryRight], lent: dict[int, EntryRight]
) -> None:
    held, used = with_lent(own, {entry: (right, KIM) for entry, right in lent.items()})
    assert held.keys() == own.keys() | lent.keys()
    assert all(includes(held[entry], right) for given_ in (own, lent) for entry, right in given_.items())
    assert set(used) == {entry for entry, right in held.items() if own.get(entry) is not right}
    assert KIM.in_words == "Kim Beispiel (account:1)"
