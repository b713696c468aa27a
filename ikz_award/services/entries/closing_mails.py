"""What is written to whoever has a draft when the time for entries ends early, and when that is taken back."""

from collections.abc import Sequence
from datetime import datetime

from ikz_award.domain.words.formats import format_second
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition


def closed_early_mail(edition: Edition, *, at: datetime, reason: str, titles: Sequence[str], base_url: str) -> tuple[str, str]:
    """Subject and body; `at`: when it ended."""
    return _("Bewerbungsphase vorzeitig beendet (%(edition)s)", edition=edition.name), _(
        "Guten Tag,\n\n"
        "die Bewerbungsphase im %(edition)s wurde vorzeitig beendet: Einsendeschluss war am %(deadline)s.\n\n"
        "Begründung: %(reason)s\n\n"
        "Nicht eingereicht und damit nicht dabei:\n%(titles)s\n\n"
        "Was Sie geschrieben haben, bleibt als Entwurf gespeichert; tun müssen Sie nichts. Wenn Sie die Entscheidung für "
        "unrichtig halten, wenden Sie sich bitte bald an das Kompetenzzentrum.\n\n"
        "%(end)s",
        edition=edition.name, deadline=format_second(at), reason=reason, titles=_list(titles), end=_end(edition, base_url),
    )  # fmt: skip


def open_again_mail(edition: Edition, *, reason: str, titles: Sequence[str], base_url: str) -> tuple[str, str]:
    """Subject and body when the early end was taken back."""
    return _("Bewerbungsphase wieder offen (%(edition)s)", edition=edition.name), _(
        "Guten Tag,\n\n"
        "das vorzeitige Ende der Bewerbungsphase im %(edition)s ist zurückgenommen. Einsendeschluss ist wieder am "
        "%(deadline)s.\n\n"
        "Begründung: %(reason)s\n\n"
        "Noch nicht eingereicht:\n%(titles)s\n\n"
        "Bitte reichen Sie bis dahin ein, wenn Sie teilnehmen möchten.\n\n"
        "%(end)s",
        edition=edition.name, deadline=format_second(edition.deadline_at), reason=reason, titles=_list(titles),
        end=_end(edition, base_url),
    )  # fmt: skip


def _list(titles: Sequence[str]) -> str:
    return "\n".join(f"- {clean_line(title) or _('Beitrag ohne Titel')}" for title in titles)


def _end(edition: Edition, base_url: str) -> Message:
    return _(
        "Ihre Beiträge finden Sie nach der Anmeldung hier:\n\n%(address)s\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        address=f"{base_url}/bewerbung/", organiser=edition.organiser,
    )  # fmt: skip
