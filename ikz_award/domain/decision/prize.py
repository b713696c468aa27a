"""Prize money: amounts as typed, and shares that add up to exactly the prize. In cents, whole numbers throughout.

Source: the organiser's calls of 2021 and 2025: 10,000 € a category, one winner a category, no split between projects; the
partners of the winner divide the money as they like. Several winners are an edition's setting, which is off by default.
"""

import re
from collections.abc import Mapping

from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _

CENTS = 100
# German: points between thousands or none at all, a comma before the cents.
_AMOUNT = re.compile(r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9})(?:,(?P<cents>[0-9]{2}))?")


def parse_euro(text: str, *, field: str) -> int:
    """What a person typed ("7.500", "7500,00 €", empty for nothing) in cents. Raises `Invalid` for `field`."""
    bare = text.replace("€", "").replace("\u00a0", " ").strip()
    if not bare:
        return 0
    found = _AMOUNT.fullmatch(bare)
    if found is None:
        raise Invalid({field: _("Bitte einen Betrag wie 7.500 oder 7.500,50 eingeben.")}, reason="not_an_amount")
    return int(found["whole"].replace(".", "")) * CENTS + int(found["cents"] or 0)


def german_amount(cents: int) -> str:
    """The one way in which money is written: 750000 → "7.500", 750050 → "7.500,50"."""
    whole, rest = divmod(abs(cents), CENTS)
    sign = "-" if cents < 0 else ""
    return sign + f"{whole:,}".replace(",", ".") + (f",{rest:02}" if rest else "")


def german_euro(cents: int) -> str:
    """`german_amount` with its currency, after a no-break space."""
    return f"{german_amount(cents)}\u00a0€"


def equal_parts(prize_euro: int, count: int) -> tuple[int, ...]:
    """A prize shared by `count` winners, in whole euros; what is left over goes to the first of them, a euro each."""
    part, left = divmod(prize_euro, count)
    return tuple(part + (place < left) for place in range(count))


def sum_error(shares: Mapping[str, int], *, prize_euro: int) -> Message | None:
    """What is wrong with the sum of `shares` (cents); None where it is the prize to the cent."""
    difference = prize_euro * CENTS - sum(shares.values())
    if difference > 0:
        return _("Es fehlen noch %(amount)s bis zum Preisgeld.", amount=german_euro(difference))
    if difference < 0:
        return _("Das sind %(amount)s mehr als das Preisgeld.", amount=german_euro(-difference))
    return None
