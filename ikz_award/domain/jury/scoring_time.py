"""Until when a juror may score: the edition's closing time, or the juror's own where more time was given."""

from datetime import datetime, timedelta

from ikz_award.domain.phases.timetable import effective_deadline
from ikz_award.domain.words.errors import Refused
from ikz_award.domain.words.wording import message as _

REMIND_AGAIN_AFTER = timedelta(hours=1)


def closing_for(*, closes_at: datetime | None, extended_to: datetime | None) -> datetime | None:
    """The closing time that holds; None: scoring ends when the organiser ends it."""
    return None if closes_at is None else effective_deadline(deadline_at=closes_at, extended_to=extended_to)


def is_in_time(*, now: datetime, closes_at: datetime | None) -> bool:
    """Who arrives exactly at the closing time is in time."""
    return closes_at is None or now <= closes_at


def require_in_time(*, now: datetime, closes_at: datetime | None) -> None:
    """Raises `Refused` after the juror's own closing time; `closes_at` (UTC) None: no time was set, the phase alone decides."""
    if not is_in_time(now=now, closes_at=closes_at):
        raise Refused(
            "scoring_time_over",
            _(
                "Die Zeit für die Bewertung ist abgelaufen. Ihre Eingaben stehen noch im Formular, wurden aber nicht "
                "gespeichert. Mehr Zeit gibt das Kompetenzzentrum."
            ),
        )


def may_remind(*, now: datetime, last_at: datetime | None) -> bool:
    """Nobody is reminded twice within an hour."""
    return last_at is None or now - last_at >= REMIND_AGAIN_AFTER
