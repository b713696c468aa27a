import re
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.words import formats


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(33, 4), "8,25"),
        (Fraction(337, 40), "8,43"),  # 8.425: binary floats and banker's rounding both say 8.42
        (Fraction(1, 200), "0,01"),
        (Fraction(2, 3), "0,67"),
        (Decimal("0"), "0,00"),
        (1234, "1.234,00"),
        (None, "–"),
    ],
)
def test_numbers_are_rounded_half_up_and_german(value: Fraction | Decimal | int | None, shown: str) -> None:
    assert formats.format_number(value) == shown


@given(st.decimals(min_value=0, max_value=10_000, places=6))
def test_rounding_agrees_with_decimal_where_decimal_is_exact(value: Decimal) -> None:
    assert formats.rounded(Fraction(value), 2) == value.quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(st.fractions(min_value=0, max_value=100), st.integers(min_value=0, max_value=6))
def test_rounding_is_never_off_by_more_than_half_a_step(value: Fraction, places: int) -> None:
    assert abs(Fraction(formats.rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(("value", "shown"), [(Decimal(8), "8"), (Decimal("7.5"), "7,5"), (Decimal("10.0"), "10"), (None, "–")])
def test_points_are_not_padded(value: Decimal | None, shown: str) -> None:
    assert formats.format_points(value) == shown


def test_euro_has_a_no_break_space() -> None:
    assert formats.format_euro(10_000) == "10.000\u00a0€"


@given(st.integers(min_value=0, max_value=10**10))
def test_euros_and_cents_are_written_the_same_way(euros: int) -> None:
    assert formats.format_cents(euros * 100) == formats.format_euro(euros)
    assert formats.format_cents(euros * 100 + 5) == formats.format_euro(euros).replace("\u00a0€", ",05\u00a0€")


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        (datetime(2022, 2, 11, 22, 59, tzinfo=UTC), "11. Februar 2022, 23:59 Uhr"),
        (datetime(2022, 3, 27, 0, 59, tzinfo=UTC), "27. März 2022, 01:59 Uhr"),  # a minute before summer time
        (datetime(2022, 3, 27, 1, 0, tzinfo=UTC), "27. März 2022, 03:00 Uhr"),
        (datetime(2021, 12, 31, 23, 0, tzinfo=UTC), "1. Januar 2022, 00:00 Uhr"),
    ],
)
def test_instants_are_shown_in_berlin(instant: datetime, shown: str) -> None:
    assert formats.format_instant(instant) == shown
    assert formats.format_day(instant) == shown.partition(",")[0]


def test_naive_datetimes_are_refused() -> None:
    naive = datetime(2022, 2, 11)  # noqa: DTZ001 - what is tested
    with pytest.raises(ValueError):
        formats.format_instant(naive)
    with pytest.raises(ValueError):
        formats.format_day(naive)


def test_fractions_are_shown_exactly() -> None:
    assert formats.format_fraction(Fraction(337, 40)) == "337/40"
    assert formats.format_fraction(Fraction(8)) == "8"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**20), max_value=10**20))
def test_what_stands_in_a_field_is_every_digit_and_no_group(value: Decimal) -> None:
    text = formats.format_exact(value)
    assert Decimal(text.replace(",", ".")) == value
    assert "." not in text
    assert "," not in text or text[-1] not in ",0"


@pytest.mark.parametrize(
    ("value", "text"),
    [("-0.00", "0"), ("1E+3", "1000"), ("12345678901234567890123456789012345.10", "12345678901234567890123456789012345,1")],
)
def test_numbers_longer_than_a_decimal_context_are_written_whole(value: str, text: str) -> None:
    assert formats.format_exact(Decimal(value)) == text


@given(st.integers(-(10**13), 10**13))
def test_amounts_of_money_are_read_as_they_are_written(cents: int) -> None:
    shown = formats.format_cents(cents)
    assert shown == f"{formats.format_amount(cents)}\u00a0€"
    assert formats.read_cents(shown) == (cents if cents >= 0 else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "€",
        "7.5",
        "7,5",
        "7.500,5",
        "1.0000",
        "0.290",
        "01.500",
        "-5",
        "+5",
        "1e3",
        "1_000",
        "NaN",
        "٣",
        ",50",
        "5,",
        "5.",
        ".5",
        "1.23,00",
        "1,000.00",
        "7 500",
        "9" * 30,
    ],
)
def test_an_amount_that_could_be_meant_two_ways_is_none(text: str) -> None:
    assert formats.read_cents(text) is None


@given(st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis adds the zone
def test_an_instant_is_told_by_the_clock_in_berlin(at: datetime) -> None:
    local = at.astimezone(formats.BERLIN)
    assert formats.format_clock(at) == f"{local:%H:%M}" == formats.format_plain_clock(local.replace(tzinfo=None))
    assert formats.format_clock_second(at) == f"{local:%H:%M:%S}"
    assert formats.format_second(at) == f"{formats.format_plain_day(local.date())}, {local:%H:%M:%S} Uhr"
    assert formats.format_instant(at) == f"{formats.format_day(at)}, {local:%H:%M} Uhr"
    assert formats.format_short_day(local.date()) == f"{local:%d.%m.%Y}"
    assert formats.format_typed_day(local.date()) == f"{local.day}.{local.month}.{local.year}"


def test_a_naive_time_is_no_instant() -> None:
    for write in (
        formats.format_instant,
        formats.format_second,
        formats.format_day,
        formats.format_clock,
        formats.format_clock_second,
    ):
        with pytest.raises(ValueError, match="naive"):
            write(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point


def test_no_other_module_writes_numbers_or_times_by_hand() -> None:
    """Formats stood in five places once. Names of files and the years of a form are no words for people."""
    root = Path(formats.__file__).parents[2]
    by_hand = re.compile(r':%[Hd]|:,\}|from babel|ZoneInfo\(|replace\("\.", ","\)')
    found = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if by_hand.search(path.read_text(encoding="utf-8")) and path.parent.name != "cli"
    }
    assert found == {"domain/words/formats.py"}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("7", "7"),
        (" 7,5 ", "7.5"),
        ("7.5", "7.5"),
        ("−1", "-1"),
        ("+2", "2"),
        ("1.000", None),
        ("", None),
        ("1e3", None),
        ("7,", None),
        ("٣", None),
    ],
)
def test_a_typed_number_is_exact_or_none(typed: str, number: str | None) -> None:
    assert formats.read_number(typed) == (None if number is None else Decimal(number))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_what_was_written_exactly_is_read_again(value: Decimal) -> None:
    assert formats.read_exact(formats.format_exact(value)) == value


@pytest.mark.parametrize(("value", "shown"), [(2.5, "2,5"), (10.0, "10"), (-1.0, "−1"), (Fraction(1, 3), "0,33"), (0.0, "0")])
def test_ticks_are_short(value: Fraction | float, shown: str) -> None:
    assert formats.format_tick(value) == shown


def test_every_month_is_read_by_its_name() -> None:
    for month in range(1, 13):
        day = datetime(2026, month, 9, tzinfo=UTC).date()
        assert formats.read_day(formats.format_plain_day(day)) == day
