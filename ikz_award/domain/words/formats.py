"""How numbers, money, days and times are written for people, and read from them: one place, by locale, through Babel.

Exact until the last digit. Instants are shown in Europe/Berlin; a naive one has no place here. Money is whole cents.
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, get_month_names
from babel.numbers import NumberFormatError, format_currency, format_decimal, parse_decimal

from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext

LOCALE = "de_DE"
BERLIN = ZoneInfo("Europe/Berlin")
# Shown where there is no value, for example the mean of an entry that no one scored.
NOTHING = "–"
CENTS = 100

# Of what Babel reads the part that nobody can take for something else: no exponents, other alphabets, or lone marks.
_DIGITS = re.compile(r"[0-9][0-9.]{0,16}(,[0-9]{1,6})?")
_NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<whole>[0-9]{1,9})(?:(?P<mark>[.,])(?P<places>[0-9]{1,6}))?")
_TYPED_DAY = re.compile(r"(\d{1,2})\s*\.\s*(\d{1,2}|[^\W\d_]+)\.?\s*(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MINUS = "\N{MINUS SIGN}"


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


def format_exact(value: Decimal) -> str:
    """Every digit and no groups, as in a field: `Decimal("7.50")` → `7,5`, `Decimal("1000")` → `1000`."""
    with localcontext(prec=len(value.as_tuple().digits) + abs(value.adjusted()) + 1):  # or Babel would not take long ones
        return format_decimal(value if value else Decimal(0), format="0.#", locale=LOCALE, decimal_quantization=False)


def format_tick(value: Fraction | Decimal | float) -> str:
    """A number at an axis: `2,5`, `−1`, with two decimals at most, unpadded, and the true minus sign."""
    return format_points(rounded(Fraction(value), 2)).replace("-", _MINUS)


def read_number(text: str) -> Decimal | None:
    """What a person typed as a number ("7", "7,5", "7.5", "−1"), exact; None for what is none, or could be meant two ways."""
    # Phones and Word offer the true minus sign.
    number = _NUMBER.fullmatch(text.strip().replace(_MINUS, "-"))
    # "1.000" is a thousand to a German reader and one to a program: nobody should have to guess.
    if number is None or (number["mark"] == "." and len(number["places"]) == 3):
        return None
    return Decimal(f"{number['sign']}{number['whole']}.{number['places'] or '0'}")


def read_exact(text: str) -> Decimal:
    """What `format_exact` wrote. Raises `babel.numbers.NumberFormatError` for anything else."""
    return parse_decimal(text, locale=LOCALE, strict=True)


def format_fraction(value: Fraction) -> str:
    """The exact value as a fraction, `337/40`; a whole number without a denominator."""
    return str(value)


def format_amount(cents: int) -> str:
    """An amount without its currency, as in a field: 750000 → `7.500`, 750050 → `7.500,50`."""
    return format_decimal(_euros(cents), format="#,##0.00" if cents % CENTS else "#,##0", locale=LOCALE)


def format_cents(cents: int) -> str:
    """An amount in cents: `6.000 €`, `6.000,50 €`, with a no-break space."""
    pattern = "#,##0.00\u00a0¤" if cents % CENTS else "#,##0\u00a0¤"
    return format_currency(_euros(cents), "EUR", format=pattern, locale=LOCALE, currency_digits=False)


def format_euro(value: int) -> str:
    """Whole euros: `10.000 €`, with a no-break space."""
    return format_cents(value * CENTS)


def _euros(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def read_cents(text: str) -> int | None:
    """What a person typed as an amount ("7.500", "7500,00 €") in cents; None for what is none, or could be meant two ways."""
    bare = text.replace("€", "").replace("\u00a0", " ").strip()
    if not _DIGITS.fullmatch(bare):
        return None
    try:
        value = parse_decimal(bare, locale=LOCALE, strict=True)
    except NumberFormatError:
        return None
    _whole, comma, places = bare.partition(",")
    return int(value * CENTS) if not comma or len(places) == 2 else None


def format_instant(value: datetime) -> str:
    """`11. Februar 2022, 23:59 Uhr`. Raises `ValueError` for a naive datetime."""
    return format_datetime(_local(value), "d. MMMM yyyy, HH:mm 'Uhr'", locale=LOCALE)


def format_second(value: datetime) -> str:
    """`11. Februar 2022, 23:59:07 Uhr`, to the second: for receipts. Raises `ValueError` for a naive datetime."""
    return format_datetime(_local(value), "d. MMMM yyyy, HH:mm:ss 'Uhr'", locale=LOCALE)


def format_day(value: datetime) -> str:
    """`11. Februar 2022`, the day of an instant. Raises `ValueError` for a naive datetime."""
    return format_plain_day(_local(value))


def format_plain_day(value: date) -> str:
    """`1. März 2018` for a date without a time, or for what a clock on the wall shows."""
    return format_date(value, "d. MMMM yyyy", locale=LOCALE)


def format_short_day(value: date) -> str:
    """`01.03.2018` for a date without a time."""
    return format_date(value, "dd.MM.yyyy", locale=LOCALE)


def format_typed_day(value: date) -> str:
    """`1.3.2018`, as a person types it."""
    return format_date(value, "d.M.yyyy", locale=LOCALE)


def read_day(text: str) -> date | None:
    """A day written as "1.3.2018", "01.03.2018", "1. März 2018" or "2018-03-01"; None for anything else.

    Months are known by the first three letters that Babel gives them; it reads no dates with names itself.
    """
    if match := _ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _TYPED_DAY.fullmatch(text):
        day, year, name = int(match[1]), int(match[3]), match[2].lower()[:3]
        month = int(name) if name.isdecimal() else _months().get(name, 0)
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {name.lower()[:3]: month for month, name in get_month_names("wide", locale=LOCALE).items()}


def format_clock(value: datetime) -> str:
    """`14:03`. Raises `ValueError` for a naive datetime."""
    return format_plain_clock(_local(value))


def format_plain_clock(value: datetime) -> str:
    """`14:03`, what a clock on the wall shows."""
    return format_datetime(value, "HH:mm", locale=LOCALE)


def format_clock_second(value: datetime) -> str:
    """`14:03:07`. Raises `ValueError` for a naive datetime."""
    return format_datetime(_local(value), "HH:mm:ss", locale=LOCALE)


def _local(value: datetime) -> datetime:
    """The wall clock in Berlin, without its zone: Babel would put it into UTC."""
    if value.tzinfo is None:
        raise ValueError("a naive datetime is no instant")
    return value.astimezone(BERLIN).replace(tzinfo=None)


def format_time_left(delta: timedelta) -> str:
    """„noch 3 Tage, 4 Stunden“: the two largest units, rounded down, so that it never promises more than there is."""
    if delta <= timedelta(0):
        return _("abgelaufen")
    minutes = delta // timedelta(minutes=1)
    if minutes == 0:
        return _("noch weniger als 1 Minute")
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    units = (
        (days, ngettext("%(num)s Tag", "%(num)s Tage", days)),
        (hours, ngettext("%(num)s Stunde", "%(num)s Stunden", hours)),
        (rest, ngettext("%(num)s Minute", "%(num)s Minuten", rest)),
    )
    first = next(index for index, (count, words) in enumerate(units) if count)
    named = [words for count, words in units[first : first + 2] if count]
    if len(named) == 1:
        return _("noch %(time)s", time=named[0])
    return _("noch %(time)s, %(rest)s", time=named[0], rest=named[1])


def format_size(size: int) -> str:
    """`1,5 MB`, `20 KB`: rounded down."""
    if size < 1024:
        return f"{size} Byte"
    if size < 1024 * 1024:
        return f"{format_number(size // 1024, 0)} KB"
    return f"{format_decimal(Decimal(size * 10 // (1024 * 1024)).scaleb(-1), format='0.0', locale=LOCALE)} MB"
