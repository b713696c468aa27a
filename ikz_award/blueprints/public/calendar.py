"""An edition's public dates for a calendar program."""

from datetime import datetime, time, timedelta

from flask import Response, g
from flask_babel import gettext as _

from ikz_award.blueprints.public.bp import bp
from ikz_award.domain.words.formats import BERLIN
from ikz_award.extensions import db, translated
from ikz_award.queries.editions import public
from ikz_award.reports.dates import closing_label


@bp.get("/wettbewerb/<slug>/termine.ics")
def calendar(slug: str) -> Response:
    """For everybody; answers an announced edition's dates, from `announcement`, as an iCalendar file."""
    response = Response(_calendar_of(public.announcement(db.session(), slug=slug), now=g.now), mimetype="text/calendar")
    response.headers["Content-Disposition"] = "attachment; filename=termine.ics"
    return response


def _calendar_of(announced: public.Announcement, *, now: datetime) -> bytes:
    """All instants in UTC, which needs no table of time zones; an event keeps its UID when its date is moved."""
    # Imported when somebody asks for dates: no other page needs it.
    from icalendar import Calendar, Event

    edition = announced.edition
    found = Calendar()
    found.add("prodid", "-//ikz-award//DE")
    found.add("version", "2.0")
    found.add("x-wr-calname", edition.name)
    prefix = f"edition-{edition.id}"
    dates = [
        (f"{prefix}-opening", _("Beiträge können eingereicht werden"), edition.opens_at, None, False),
        (f"{prefix}-deadline", translated(closing_label(announced)), announced.closes_at, None, False),
        *(
            (f"{prefix}-milestone-{one.id}", one.label, one.starts_at, one.ends_at, _is_whole_day(one.starts_at, one.ends_at))
            for one in announced.milestones
        ),
    ]
    for uid, label, start, end, is_whole_day in dates:
        event = Event()
        event.add("uid", f"{uid}@ikz-award")
        event.add("dtstamp", now)
        event.add("summary", f"{label} – {edition.name}")
        if is_whole_day:
            day = start.astimezone(BERLIN).date()
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(days=1))
        else:
            event.add("dtstart", start)
            if end is not None:
                event.add("dtend", end)
        found.add_component(event)
    return found.to_ical()


def _is_whole_day(start: datetime, end: datetime | None) -> bool:
    """Midnight without an end: the hour is not known, as on the page."""
    return end is None and start.astimezone(BERLIN).time() == time()
