"""What jurors are written: while they score, when they may compare, when somebody comes, leaves or stands in."""

from collections.abc import Sequence
from datetime import datetime

from ikz_award.domain.words.formats import format_clock, format_day
from ikz_award.domain.words.letters.frame import Closing, Letter, Round, framed, listed
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext

MOST_TITLES = 20


def invited(about: Round, *, place: str, how: str) -> Letter:
    """`place`: what for; `how`: `first_password` or `own_account`."""
    text = _(
        "Sie sind in die Jury „%(edition)s“ eingeladen, für: %(body)s.\n\n%(how)s\n\nZuerst lesen Sie dort "
        "die Verschwiegenheitserklärung; danach sehen Sie, was wann zu tun ist.",
        edition=about.name,
        body=place,
        how=how,
    )
    body = framed(text, sender=about.organiser, closing=Closing.INVITATION)
    return Letter(_("Einladung in die Jury (%(edition)s)", edition=about.name), body)


def first_password(*, link: str, days: int) -> str:
    """How somebody without an account gets in; the link works for `days`."""
    return _(
        "Legen Sie dafür bitte ein Passwort fest. Der Link gilt einmal und %(days)s Tage; danach können Sie sich "
        "dort einen neuen schicken lassen.\n\n%(link)s",
        days=days,
        link=link,
    )


def own_account(*, link: str) -> str:
    """How somebody gets in who has an account already."""
    return _("Sie haben schon ein Konto. Melden Sie sich damit an:\n\n%(link)s", link=link)


def sheets_due(about: Round, *, titles: Sequence[str] | None, count: int, closes_at: datetime | None, address: str) -> Letter:
    """A reminder; `titles` of what the juror may read, None for who has not declared confidentiality."""
    if titles is not None:
        lines: list[str] = [clean_line(title) for title in titles[:MOST_TITLES]]
        if count > MOST_TITLES:
            lines.append(_("und %(count)s weitere", count=count - MOST_TITLES))
        what = listed(lines, mark="–")
    else:
        what = _("Bevor Sie die Beiträge sehen, geben Sie bitte die Verschwiegenheitserklärung ab.")
    text = _(
        "%(count)s%(until)s\n\n%(what)s\n\nSie finden Ihre Beiträge nach der Anmeldung hier:\n\n%(address)s",
        count=ngettext("Ein Bewertungsbogen ist noch offen.", "%(num)s Bewertungsbögen sind noch offen.", count),
        until=_until(closes_at),
        what=what,
        address=address,
    )
    subject = _("Erinnerung: offene Bewertungsbögen (%(edition)s)", edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def more_time(about: Round, *, closes_at: datetime, reason: str) -> Letter:
    """This juror may score until `closes_at`."""
    text = _(
        "für Sie ist die Bewertung verlängert.%(until)s\n\nBegründung:\n\n%(reason)s", until=_until(closes_at), reason=reason
    )
    return Letter(_("Mehr Zeit für Ihre Bewertung (%(edition)s)", edition=about.name), framed(text, sender=about.organiser))


def sheet_reopened(about: Round, *, number: str, reason: str) -> Letter:
    """A sheet that was given in can be changed again, and counts only when it is given in anew."""
    text = _(
        "wir haben Ihren Bewertungsbogen zum Beitrag %(number)s wieder geöffnet. Er zählt erst wieder, wenn "
        "Sie ihn erneut abgeben; Ihre Punkte und Begründungen stehen noch darin.\n\nBegründung:\n\n%(reason)s",
        number=number,
        reason=reason,
    )
    subject = _("Ein Bewertungsbogen ist wieder offen (%(edition)s)", edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def comparison_opened(about: Round, *, address: str) -> Letter:
    """Scoring is over: the others' points can be read at `address`."""
    text = _(
        "die Bewertung ist geschlossen. Sie können jetzt die Punkte und Begründungen der anderen "
        "Jurymitglieder zu den Beiträgen lesen, die Sie bewertet haben, und Beiträge zum Besprechen vormerken:\n\n%(address)s",
        address=address,
    )
    subject = _("Der Vergleich der Bewertungen ist geöffnet (%(edition)s)", edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def second_round(about: Round, *, categories: Sequence[str], address: str) -> Letter:
    """Which `categories` have a shortlist, and what the points of the first round are worth now."""
    text = _(
        "die zweite Runde der Bewertung ist eröffnet. In diesen Kategorien gibt es eine engere Wahl:\n\n"
        "%(categories)s\n\nIhre Punkte der ersten Runde gelten weiter. Wenn Sie jetzt anders urteilen, öffnen Sie den "
        "Bogen, ändern ihn und geben ihn wieder ab:\n\n%(address)s",
        categories=listed(map(clean_line, categories), mark="–"),
        address=address,
    )
    subject = _("Die zweite Runde der Bewertung ist eröffnet (%(edition)s)", edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def stands_in(about: Round, *, name: str, is_chair: bool, entries: int, votes_due: datetime | None, address: str) -> Letter:
    """To who steps in for `name`: in which role, what is to be scored, until when votes in writing are due, if any are."""
    role = _("den Vorsitz") if is_chair else _("den Platz")
    owed = (
        ngettext("Sie haben einen Beitrag zu bewerten.", "Sie haben %(num)s Beiträge zu bewerten.", entries)
        if entries
        else _("Zu bewerten ist zurzeit nichts; sobald sich das ändert, sehen Sie es dort.")
    )
    if votes_due is not None:
        owed = _(
            "Ein Umlaufverfahren läuft. Bitte stimmen Sie bis zum %(day)s, %(time)s Uhr ab: Mit wirkt nur, wer abstimmt, und "
            "eine offene Stimme von %(name)s zählt jetzt nicht mehr.",
            day=format_day(votes_due),
            time=format_clock(votes_due),
            name=name,
        )
    text = _(
        "Sie sind als Vertretung für %(name)s eingesetzt und nehmen in der Jury „%(edition)s“ %(role)s ein.\n\n"
        "%(owed)s\n\n"
        "Bitte melden Sie sich hier an; wenn Sie es noch nicht getan haben, geben Sie zuerst die "
        "Verschwiegenheitserklärung ab:\n\n%(address)s",
        name=name,
        edition=about.name,
        role=role,
        owed=owed,
        address=address,
    )
    subject = _("Sie vertreten %(name)s in der Jury (%(edition)s)", name=name, edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def stood_in_for(about: Round, *, name: str, reason: str, address: str) -> Letter:
    """To who is stood in for by `name`: what stays theirs, and how it ends."""
    text = _(
        "%(name)s vertritt Sie ab jetzt in der Jury „%(edition)s“ und übernimmt Ihre noch offenen Bewertungsbögen.\n\n"
        "Begründung: %(reason)s\n\n"
        "Bewertungsbögen und geheime Stimmen, die Sie abgegeben haben, bleiben und zählen. In offenen Abstimmungen, die noch "
        "laufen, stimmt Ihre Vertretung ab. Sie müssen nichts mehr tun. Wenn Sie wieder da sind, sagen Sie bitte dem "
        "Kompetenzzentrum Bescheid; es kann Sie auf demselben Weg wieder einsetzen.\n\n"
        "Ihre Seite der Jury:\n\n%(address)s",
        name=name,
        edition=about.name,
        reason=reason,
        address=address,
    )
    subject = _("%(name)s vertritt Sie in der Jury (%(edition)s)", name=name, edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def _until(closes_at: datetime | None) -> str:
    if closes_at is None:
        return ""
    return _(" Bewerten können Sie bis zum %(day)s, %(time)s Uhr.", day=format_day(closes_at), time=format_clock(closes_at))
