"""What is written to applicants about their entry. Plain text; nothing in it that was typed into the entry but its title."""

from collections.abc import Sequence
from datetime import datetime

from ikz_award.domain.entries.next_steps import NextStep
from ikz_award.domain.entries.reminders import Reminder
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.phases.timetable import CLOCK_OF_ARRIVAL
from ikz_award.domain.words.formats import format_second, format_time_left
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission


def receipt_mail(entry: Entry, submission: Submission, *, coming: Sequence[NextStep]) -> tuple[str, str]:
    """Subject and body of the receipt; `coming` is what the page of the receipt says of what happens next."""
    title = clean_line(entry.title)
    body = _(
        "Guten Tag,\n\n"
        "Ihr Beitrag zum %(edition)s ist eingegangen.\n\n"
        "Nummer:      %(number)s\n"
        "Titel:       %(title)s\n"
        "Kommune:     %(lead)s\n"
        "Eingegangen: %(received_at)s\n"
        "Fassung:     %(version)s\n"
        "Prüfsumme:   %(sha256)s\n"
        "             (SHA-256 über den eingereichten Stand mit allen Anlagen)\n\n"
        "%(clock)s\n\n"
        "Wie es weitergeht:\n%(coming)s\n\n"
        "%(farewell)s",
        edition=entry.edition.name, number=entry.number, title=title, lead=entry.lead.official_name,
        received_at=format_second(submission.received_at), version=submission.version, sha256=submission.sha256,
        clock=CLOCK_OF_ARRIVAL, coming="\n".join(f"- {step.sentence}" for step in coming), farewell=farewell(entry),
    )  # fmt: skip
    return _("Eingangsbestätigung %(number)s: %(title)s", number=entry.number, title=title), body


def withdrawal_mail(entry: Entry, *, now: datetime) -> tuple[str, str]:
    """Subject and body after a withdrawal."""
    title = clean_line(entry.title)
    body = _(
        "Guten Tag,\n\n"
        "der Beitrag %(number)s „%(title)s“ zum %(edition)s wurde am %(now)s zurückgezogen. Er nimmt am Wettbewerb nicht "
        "mehr teil.\n\n"
        "%(farewell)s",
        number=entry.number, title=title, edition=entry.edition.name, now=format_second(now), farewell=farewell(entry),
    )  # fmt: skip
    return _("Beitrag %(number)s zurückgezogen: %(title)s", number=entry.number, title=title), body


def amending_ended_mail(entry: Entry, submission: Submission) -> tuple[str, str]:
    """Subject and body when the deadline came before changed text was handed in again."""
    title = clean_line(entry.title)
    body = _(
        "Guten Tag,\n\n"
        "der Beitrag %(number)s „%(title)s“ zum %(edition)s war zum Ändern geöffnet, als die Bewerbungsphase endete. Die "
        "Änderungen wurden nicht mehr eingereicht. Es gilt deshalb weiter die eingereichte Fassung %(version)s vom "
        "%(received_at)s.\n\n"
        "Texte, die zuletzt gespeichert waren, stehen noch in den früheren Fassungen der Schritte.\n\n"
        "%(farewell)s",
        number=entry.number, title=title, edition=entry.edition.name, version=submission.version,
        received_at=format_second(submission.received_at), farewell=farewell(entry),
    )  # fmt: skip
    return _("Es gilt Ihre eingereichte Fassung %(number)s: %(title)s", number=entry.number, title=title), body


def extension_mail(edition: Edition, *, until: datetime, reason: str, titles: Sequence[str]) -> tuple[str, str]:
    """Subject and body when there is more time for these entries."""
    names = "\n".join(f"- {clean_line(title) or _('Beitrag ohne Titel')}" for title in titles)
    body = _(
        "Guten Tag,\n\n"
        "für Ihre Bewerbung zum %(edition)s haben Sie mehr Zeit: Der Einsendeschluss ist nun der %(until)s.\n\n"
        "Begründung: %(reason)s\n\n"
        "Noch nicht oder noch nicht erneut eingereicht:\n%(names)s\n\n"
        "Sie finden Ihre Beiträge nach der Anmeldung unter „Meine Bewerbungen“.\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        edition=edition.name, until=format_second(until), reason=reason, names=names, organiser=edition.organiser,
    )  # fmt: skip
    return _("Mehr Zeit für Ihren Beitrag zum %(edition)s", edition=edition.name), body


