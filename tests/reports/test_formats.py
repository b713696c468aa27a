from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.reports import formats


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
