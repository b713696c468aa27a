"""Prize money: amounts as typed, and shares that add up to exactly the prize. In cents, whole numbers throughout.

Source: the organiser's calls of 2021 and 2025: 10,000 € a category, one winner a category, no split between projects; the
partners of the winner divide the money as they like. Several winners are an edition's setting, which is off by default.
"""

from collections.abc import Mapping

from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import CENTS, format_cents, read_cents
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _


def parse_euro(text: str, *, field: str) -> int:
    """What a person typed ("7.500", "7500,00 €", empty for nothing) in cents. Raises `Invalid` for `field`."""
    if not text.replace("€", "").replace("\u00a0", " ").strip():
        return 0
    cents = read_cents(text)
    if cents is None:
        raise Invalid({field: _("Bitte einen Betrag wie 7.500 oder 7.500,50 eingeben.")}, reason="not_an_amount")
    return cents


def equal_parts(prize_euro: int, count: int) -> tuple[int, ...]:
    """A prize shared by `count` winners, in whole euros; what is left over goes to the first of them, a euro each."""
    part, left = divmod(prize_euro, count)
    return tuple(part + (place < left) for place in range(count))


def sum_error(shares: Mapping[str, int], *, prize_euro: int) -> Message | None:
    """What is wrong with the sum of `shares` (cents); None where it is the prize to the cent."""
    difference = prize_euro * CENTS - sum(shares.values())
    if difference > 0:
        return _("Es fehlen noch %(amount)s bis zum Preisgeld.", amount=format_cents(difference))
    if difference < 0:
        return _("Das sind %(amount)s mehr als das Preisgeld.", amount=format_cents(-difference))
    return None
