"""What the two are written when a deputy steps in for a member of the jury."""

from datetime import datetime

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.formats import format_clock, format_day
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import StandIn


def deputy_mail(
    edition: Edition, row: StandIn, *, entries: int, address: str, votes_due: datetime | None = None
) -> tuple[str, str]:
    """To who steps in: in which role, what is to be scored, and until when votes in writing are due where any are out."""
    role = _("den Vorsitz") if row.role is PanelRole.CHAIR else _("den Platz")
    owed = (
        ngettext("Sie haben einen Beitrag zu bewerten.", "Sie haben %(num)s Beiträge zu bewerten.", entries)
        if entries
        else _("Zu bewerten ist zurzeit nichts; sobald sich das ändert, sehen Sie es dort.")
    )
    if votes_due is not None:
        owed = _(
            "Ein Umlaufverfahren läuft. Bitte stimmen Sie bis zum %(day)s, %(time)s Uhr ab: Mit wirkt nur, wer abstimmt, und "
            "eine offene Stimme von %(name)s zählt jetzt nicht mehr.",
            day=format_day(votes_due), time=format_clock(votes_due),
            name=_name(row, of_deputy=False),
        )  # fmt: skip
    return _("Sie vertreten %(name)s in der Jury (%(edition)s)", name=_name(row, of_deputy=False), edition=edition.name), _(
        "Guten Tag,\n\n"
        "Sie sind als Vertretung für %(name)s eingesetzt und nehmen in der Jury „%(edition)s“ %(role)s ein.\n\n"
        "%(owed)s\n\n"
        "Bitte melden Sie sich hier an; wenn Sie es noch nicht getan haben, geben Sie zuerst die "
        "Verschwiegenheitserklärung ab:\n\n%(address)s\n\n"
        "%(end)s",
        name=_name(row, of_deputy=False), edition=edition.name, role=role, owed=owed, address=address, end=_end(edition),
    )  # fmt: skip


def member_mail(edition: Edition, row: StandIn, *, address: str) -> tuple[str, str]:
    """To who is stood in for: what stays theirs, and how it ends."""
    return _("%(name)s vertritt Sie in der Jury (%(edition)s)", name=_name(row, of_deputy=True), edition=edition.name), _(
        "Guten Tag,\n\n"
        "%(name)s vertritt Sie ab jetzt in der Jury „%(edition)s“ und übernimmt Ihre noch offenen Bewertungsbögen.\n\n"
        "Begründung: %(reason)s\n\n"
        "Bewertungsbögen und geheime Stimmen, die Sie abgegeben haben, bleiben und zählen. In offenen Abstimmungen, die noch "
        "laufen, stimmt Ihre Vertretung ab. Sie müssen nichts mehr tun. Wenn Sie wieder da sind, sagen Sie bitte dem "
        "Kompetenzzentrum Bescheid; es kann Sie auf demselben Weg wieder einsetzen.\n\n"
        "Ihre Seite der Jury:\n\n%(address)s\n\n"
        "%(end)s",
        name=_name(row, of_deputy=True), edition=edition.name, reason=row.reason, address=address, end=_end(edition),
    )  # fmt: skip


def _name(row: StandIn, *, of_deputy: bool) -> str:
    account = (row.deputy if of_deputy else row.juror).account
    return account.name or account.email


def _end(edition: Edition) -> Message:
    return _(
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.", organiser=edition.organiser
    )
