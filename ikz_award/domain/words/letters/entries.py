"""What applicants are written about their entry. Plain text; nothing in it that was typed into the entry but its title."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ikz_award.domain.words.formats import format_second, format_time_left
from ikz_award.domain.words.letters.frame import Letter, Round, framed, listed, title_of
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _


@dataclass(frozen=True, kw_only=True)
class Written:
    """The entry a letter is about; `title` as it was typed."""

    number: str
    title: str
    lead: str
    round: Round


@dataclass(frozen=True, kw_only=True)
class HandedIn:
    """A version of it that counts."""

    version: int
    sha256: str
    received_at: datetime


def receipt(entry: Written, version: HandedIn, *, clock: str, coming: Sequence[str]) -> Letter:
    """`clock`: whose time it is; `coming`: what the page of the receipt says of what happens next."""
    title = clean_line(entry.title)
    text = _(
        "Ihr Beitrag zum %(edition)s ist eingegangen.\n\n"
        "Nummer:      %(number)s\n"
        "Titel:       %(title)s\n"
        "Kommune:     %(lead)s\n"
        "Eingegangen: %(received_at)s\n"
        "Fassung:     %(version)s\n"
        "Prüfsumme:   %(sha256)s\n"
        "             (SHA-256 über den eingereichten Stand mit allen Anlagen)\n\n"
        "%(clock)s\n\n"
        "Wie es weitergeht:\n%(coming)s",
        edition=entry.round.name,
        number=entry.number,
        title=title,
        lead=entry.lead,
        received_at=format_second(version.received_at),
        version=version.version,
        sha256=version.sha256,
        clock=clock,
        coming=listed(coming),
    )
    return Letter(_("Eingangsbestätigung %(number)s: %(title)s", number=entry.number, title=title), _framed(entry, text))


def withdrawn(entry: Written, *, at: datetime) -> Letter:
    """The entry no longer takes part; `at`: when it was withdrawn."""
    title = clean_line(entry.title)
    text = _(
        "der Beitrag %(number)s „%(title)s“ zum %(edition)s wurde am %(now)s zurückgezogen. Er nimmt am Wettbewerb nicht "
        "mehr teil.",
        number=entry.number,
        title=title,
        edition=entry.round.name,
        now=format_second(at),
    )
    return Letter(_("Beitrag %(number)s zurückgezogen: %(title)s", number=entry.number, title=title), _framed(entry, text))


def amending_ended(entry: Written, version: HandedIn) -> Letter:
    """When the deadline came before changed text was handed in again."""
    title = clean_line(entry.title)
    text = _(
        "der Beitrag %(number)s „%(title)s“ zum %(edition)s war zum Ändern geöffnet, als die Bewerbungsphase endete. Die "
        "Änderungen wurden nicht mehr eingereicht. Es gilt deshalb weiter die eingereichte Fassung %(version)s vom "
        "%(received_at)s.\n\n"
        "Texte, die zuletzt gespeichert waren, stehen noch in den früheren Fassungen der Schritte.",
        number=entry.number,
        title=title,
        edition=entry.round.name,
        version=version.version,
        received_at=format_second(version.received_at),
    )
    subject = _("Es gilt Ihre eingereichte Fassung %(number)s: %(title)s", number=entry.number, title=title)
    return Letter(subject, _framed(entry, text))


# By the value of `domain.entries.reminders.Reminder`.
_OCCASIONS = {
    # No span of time: the line with the deadline says how much is left, also where a reminder goes out late.
    "quiet": _("an Ihrem Beitrag wurde seit mindestens zwei Wochen nicht mehr gearbeitet"),
    "week": _("der Einsendeschluss rückt näher"),
    "two_days": _("der Einsendeschluss ist bald"),
    "hours": _("der Einsendeschluss ist sehr bald"),
}


def reminder(entry: Written, kind: str, *, is_amending: bool, deadline_at: datetime, now: datetime) -> Letter:
    """For an entry that is not handed in, or not handed in again."""
    title = title_of(entry.title)
    state = (
        _("Er ist zum Ändern geöffnet und noch nicht erneut eingereicht; bis dahin gilt die eingereichte Fassung.")
        if is_amending
        else _("Er ist noch ein Entwurf und nimmt erst teil, wenn Sie ihn einreichen.")
    )
    text = _(
        "%(occasion)s: „%(title)s“ zum %(edition)s. %(state)s\n\n"
        "Einsendeschluss: %(deadline)s (%(left)s)\n\n"
        "Solche Erinnerungen können Sie unter „Mein Konto“ einzeln abstellen.",
        occasion=_OCCASIONS[kind],
        title=title,
        edition=entry.round.name,
        state=state,
        deadline=format_second(deadline_at),
        left=format_time_left(deadline_at - now),
    )
    return Letter(_("Noch nicht eingereicht: %(title)s", title=title), _framed(entry, text))


# By the value of `domain.entries.rights.EntryRight`.
_MAY = {
    "read": _("den Beitrag lesen"),
    "edit": _("den Beitrag lesen und bearbeiten"),
    "submit": _("den Beitrag lesen, bearbeiten und einreichen"),
}


def invitation(entry: Written, *, inviter: str, right: str, address: str, expires_at: datetime) -> Letter:
    """To somebody who is asked to work on an entry."""
    title = title_of(entry.title)
    text = _(
        "%(inviter)s, %(lead)s, lädt Sie ein, am Wettbewerbsbeitrag „%(title)s“ zum %(edition)s mitzuwirken. Sie "
        "können %(may)s.\n\n"
        "Zur Einladung:\n%(address)s\n\n"
        "Der Link gilt einmal, bis zum %(until)s und nur für diese E-Mail-Adresse. Wenn Sie noch kein Konto haben, legen Sie "
        "dort eines an; danach finden Sie die Einladung unter „Meine Bewerbungen“.\n\n"
        "Wenn Sie mit dem Beitrag nichts zu tun haben, löschen Sie diese Nachricht einfach.",
        inviter=clean_line(inviter),
        lead=entry.lead,
        title=title,
        edition=entry.round.name,
        may=_MAY[right],
        address=address,
        until=format_second(expires_at),
    )
    return Letter(_("Einladung zum Beitrag „%(title)s“", title=title), framed(text, sender=entry.round.organiser))


def more_time(about: Round, *, until: datetime, reason: str, titles: Sequence[str]) -> Letter:
    """When there is more time for these entries."""
    text = _(
        "für Ihre Bewerbung zum %(edition)s haben Sie mehr Zeit: Der Einsendeschluss ist nun der %(until)s.\n\n"
        "Begründung: %(reason)s\n\n"
        "Noch nicht oder noch nicht erneut eingereicht:\n%(names)s\n\n"
        "Sie finden Ihre Beiträge nach der Anmeldung unter „Meine Bewerbungen“.",
        edition=about.name,
        until=format_second(until),
        reason=reason,
        names=listed(map(title_of, titles)),
    )
    return Letter(_("Mehr Zeit für Ihren Beitrag zum %(edition)s", edition=about.name), framed(text, sender=about.organiser))


def closed_early(about: Round, *, at: datetime, reason: str, titles: Sequence[str], address: str) -> Letter:
    """To whoever has a draft; `at`: when the time for entries ended."""
    text = _(
        "die Bewerbungsphase im %(edition)s wurde vorzeitig beendet: Einsendeschluss war am %(deadline)s.\n\n"
        "Begründung: %(reason)s\n\n"
        "Nicht eingereicht und damit nicht dabei:\n%(titles)s\n\n"
        "Was Sie geschrieben haben, bleibt als Entwurf gespeichert; tun müssen Sie nichts. Wenn Sie die Entscheidung für "
        "unrichtig halten, wenden Sie sich bitte bald an das Kompetenzzentrum.\n\n%(where)s",
        edition=about.name,
        deadline=format_second(at),
        reason=reason,
        titles=listed(map(title_of, titles)),
        where=_where(address),
    )
    subject = _("Bewerbungsphase vorzeitig beendet (%(edition)s)", edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def open_again(about: Round, *, deadline_at: datetime, reason: str, titles: Sequence[str], address: str) -> Letter:
    """When the early end was taken back."""
    text = _(
        "das vorzeitige Ende der Bewerbungsphase im %(edition)s ist zurückgenommen. Einsendeschluss ist wieder am "
        "%(deadline)s.\n\n"
        "Begründung: %(reason)s\n\n"
        "Noch nicht eingereicht:\n%(titles)s\n\n"
        "Bitte reichen Sie bis dahin ein, wenn Sie teilnehmen möchten.\n\n%(where)s",
        edition=about.name,
        deadline=format_second(deadline_at),
        reason=reason,
        titles=listed(map(title_of, titles)),
        where=_where(address),
    )
    subject = _("Bewerbungsphase wieder offen (%(edition)s)", edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def _where(address: str) -> Message:
    return _("Ihre Beiträge finden Sie nach der Anmeldung hier:\n\n%(address)s", address=address)


def _framed(entry: Written, text: Message) -> Message:
    where = _("%(text)s\n\nSie finden den Beitrag nach der Anmeldung unter „Meine Bewerbungen“.", text=text)
    return framed(where, sender=entry.round.organiser)
