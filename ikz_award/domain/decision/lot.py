"""A draw by lot that anybody can repeat: a secret fixed beforehand by its hash, and words nobody could know then.

Before the draw the SHA-256 of a random secret is published; so the secret cannot be changed any more. Then the jury says words
of its own (thrown dice, say); so who knows the secret cannot foresee the result. Each entry's lot is the SHA-256 of

    secret + "|" + words + "|" + the entry's number        (UTF-8)

in hexadecimal. The lowest lot is drawn first. In a shell: printf '%s' 'secret|words|number' | sha256sum
"""

import hashlib
import hmac
from collections.abc import Collection
from dataclasses import dataclass

SECRET_BYTES = 32
LONGEST_WORDS = 200


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """An entry's number and its lot."""

    number: str
    lot: str


def commitment(secret: str) -> str:
    """What is published before the draw."""
    return hashlib.sha256(secret.encode()).hexdigest()


def keeps_promise(secret: str, published: str) -> bool:
    """Whether the secret is the one whose hash was published."""
    return hmac.compare_digest(commitment(secret), published)


def passes_over(winners: Collection[str], *, candidates: Collection[str], drawn: str) -> bool:
    """Whether a prize goes to one of those the lot decided between, and past the one that was drawn."""
    return drawn not in winners and not set(winners).isdisjoint(candidates)


def draw(*, secret: str, words: str, numbers: Collection[str]) -> tuple[Drawn, ...]:
    """All entries in the order they are drawn; the same whatever order they come in."""
    if len(set(numbers)) != len(numbers):
        raise ValueError("an entry has two lots")
    lots = [Drawn(number=number, lot=hashlib.sha256(f"{secret}|{words}|{number}".encode()).hexdigest()) for number in numbers]
    return tuple(sorted(lots, key=lambda one: (one.lot, one.number)))
