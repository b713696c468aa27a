"""Amounts as people type them, and sums that are exact to the cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.decision.prize import equal_parts, parse_euro, sum_error
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import format_amount, format_cents


@given(st.integers(0, 99_999_999_999))
def test_what_is_shown_is_read_as_the_same(cents):
    assert parse_euro(format_amount(cents), field="a") == cents
    assert parse_euro(f" {format_amount(cents)} € ", field="a") == cents


@given(st.integers(-99_999_999_999, 99_999_999_999))
def test_money_has_one_format(cents):
    shown = format_cents(cents)
    sign, bare = ("-", shown[1:]) if cents < 0 else ("", shown)
    whole, comma, rest = bare.removesuffix("\u00a0€").partition(",")
    assert (sign, comma, rest) == (("-" if cents < 0 else ""), *((",", f"{abs(cents) % 100:02}") if cents % 100 else ("", "")))
    first, *groups = whole.split(".")
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)
    assert int(first + "".join(groups)) == abs(cents) // 100
    assert shown == sign + bare == sign + format_amount(abs(cents)) + "\u00a0€"


@pytest.mark.parametrize(
    ("cents", "shown"),
    [(600_050, "6.000,50"), (600_000, "6.000"), (5, "0,05"), (0, "0"), (100_000_000, "1.000.000"), (-150, "-1,50")],
)
def test_whole_euros_have_no_cents(cents, shown):
    assert format_amount(cents) == shown


@pytest.mark.parametrize(
    ("text", "cents"), [("", 0), ("7500", 750_000), ("7.500", 750_000), ("7.500,50", 750_050), ("0", 0), ("12,34", 1_234)]
)
def test_amounts_are_read_as_germans_write_them(text, cents):
    assert parse_euro(text, field="a") == cents


@given(st.integers(0, 10_000_000), st.integers(1, 40))
def test_parts_add_up_and_differ_by_a_euro_at_most(prize, count):
    parts = equal_parts(prize, count)
    assert (sum(parts), len(parts)) == (prize, count)
    assert parts == tuple(sorted(parts, reverse=True))
    assert parts[0] - parts[-1] <= 1


@pytest.mark.parametrize("text", ["7.5", "7,5", "1.0000", "-5", "1e3", "zehn", "7 500", "1.000.00", "٣", "9" * 30])
def test_what_could_be_meant_two_ways_is_refused(text):
    with pytest.raises(Invalid) as refusal:
        parse_euro(text, field="amount-lead")
    assert "amount-lead" in refusal.value.errors


@given(st.lists(st.integers(0, 500_000), min_size=1, max_size=6), st.integers(1, 20_000))
def test_only_the_prize_itself_is_no_error(parts, prize):
    shares = {str(place): cents for place, cents in enumerate(parts)}
    assert (sum_error(shares, prize_euro=prize) is None) == (sum(parts) == prize * 100)
