"""Who of those who seal is written: that it is their turn, that the other one took it back, that it is open again."""

from collections.abc import Sequence

from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.letters import seal as letters
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account, Role
from ikz_award.models.seal.seal import SealAct, SealConfirmation, SealRole
from ikz_award.services.entries.mails import round_of
from ikz_award.services.record.intention import Work

OTHER = {SealRole.ORGANISER: SealRole.CHAIR, SealRole.CHAIR: SealRole.ORGANISER}
PLACES = {SealRole.ORGANISER: "verwaltung/runden/%s/siegel", SealRole.CHAIR: "jury/%s/siegel"}


def ask_the_other(work: Work, edition: Edition, half: SealConfirmation, *, base_url: str) -> None:
    """One half is there: whoever gives the other one learns of it."""
    about, name, role = round_of(edition), work.actor.name or work.actor.email, OTHER[half.role]
    where = _address(edition, role, base_url)
    letter = (
        letters.asked_to_seal(about, name=name, address=where)
        if half.act is SealAct.SEAL
        else letters.asked_to_reopen(about, name=name, reason=half.reason, address=where)
    )
    for address in _people(work, edition, role):
        work.send_mail(recipient=address, subject=letter.subject, body=letter.body)


def tell_taken_back(work: Work, edition: Edition, half: SealConfirmation) -> None:
    """Who was asked need not do anything any more."""
    letter = letters.taken_back(round_of(edition), name=work.actor.name or work.actor.email)
    for address in _people(work, edition, OTHER[half.role]):
        work.send_mail(recipient=address, subject=letter.subject, body=letter.body)


def tell_reopened(work: Work, edition: Edition, both: Sequence[SealConfirmation], *, base_url: str) -> None:
    """Both halves are there: the two learn that it is open again, and what comes next. (Of a seal tells `sealed_mails`.)"""
    for one in both:
        account = work.session.get_one(Account, one.account_id)
        letter = letters.reopened(
            round_of(edition),
            reason=one.reason,
            is_organiser=one.role is SealRole.ORGANISER,
            address=_address(edition, one.role, base_url),
        )
        work.send_mail(recipient=account.email, subject=letter.subject, body=letter.body)


def _people(work: Work, edition: Edition, role: SealRole) -> Sequence[str]:
    """Who may give this half: the chair, or anybody of the organiser; not the one who gave the other."""
    query = select(Account.email).where(Account.active, Account.id != work.actor.account_id).order_by(Account.id)
    if role is SealRole.ORGANISER:
        return work.session.scalars(query.where(Account.roles.any(Role.name == "admin"))).all()
    seat = Juror.edition_id == edition.id, Juror.role == PanelRole.CHAIR
    return work.session.scalars(query.join(Juror, Juror.account_id == Account.id).where(*seat)).all()


def _address(edition: Edition, role: SealRole, base_url: str) -> str:
    return f"{base_url}/{PLACES[role] % edition.slug}"
