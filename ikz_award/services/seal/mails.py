"""What the two who seal are written: that it is their turn, that the other one took it back, and that it is done."""

from collections.abc import Sequence

from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account, Role
from ikz_award.models.seal.seal import SealAct, SealConfirmation, SealRole
from ikz_award.services.record.intention import Work

OTHER = {SealRole.ORGANISER: SealRole.CHAIR, SealRole.CHAIR: SealRole.ORGANISER}
PLACES = {SealRole.ORGANISER: "verwaltung/runden/%s/siegel", SealRole.CHAIR: "jury/%s/siegel"}


def ask_the_other(work: Work, edition: Edition, half: SealConfirmation, *, base_url: str) -> None:
    """One half is there: whoever gives the other one learns of it."""
    name, role = work.actor.name or work.actor.email, OTHER[half.role]
    if half.act is SealAct.SEAL:
        subject = _("Bitte bestätigen Sie das Ergebnis (%(edition)s)", edition=edition.name)
        what = _(
            "%(name)s hat das Ergebnis geprüft und bestätigt. Besiegelt ist es erst, wenn Sie es auch bestätigen; vorher kann "
            "es nicht veröffentlicht werden.",
            name=name,
        )
    else:
        subject = _("Bitte entscheiden Sie: besiegeltes Ergebnis wieder öffnen? (%(edition)s)", edition=edition.name)
        what = _(
            "%(name)s möchte das besiegelte Ergebnis wieder öffnen. Das geschieht erst, wenn Sie zustimmen; ohne Ihre "
            "Zustimmung bleibt es, wie es ist.\n\nBegründung: %(reason)s",
            name=name, reason=half.reason,
        )  # fmt: skip
    what = _(
        "%(what)s\n\nBitte prüfen und entscheiden Sie hier:\n\n%(address)s",
        what=what,
        address=_address(edition, role, base_url),
    )
    for address in _people(work, edition, role):
        work.send_mail(recipient=address, subject=subject, body=_letter(edition, what))


def tell_taken_back(work: Work, edition: Edition, half: SealConfirmation) -> None:
    """Who was asked need not do anything any more."""
    name = work.actor.name or work.actor.email
    what = _("%(name)s hat die Bestätigung zurückgenommen. Sie müssen nichts tun.", name=name)
    for address in _people(work, edition, OTHER[half.role]):
        work.send_mail(
            recipient=address, subject=_("Bestätigung zurückgenommen (%(edition)s)", edition=edition.name),
            body=_letter(edition, what),
        )  # fmt: skip


def tell_reopened(work: Work, edition: Edition, both: Sequence[SealConfirmation], *, base_url: str) -> None:
    """Both halves are there: the two learn that it is open again, and what comes next. (Of a seal tells `sealed_mails`.)"""
    subject = _("Ergebnis wieder geöffnet (%(edition)s)", edition=edition.name)
    for one in both:
        account = work.session.get_one(Account, one.account_id)
        what = _(
            "Das besiegelte Ergebnis ist wieder geöffnet; die besiegelte Fassung bleibt erhalten.\n\nBegründung: %(reason)s"
            "\n\n%(next)s\n\n%(address)s",
            reason=one.reason, next=_after_reopening(one), address=_address(edition, one.role, base_url),
        )  # fmt: skip
        work.send_mail(recipient=account.email, subject=subject, body=_letter(edition, what))


def _after_reopening(one: SealConfirmation) -> Message:
    if one.role is SealRole.ORGANISER:
        return _("Nehmen Sie die Feststellung oder die Veröffentlichung zurück, um es zu ändern. Danach wird neu besiegelt:")
    return _("Sie werden gebeten, das Ergebnis neu zu bestätigen, sobald es wieder feststeht:")


def _people(work: Work, edition: Edition, role: SealRole) -> Sequence[str]:
    """Who may give this half: the chair, or anybody of the organiser; not the one who gave the other."""
    query = select(Account.email).where(Account.active, Account.id != work.actor.account_id).order_by(Account.id)
    if role is SealRole.ORGANISER:
        return work.session.scalars(query.where(Account.roles.any(Role.name == "admin"))).all()
    seat = Juror.edition_id == edition.id, Juror.role == PanelRole.CHAIR
    return work.session.scalars(query.join(Juror, Juror.account_id == Account.id).where(*seat)).all()


def _address(edition: Edition, role: SealRole, base_url: str) -> str:
    return f"{base_url}/{PLACES[role] % edition.slug}"


def _letter(edition: Edition, what: str) -> Message:
    return _(
        "Guten Tag,\n\n%(what)s\n\nMit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        what=what, organiser=edition.organiser,
    )  # fmt: skip
