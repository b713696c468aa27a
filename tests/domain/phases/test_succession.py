"""What a next edition is called and when it takes place."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.phases.succession import LEAD_TIME, next_free, shifted_dates


def test_the_last_number_counts_up_until_nobody_has_it() -> None:
    assert next_free("2. Landespreis", taken={"1. Landespreis", "2. Landespreis"}) == "3. Landespreis"
    assert next_free("landespreis-9", taken={"landespreis-9", "landespreis-10"}) == "landespreis-11"
    assert next_free("SB-07-", taken={"SB-07-"}) == "SB-08-"
    assert next_free("schulbau", taken={"schulbau", "schulbau-2"}) == "schulbau-3"
    assert next_free("neu", taken=()) == "neu"


@given(text=st.text("a-109", max_size=5), taken=st.sets(st.text("a-109", max_size=5), max_size=9))
def test_what_is_proposed_is_free(text: str, taken: set[str]) -> None:
    assert next_free(text, taken={*taken, text}) not in {*taken, text}


@given(
    opens=st.datetimes(datetime(2015, 1, 1), datetime(2040, 1, 1)),  # noqa: DTZ001 - wall clocks
    others=st.lists(st.timedeltas(timedelta(0), timedelta(days=400)), max_size=4),
    today=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
)
def test_dates_move_together_by_whole_weeks_and_no_further_than_needed(
    opens: datetime, others: list[timedelta], today: date
) -> None:
    dates = {"opens_at": opens} | {f"d{number}": opens + after for number, after in enumerate(others)}
    moved = shifted_dates(dates, today=today)
    assert len({moved[name] - at for name, at in dates.items()}) == 1
    by = moved["opens_at"] - opens
    assert by >= timedelta(0)
    assert by % timedelta(weeks=1) == timedelta(0)
    assert moved["opens_at"].date() >= today + LEAD_TIME
    if by:
        assert (moved["opens_at"] - timedelta(weeks=1)).date() < today + LEAD_TIME


def test_dates_without_an_opening_stay() -> None:
    assert shifted_dates({"deadline_at": datetime(2020, 1, 1)}, today=date(2026, 1, 1)) == {"deadline_at": datetime(2020, 1, 1)}  # noqa: DTZ001
