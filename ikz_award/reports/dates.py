"""The public dates of an edition as words, in order."""

from collections.abc import Sequence
from datetime import datetime, time

from ikz_award.domain.words.formats import BERLIN, format_clock, format_day, format_instant
from ikz_award.domain.words.wording import message as _
from ikz_award.queries.editions.public import Announcement


def spoken(start: datetime, end: datetime | None = None, *, is_exact: bool = False) -> str:
    """„11. Februar 2022, 10:00 bis 12:00 Uhr“; midnight without an end is a whole day: its hour is not known."""
    if end is not None:
        words = format_instant(start).removesuffix(" Uhr")
        return _("%(start)s bis %(end)s Uhr", start=words, end=format_clock(end))
    return format_day(start) if start.astimezone(BERLIN).time() == time() and not is_exact else format_instant(start)


def closing_label(announced: Announcement) -> str:
    """What the end of the time for entries is called: the deadline, or that it was closed before."""
    return _("Bewerbungsphase vorzeitig geschlossen") if announced.closed_early else _("Einsendeschluss")


def dates_of(announced: Announcement) -> Sequence[tuple[str, str]]:
    """(when, what) of everything that is announced."""
    edition = announced.edition
    dates = [
        (edition.opens_at, spoken(edition.opens_at), _("Beiträge können eingereicht werden")),
        (announced.closes_at, spoken(announced.closes_at, is_exact=True), closing_label(announced)),
        *((one.starts_at, spoken(one.starts_at, one.ends_at), one.label) for one in announced.milestones),
    ]
    return [(words, what) for _at, words, what in sorted(dates, key=lambda one: one[0])]
