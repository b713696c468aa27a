"""What jurors are written by the organiser: while they score, when they may compare. Titles only of what the juror may read."""

from collections.abc import Sequence
from datetime import datetime

from ikz_award.domain.words.formats import format_clock, format_day
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.jury.oversight import JurorView

MOST_TITLES = 20


def reminder_mail(edition: Edition, view: JurorView, *, shows_titles: bool, address: str) -> tuple[str, str]:
    """Subject and body of a reminder; without titles for who has not declared confidentiality."""
    count = len(view.open)
    until = _until(view.closes_at)
    if shows_titles:
        titles = [f"– {clean_line(entry.title)}" for entry in view.open[:MOST_TITLES]]
        if count > MOST_TITLES:
            titles.append(_("– und %(count)s weitere", count=count - MOST_TITLES))
        what = "\n".join(str(title) for title in titles)
    else:
        what = _("Bevor Sie die Beiträge sehen, geben Sie bitte die Verschwiegenheitserklärung ab.")
    return _("Erinnerung: offene Bewertungsbögen (%(edition)s)", edition=edition.name), _(
        "Guten Tag,\n\n%(count)s%(until)s\n\n%(what)s\n\nSie finden Ihre Beiträge nach der Anmeldung hier:\n\n%(address)s\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        count=ngettext("Ein Bewertungsbogen ist noch offen.", "%(num)s Bewertungsbögen sind noch offen.", count),
        until=until, what=what, address=address, organiser=edition.organiser,
    )  # fmt: skip


def extension_mail(edition: Edition, *, closes_at: datetime, reason: str) -> tuple[str, str]:
    return _("Mehr Zeit für Ihre Bewertung (%(edition)s)", edition=edition.name), _(
        "Guten Tag,\n\nfür Sie ist die Bewertung verlängert.%(until)s\n\nBegründung:\n\n%(reason)s\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        until=_until(closes_at), reason=reason, organiser=edition.organiser,
    )  # fmt: skip


def reopening_mail(edition: Edition, *, number: str, reason: str) -> tuple[str, str]:
    return _("Ein Bewertungsbogen ist wieder offen (%(edition)s)", edition=edition.name), _(
        "Guten Tag,\n\nwir haben Ihren Bewertungsbogen zum Beitrag %(number)s wieder geöffnet. Er zählt erst wieder, wenn "
        "Sie ihn erneut abgeben; Ihre Punkte und Begründungen stehen noch darin.\n\nBegründung:\n\n%(reason)s\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        number=number, reason=reason, organiser=edition.organiser,
    )  # fmt: skip


def comparison_mail(edition: Edition, *, address: str) -> tuple[str, str]:
    return _("Der Vergleich der Bewertungen ist geöffnet (%(edition)s)", edition=edition.name), _(
        "Guten Tag,\n\ndie Bewertung ist geschlossen. Sie können jetzt die Punkte und Begründungen der anderen "
        "Jurymitglieder zu den Beiträgen lesen, die Sie bewertet haben, und Beiträge zum Besprechen vormerken:\n\n%(address)s"
        "\n\nMit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        address=address, organiser=edition.organiser,
    )  # fmt: skip


def second_round_mail(edition: Edition, *, categories: Sequence[str], address: str) -> tuple[str, str]:
    return _("Die zweite Runde der Bewertung ist eröffnet (%(edition)s)", edition=edition.name), _(
        "Guten Tag,\n\ndie zweite Runde der Bewertung ist eröffnet. In diesen Kategorien gibt es eine engere Wahl:\n\n"
        "%(categories)s\n\nIhre Punkte der ersten Runde gelten weiter. Wenn Sie jetzt anders urteilen, öffnen Sie den "
        "Bogen, ändern ihn und geben ihn wieder ab:\n\n%(address)s\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        categories="\n".join(f"– {clean_line(name)}" for name in categories), address=address, organiser=edition.organiser,
    )  # fmt: skip


def _until(closes_at: datetime | None) -> str:
    if closes_at is None:
        return ""
    return _(" Bewerten können Sie bis zum %(day)s, %(time)s Uhr.", day=format_day(closes_at), time=format_clock(closes_at))
