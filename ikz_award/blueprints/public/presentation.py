"""How public facts are shown: dates as a timeline, the call to action by state, the map's coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from flask_babel import gettext as _

from ikz_award.domain.entries.standing import EditionStanding
from ikz_award.domain.phases.application_time import ApplicationTime
from ikz_award.domain.words.formats import BERLIN, format_clock_second, format_day, format_time_left
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.editions.public import Announcement, has_results
from ikz_award.queries.entries.entries import application_time_of
from ikz_award.queries.entries.standing import standing_of_edition
from ikz_award.queries.people.places import Dot
from ikz_award.reports.dates import closing_label, spoken

MAP_WIDTH = 400


@dataclass(frozen=True)
class Date:
    """One line of a timeline (see macros/page.html)."""

    at: datetime
    date: str
    title: str
    state: str
    text: str = ""


def state_of(edition: Edition, *, now: datetime) -> str:
    """Where an edition stands, as far as everybody may know: what happens between deadline and publication is one state."""
    if standing_of_edition(edition, now=now) is EditionStanding.RESULTS:
        return _("Preisträger bekannt gegeben")
    match application_time_of(edition, now=now):
        case ApplicationTime.RUNNING if now < edition.deadline_at:
            return _("Offen für Beiträge, %(left)s", left=format_time_left(edition.deadline_at - now))
        case ApplicationTime.RUNNING | ApplicationTime.GRACE:
            return _("Einsendeschluss erreicht; was bis %(end)s Uhr eingeht, wird noch angenommen", end=_grace_end(edition))
        case ApplicationTime.NOT_YET:
            return _("Beginnt am %(day)s", day=format_day(edition.opens_at))
    return _("Bewerbungsphase beendet, das Ergebnis steht noch aus")


def _grace_end(edition: Edition) -> str:
    return format_clock_second(edition.deadline_at + timedelta(seconds=edition.grace_seconds))


def timeline_of(announcement: Announcement, *, now: datetime) -> Sequence[Date]:
    """All dates of an announced edition in their order, each past, current or future at `now` (UTC)."""
    edition = announcement.edition
    dates = [
        _date(edition.opens_at, None, _("Beiträge können eingereicht werden"), now=now),
        _date(announcement.closes_at, None, closing_label(announcement), now=now, is_exact=True),
        *(_date(one.starts_at, one.ends_at, one.label, now=now) for one in announcement.milestones),
    ]
    if has_results(edition) and edition.published_at:
        dates.append(_date(edition.published_at, None, _("Preisträger bekannt gegeben"), now=now))
    return sorted(dates, key=lambda date: date.at)


def _date(start: datetime, end: datetime | None, title: str, *, now: datetime, is_exact: bool = False) -> Date:
    words = spoken(start, end, is_exact=is_exact)
    if end is not None:
        is_running = start <= now < end
    else:
        is_day = start.astimezone(BERLIN).time() == time() and not is_exact
        is_running = is_day and start <= now < start + timedelta(days=1)
    return Date(at=start, date=words, title=title, state="current" if is_running else "past" if start <= now else "future")


def map_points(dots: Sequence[Dot]) -> tuple[int, list[tuple[str, str, bool]]]:
    """(height, [(x, y, is a city of its own)]) on a map 400 wide, north up; coordinates as text with one decimal."""
    if not dots:
        return 1, []
    west, east = min(dot.longitude_e6 for dot in dots), max(dot.longitude_e6 for dot in dots)
    south, north = min(dot.latitude_e6 for dot in dots), max(dot.latitude_e6 for dot in dots)
    margin = 8
    scale = (MAP_WIDTH - 2 * margin) / max(east - west, 1)
    # A degree of latitude is longer than one of longitude: 1/cos(51.5°).
    tall = scale * 1.606
    height = round((north - south) * tall) + 2 * margin
    points = [
        (
            f"{margin + (dot.longitude_e6 - west) * scale:.1f}",
            f"{margin + (north - dot.latitude_e6) * tall:.1f}",
            dot.kind == "independent_city",
        )
        for dot in dots
    ]
    return height, points
