"""What the jury is written about a vote in writing: opened, put to the vote, more time, objected to, ended.

No letter names an entry or says how a vote came out: both are read after the log-in, by those who may.
"""

from datetime import datetime

from ikz_award.domain.words.formats import format_instant
from ikz_award.domain.words.letters.frame import Letter, Round, framed
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext


def opened(about: Round, *, due_at: datetime, address: str) -> Letter:
    """To every juror: each votes alone, until `due_at`, and may ask for a meeting instead."""
    text = _(
        "das Kompetenzzentrum hat ein Umlaufverfahren der Jury eröffnet: Sie stimmen einzeln an Ihrem Gerät ab. Zu jedem "
        "Antrag erhalten Sie eine Nachricht. Stimmen werden bis zum %(due)s angenommen; mit wirkt nur, wer abstimmt.\n\n"
        "Möchten Sie, dass die Jury stattdessen zusammenkommt, widersprechen Sie auf derselben Seite.",
        due=format_instant(due_at),
    )
    return _letter(about, _("Umlaufverfahren der Jury eröffnet"), text, address)


def put(about: Round, *, category: str, due_at: datetime, address: str) -> Letter:
    """Only to those who have a vote on it."""
    text = _(
        "im Umlaufverfahren der Jury steht ein Antrag in der Kategorie „%(category)s“ zur Abstimmung. Bitte stimmen Sie bis "
        "zum %(due)s ab.",
        category=clean_line(category),
        due=format_instant(due_at),
    )
    return _letter(about, _("Ihre Stimme im Umlaufverfahren der Jury"), text, address)


def extended(about: Round, *, due_at: datetime, address: str) -> Letter:
    """Votes are taken until `due_at` now."""
    text = _(
        "die Frist im Umlaufverfahren der Jury ist verlängert: Stimmen werden bis zum %(due)s angenommen.",
        due=format_instant(due_at),
    )
    return _letter(about, _("Mehr Zeit im Umlaufverfahren der Jury"), text, address)


def objected(about: Round, *, undecided: int, address: str) -> Letter:
    """To the members, without the name of who objected, which the report gives."""
    text = _(
        "ein Mitglied der Jury hat dem Umlaufverfahren widersprochen; es ist beendet. %(what)s Was schon beschlossen ist, "
        "bleibt. Über diese Kategorien wird in einer Sitzung abgestimmt.",
        what=_undecided(undecided),
    )
    return _letter(about, _OBJECTED, text, address)


def objected_by(about: Round, *, member: str, undecided: int, address: str) -> Letter:
    """To whoever opened it, with the name."""
    text = _(
        "%(member)s hat dem Umlaufverfahren der Jury widersprochen; es ist beendet. %(what)s Bitte laden Sie zu einer Sitzung "
        "ein; ein neues Umlaufverfahren über dieselben Kategorien ist nicht möglich.",
        member=clean_line(member),
        what=_undecided(undecided),
    )
    return _letter(about, _OBJECTED, text, address)


def ended(about: Round, *, counted: int, address: str) -> Letter:
    """It is over; `counted`: motions that were counted at its end."""
    what = (
        ngettext("Dabei ist ein Antrag ausgezählt worden.", "Dabei sind %(num)s Anträge ausgezählt worden.", counted)
        if counted
        else _("Alle Anträge waren schon ausgezählt.")
    )
    text = _(
        "das Umlaufverfahren der Jury ist beendet. %(what)s Wie die Abstimmungen ausgegangen sind, lesen Sie hier.", what=what
    )
    return _letter(about, _("Umlaufverfahren der Jury beendet"), text, address)


_OBJECTED = _("Umlaufverfahren der Jury durch Widerspruch beendet")


def _undecided(count: int) -> Message:
    if not count:
        return _("Es lief keine Abstimmung.")
    return ngettext(
        "Ein Antrag, über den noch abgestimmt wurde, ist damit nicht entschieden.",
        "%(num)s Anträge, über die noch abgestimmt wurde, sind damit nicht entschieden.",
        count,
    )


def _letter(about: Round, subject: Message, text: Message, address: str) -> Letter:
    said = _("%(text)s\n\n%(address)s", text=text, address=address)
    return Letter(_("%(subject)s (%(edition)s)", subject=subject, edition=about.name), framed(said, sender=about.organiser))
