"""What a next edition is called and when it takes place, as long as nobody has said otherwise: proposals, nothing more."""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

# So long the announcement stands before entries can be made.
LEAD_TIME = timedelta(days=28)
_NUMBER = re.compile(r"\d+(?=\D*\Z)", re.ASCII)
_WEEK = timedelta(weeks=1)


def next_free(text: str, *, taken: Collection[str]) -> str:
    """The text with its last number counted up until nobody has it ("2. Preis" → "3. Preis"); without one it gets a "-2"."""
    candidate = text
    while candidate in taken:
        number = _NUMBER.search(candidate)
        counted = str(int(number[0]) + 1).zfill(len(number[0])) if number else ""
        candidate = f"{candidate[: number.start()]}{counted}{candidate[number.end() :]}" if number else f"{candidate}-2"
    return candidate


def shifted_dates(dates: Mapping[str, datetime], *, today: date) -> dict[str, datetime]:
    """Wall-clock times moved together by whole weeks, no further than that `opens_at` leaves time for the announcement.

    So days of the week, times of day and all that lies between stay as they were. Without `opens_at` nothing moves.
    """
    opens_at = dates.get("opens_at")
    if opens_at is None:
        return dict(dates)
    lacking = today + LEAD_TIME - opens_at.date()
    weeks = max(0, -(-lacking.days // _WEEK.days))
    return {name: at + weeks * _WEEK for name, at in dates.items()}
