"""German formats for printed reports: numbers, money, dates. Free of Flask, exact until the last digit."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from ikz_award.domain.decision.prize import CENTS, german_euro

LOCALE = "de_DE"
ZONE = ZoneInfo("Europe/Berlin")
# Shown where there is no value, for example the mean of an entry that no one scored.
NOTHING = "–"


def rounded(value: Fraction | Decimal | int, places: int) -> Decimal:
    """`value` rounded half-up to `places` decimals, computed on integers, so that 1/200 becomes 0.01 and never 0.00."""
    exact = Fraction(value)
    scaled = abs(exact) * 10**places
    digits = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(digits if exact >= 0 else -digits).scaleb(-places)


def format_number(value: Fraction | Decimal | int | None, places: int = 2) -> str:
    """`8,25`: rounded half-up with exactly `places` decimals; a dash for None."""
    if value is None:
        return NOTHING
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(rounded(value, places), format=pattern, locale=LOCALE)


def format_points(value: Decimal | int | None) -> str:
    """Points as the juror gave them, without padding: `8`, `7,5`; a dash for None."""
    if value is None:
        return NOTHING
    return format_decimal(Decimal(value), format="#,##0.###", locale=LOCALE)


def format_euro(value: int) -> str:
    """Whole euros: `10.000 €`, with a no-break space."""
    return german_euro(value * CENTS)


def format_cents(value: int) -> str:
    """An amount in cents: `6.000 €`, `6.000,50 €`."""
    return german_euro(value)


def format_instant(value: datetime) -> str:
    """`11. Februar 2022, 23:59 Uhr` in Europe/Berlin. Raises ValueError for a naive datetime."""
    if value.tzinfo is None:
        raise ValueError("a naive datetime has no place in a report")
    return format_datetime(value, "d. MMMM yyyy, HH:mm 'Uhr'", tzinfo=ZONE, locale=LOCALE)


def format_day(value: datetime) -> str:
    """`11. Februar 2022`, the day in Europe/Berlin."""
    if value.tzinfo is None:
        raise ValueError("a naive datetime has no place in a report")
    return format_date(value.astimezone(ZONE), "d. MMMM yyyy", locale=LOCALE)


def format_fraction(value: Fraction) -> str:
    """The exact value as a fraction, `337/40`; a whole number without a denominator."""
    return str(value)


def format_second(value: datetime) -> str:
    """`11. Februar 2022, 23:59:07 Uhr`, to the second: for receipts."""
    local = value.astimezone(ZONE)
    return f"{format_date(local, 'd. MMMM yyyy', locale=LOCALE)}, {local:%H:%M:%S} Uhr"


def format_size(size: int) -> str:
    """`1,5 MB`, `20 KB`."""
    if size < 1024:
        return f"{size} Byte"
    if size < 1024 * 1024:
        return f"{format_number(size // 1024, 0)} KB"
    tenths = size * 10 // (1024 * 1024)
    return f"{tenths // 10},{tenths % 10} MB"


def format_plain_day(value: date) -> str:
    """`1. März 2018` for a date without a time."""
    return format_date(value, "d. MMMM yyyy", locale=LOCALE)