_OCCASIONS = {
    # No span of time: the line with the deadline says how much is left, also where a reminder goes out late.
    Reminder.QUIET: _("an Ihrem Beitrag wurde seit mindestens zwei Wochen nicht mehr gearbeitet"),
    Reminder.WEEK: _("der Einsendeschluss rückt näher"),
    Reminder.TWO_DAYS: _("der Einsendeschluss ist bald"),
    Reminder.HOURS: _("der Einsendeschluss ist sehr bald"),
}


def reminder_mail(entry: Entry, kind: Reminder, *, deadline_at: datetime, now: datetime) -> tuple[str, str]:
    """Subject and body for an entry that is not handed in, or not handed in again."""
    title = clean_line(entry.title) or _("Beitrag ohne Titel")
    state = (
        _("Er ist zum Ändern geöffnet und noch nicht erneut eingereicht; bis dahin gilt die eingereichte Fassung.")
        if entry.amending_since
        else _("Er ist noch ein Entwurf und nimmt erst teil, wenn Sie ihn einreichen.")
    )
    body = _(
        "Guten Tag,\n\n"
        "%(occasion)s: „%(title)s“ zum %(edition)s. %(state)s\n\n"
        "Einsendeschluss: %(deadline)s (%(left)s)\n\n"
        "Solche Erinnerungen können Sie unter „Mein Konto“ einzeln abstellen.\n\n"
        "%(farewell)s",
        occasion=_OCCASIONS[kind], title=title, edition=entry.edition.name, state=state,
        deadline=format_second(deadline_at), left=format_time_left(deadline_at - now), farewell=farewell(entry),
    )  # fmt: skip
    return _("Noch nicht eingereicht: %(title)s", title=title), body


_MAY = {
    EntryRight.READ: _("den Beitrag lesen"),
    EntryRight.EDIT: _("den Beitrag lesen und bearbeiten"),
    EntryRight.SUBMIT: _("den Beitrag lesen, bearbeiten und einreichen"),
}


def invitation_mail(
    entry: Entry, *, inviter: str, right: EntryRight, address: str, expires_at: datetime
) -> tuple[str, str]:  # fmt: skip
    """Subject and body for somebody who is asked to work on an entry."""
    title = clean_line(entry.title) or _("Beitrag ohne Titel")
    body = _(
        "Guten Tag,\n\n"
        "%(inviter)s, %(lead)s, lädt Sie ein, am Wettbewerbsbeitrag „%(title)s“ zum %(edition)s mitzuwirken. Sie "
        "können %(may)s.\n\n"
        "Zur Einladung:\n%(address)s\n\n"
        "Der Link gilt einmal, bis zum %(until)s und nur für diese E-Mail-Adresse. Wenn Sie noch kein Konto haben, legen Sie "
        "dort eines an; danach finden Sie die Einladung unter „Meine Bewerbungen“.\n\n"
        "Wenn Sie mit dem Beitrag nichts zu tun haben, löschen Sie diese Nachricht einfach.\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        inviter=clean_line(inviter), lead=entry.lead.official_name, title=title, edition=entry.edition.name,
        may=_MAY[right], address=address, until=format_second(expires_at), organiser=entry.edition.organiser,
    )  # fmt: skip
    return _("Einladung zum Beitrag „%(title)s“", title=title), body


def farewell(entry: Entry) -> Message:
    """The end of every mail to an applicant about an entry."""
    return _(
        "Sie finden den Beitrag nach der Anmeldung unter „Meine Bewerbungen“.\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        organiser=entry.edition.organiser,
    )
