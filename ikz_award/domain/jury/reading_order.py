"""In which order a juror reads: shuffled, so that nobody's first entry is everybody's first, and stable for each juror."""

import hashlib
from collections.abc import Collection, Iterable
from typing import NamedTuple


class Neighbours(NamedTuple):
    """Where an entry stands in a juror's order: `position` counts from 1, the ends have no neighbour."""

    position: int
    total: int
    previous: str | None
    following: str | None


def reading_order(*, juror_id: int, entries: Iterable[str]) -> list[str]:
    """Public ids of entries in the juror's own order. An entry that comes or goes leaves the order of the others alone."""
    return sorted(entries, key=lambda public_id: hashlib.sha256(f"{juror_id}:{public_id}".encode()).digest())


def neighbours(order: list[str], current: str) -> Neighbours:
    """What comes before and after `current`. Raises `ValueError` when it is not in the order."""
    place = order.index(current)
    return Neighbours(
        position=place + 1,
        total=len(order),
        previous=order[place - 1] if place > 0 else None,
        following=order[place + 1] if place + 1 < len(order) else None,
    )


def next_open(order: list[str], *, current: str, open_entries: Collection[str]) -> str | None:
    """The next entry still to be scored, from `current` on and then from the start; None when all are done."""
    place = order.index(current) + 1 if current in order else 0
    return next((public_id for public_id in order[place:] + order[:place] if public_id in open_entries), None)
