"""What partners and applicants are written about the circulation. Nothing in it that was typed but the entry's title."""

from datetime import datetime

from ikz_award.domain.words.formats import format_day
from ikz_award.domain.words.letters.entries import Written
from ikz_award.domain.words.letters.frame import Letter, framed
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _


def notice(entry: Written, *, address: str, ends_at: datetime) -> Letter:
    """The first that carries a partner's link."""
    title = clean_line(entry.title)
    text = _(
        "%(lead)s bewirbt sich mit dem Beitrag „%(title)s“ um den %(edition)s und nennt Sie als "
        "Kooperationspartner. Alle Partner werden im Umlaufverfahren informiert.\n\n"
        "Unter diesem Link sehen Sie Titel, Kategorie und Kurzbeschreibung. Bis zum %(day)s können Sie den Beitrag "
        "zur Kenntnis nehmen oder Einspruch erheben; ein Konto brauchen Sie nicht:\n\n%(address)s\n\n%(silence)s",
        lead=entry.lead,
        edition=entry.round.name,
        title=title,
        address=address,
        day=format_day(ends_at),
        silence=_SILENCE,
    )
    return Letter(_("Beteiligung am Beitrag „%(title)s“", title=title), framed(text, sender=entry.round.organiser))


def notice_again(entry: Written, *, address: str, ends_at: datetime) -> Letter:
    """The second, to who has not answered."""
    title = clean_line(entry.title)
    text = _(
        "%(lead)s bewirbt sich mit dem Beitrag „%(title)s“ um den %(edition)s und nennt Sie als "
        "Kooperationspartner. Eine Antwort von Ihnen liegt noch nicht vor.\n\n"
        "Unter diesem Link sehen Sie Titel, Kategorie und Kurzbeschreibung und können bis zum %(day)s "
        "antworten:\n\n%(address)s\n\n%(silence)s",
        lead=entry.lead,
        edition=entry.round.name,
        title=title,
        address=address,
        day=format_day(ends_at),
        silence=_SILENCE,
    )
    return Letter(_("Erinnerung: Beteiligung am Beitrag „%(title)s“", title=title), framed(text, sender=entry.round.organiser))


def objection(entry: Written, *, partner: str) -> Letter:
    """To the applicant: a partner objects."""
    title = clean_line(entry.title)
    text = _(
        "%(partner)s hat im Umlaufverfahren Einspruch gegen den Beitrag „%(title)s“ erhoben. Die Begründung steht nach "
        "der Anmeldung auf der Seite des Beitrags. Bitte sprechen Sie mit dem Partner; er kann seine Antwort bis zum Ende "
        "der Widerspruchsfrist ändern.",
        partner=partner,
        title=title,
    )
    return Letter(_("Einspruch zum Beitrag „%(title)s“", title=title), framed(text, sender=entry.round.organiser))


_SILENCE = _(
    "Ohne Antwort gilt: kein Einspruch. Der Link ist nur für Sie bestimmt; bitte leiten Sie ihn nur weiter, wenn jemand "
    "anderes in Ihrem Haus antworten soll."
)
