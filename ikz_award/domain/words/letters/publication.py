"""What the organiser's staff is written of a planned publication."""

from datetime import datetime

from ikz_award.domain.words.formats import format_clock, format_day
from ikz_award.domain.words.letters.frame import Letter, framed
from ikz_award.domain.words.wording import message as _


def published(edition: str, *, address: str) -> Letter:
    """It went as planned; `address` is the public page."""
    text = _(
        "das Ergebnis ist wie geplant veröffentlicht; Sie müssen nichts tun. Die öffentliche Seite:\n\n%(address)s",
        address=address,
    )
    return Letter(_("Ergebnis veröffentlicht (%(edition)s)", edition=edition), framed(text))


def lapsed(edition: str, *, publish_at: datetime, is_due: bool, address: str) -> Letter:
    """It was not published at its time (`is_due`), or will not be."""
    what = (
        _("hat nicht stattgefunden: Das Ergebnis ist nicht mehr so besiegelt wie bei der Planung.")
        if is_due
        else _("findet nicht statt: Das besiegelte Ergebnis ist wieder geöffnet.")
    )
    text = _(
        "die für den %(day)s, %(time)s Uhr geplante Veröffentlichung %(what)s\n\n"
        "Veröffentlicht ist nichts. Bitte prüfen Sie den Stand und planen Sie neu, sobald das Ergebnis wieder besiegelt ist:"
        "\n\n%(address)s",
        day=format_day(publish_at),
        time=format_clock(publish_at),
        what=what,
        address=address,
    )
    return Letter(_("Ergebnis wird nicht wie geplant veröffentlicht (%(edition)s)", edition=edition), framed(text))
