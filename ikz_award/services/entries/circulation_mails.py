"""What partners and applicants are written about the circulation. Nothing in it that was typed but the entry's title."""

from datetime import datetime

from ikz_award.domain.words.formats import format_day
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.entries import Entry


def notice_mail(entry: Entry, *, address: str, ends_at: datetime, is_reminder: bool) -> tuple[str, str]:
    """Subject and body of the mail that carries a partner's link."""
    values = {
        "lead": entry.lead.official_name, "edition": entry.edition.name, "title": clean_line(entry.title), "address": address,
        "day": format_day(ends_at), "organiser": entry.edition.organiser,
    }  # fmt: skip
    if is_reminder:
        return _("Erinnerung: Beteiligung am Beitrag „%(title)s“", title=values["title"]), _(
            "Guten Tag,\n\n"
            "%(lead)s bewirbt sich mit dem Beitrag „%(title)s“ um den %(edition)s und nennt Sie als "
            "Kooperationspartner. Eine Antwort von Ihnen liegt noch nicht vor.\n\n"
            "Unter diesem Link sehen Sie Titel, Kategorie und Kurzbeschreibung und können bis zum %(day)s "
            "antworten:\n\n%(address)s\n\n"
            "Ohne Antwort gilt: kein Einspruch. Der Link ist nur für Sie bestimmt; bitte leiten Sie ihn nur weiter, wenn "
            "jemand anderes in Ihrem Haus antworten soll.\n\n"
            "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
            **values,
        )
    return _("Beteiligung am Beitrag „%(title)s“", title=values["title"]), _(
        "Guten Tag,\n\n"
        "%(lead)s bewirbt sich mit dem Beitrag „%(title)s“ um den %(edition)s und nennt Sie als "
        "Kooperationspartner. Alle Partner werden im Umlaufverfahren informiert.\n\n"
        "Unter diesem Link sehen Sie Titel, Kategorie und Kurzbeschreibung. Bis zum %(day)s können Sie den Beitrag "
        "zur Kenntnis nehmen oder Einspruch erheben; ein Konto brauchen Sie nicht:\n\n%(address)s\n\n"
        "Ohne Antwort gilt: kein Einspruch. Der Link ist nur für Sie bestimmt; bitte leiten Sie ihn nur weiter, wenn "
        "jemand anderes in Ihrem Haus antworten soll.\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        **values,
    )


def objection_mail(entry: Entry, *, partner: str) -> tuple[str, str]:
    """Subject and body for the applicant: a partner objects."""
    title = clean_line(entry.title)
    return _("Einspruch zum Beitrag „%(title)s“", title=title), _(
        "Guten Tag,\n\n"
        "%(partner)s hat im Umlaufverfahren Einspruch gegen den Beitrag „%(title)s“ erhoben. Die Begründung steht nach "
        "der Anmeldung auf der Seite des Beitrags. Bitte sprechen Sie mit dem Partner; er kann seine Antwort bis zum Ende "
        "der Widerspruchsfrist ändern.\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        partner=partner, title=title, organiser=entry.edition.organiser,
    )  # fmt: skip
