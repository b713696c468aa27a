"""Who sits on the jury: invited by mail with a one-time link, for a body, as chair, member or deputy."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.answers import QuestionKind, problem
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.letters import jury as letters
from ikz_award.domain.words.text import clean_line, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.meeting import Ballot, MeetingPresence
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.bias import HintDecision
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Juror, JurorEnd, JurorTie, Recusal, ScoreSheet, StandIn
from ikz_award.models.jury.reading import ReadingNote
from ikz_award.models.people.accounts import Account
from ikz_award.queries.decision.leaving import end_of_seat
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.entries.mails import round_of
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

NAME_LIMIT, BODY_LIMIT = 120, 200


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """How somebody gets in: a link for whoever has no account yet. `new_account` makes one that nobody can log in to."""

    new_account: Callable[[str, str], Account]
    link: Callable[[Account], str]
    days: int
    base_url: str


@dataclass(frozen=True, kw_only=True)
class TypedJuror:
    """What the organiser typed of somebody who gets a seat; `body_name`: for whom they sit there."""

    name: str
    email: str
    body_name: str
    role: PanelRole


@use_case(AuditAction.PANEL_ADD, without=("invitation",))
def add_juror(work: Work, *, edition_slug: str, typed: TypedJuror, invitation: Invitation) -> None:
    """Give somebody a seat and write to them.

    Raises `Invalid` (`name`, `email`, `body_name`, `role`), `NotFound`, `Refused` once scoring is closed.
    """
    edition = _edition(work, edition_slug)
    jurors = _panel(work.session, edition)
    address = clean_line(typed.email).casefold()
    _check(typed, address, jurors)
    account = work.session.scalar(select(Account).where(Account.email == address))
    is_new = account is None
    if account is None:
        account = invitation.new_account(address, clean_line(typed.name))
        work.session.add(account)
        work.session.flush()
    juror = Juror(
        edition_id=edition.id,
        account_id=account.id,
        body_name=clean_line(typed.body_name),
        role=typed.role,
        position=max((one.position for one in jurors), default=0) + 1,
    )
    work.session.add(juror)
    work.session.flush()
    _invite(work, edition, juror, account, invitation, is_new=is_new)
    work.audit(
        subject=f"juror:{juror.id}",
        edition_id=edition.id,
        new={"email": address, "body_name": juror.body_name, "role": juror.role},
    )


@use_case(AuditAction.PANEL_INVITE, without=("invitation",))
def invite_again(work: Work, *, edition_slug: str, juror_id: int, invitation: Invitation) -> str:
    """Send another link, which makes the earlier one worthless; returns the address. Raises `NotFound`, `Refused`."""
    edition = _edition(work, edition_slug)
    juror = _juror(work.session, edition, juror_id)
    _invite(work, edition, juror, juror.account, invitation, is_new=True)
    work.audit(subject=f"juror:{juror.id}", edition_id=edition.id)
    return juror.account.email


@use_case(AuditAction.PANEL_CHANGE_ROLE)
def change_role(work: Work, *, edition_slug: str, juror_id: int, role: PanelRole) -> None:
    """Make somebody chair, member or deputy; a new chair takes the place of the old one, who becomes a member."""
    edition = _edition(work, edition_slug)
    juror = _juror(work.session, edition, juror_id)
    if juror.role is role:
        return
    old = juror.role
    if role is PanelRole.CHAIR:
        for other in _panel(work.session, edition):
            if other.role is PanelRole.CHAIR:
                other.role = PanelRole.MEMBER
    juror.role = role
    work.audit(subject=f"juror:{juror.id}", edition_id=edition.id, old={"role": old}, new={"role": role})


@use_case(AuditAction.PANEL_REMOVE)
def remove_juror(work: Work, *, edition_slug: str, juror_id: int) -> None:
    """Take a seat away from who has done nothing on it yet. Raises `Refused` ("has_worked"): what was done stays on record."""
    edition = _edition(work, edition_slug)
    juror = _juror(work.session, edition, juror_id)
    if has_worked(work.session, juror.id):
        raise Refused(
            "has_worked",
            _(
                "Dieses Mitglied hat schon eine Erklärung abgegeben, bewertet oder vertreten. Was getan ist, bleibt "
                "nachvollziehbar. Wenn es nicht mehr mitwirken soll, wählen Sie „Aus der Jury nehmen“."
            ),
        )
    work.audit(
        subject=f"juror:{juror.id}", edition_id=edition.id, old={"email": juror.account.email, "body_name": juror.body_name}
    )
    work.session.delete(juror)


def has_worked(session: Session, juror_id: int) -> bool:
    """Whether anything rests on this seat."""
    stood_in = select(StandIn.id).where((StandIn.juror_id == juror_id) | (StandIn.deputy_id == juror_id)).exists()
    rows = (
        ConfidentialityAcceptance,
        JurorEnd,
        JurorTie,
        Recusal,
        ScoreSheet,
        HintDecision,
        ReadingNote,
        MeetingPresence,
        Ballot,
    )
    found = or_(*(select(row.id).where(row.juror_id == juror_id).exists() for row in rows), stood_in)
    return bool(session.scalar(select(Juror.id).where(Juror.id == juror_id, found)))


def _edition(work: Work, slug: str) -> Edition:
    edition = locked_edition(work.session, slug)
    require(work.actor, Action.EDIT_PANEL, edition_matter(edition))
    return edition


def _panel(session: Session, edition: Edition) -> list[Juror]:
    return list(session.scalars(select(Juror).where(Juror.edition_id == edition.id).order_by(Juror.position)))


def _juror(session: Session, edition: Edition, juror_id: int) -> Juror:
    found = session.get(Juror, juror_id)
    if found is None or found.edition_id != edition.id:
        raise NotFound
    if end_of_seat(session, juror_id=juror_id) is not None:
        raise Refused("has_left", _("Dieses Mitglied ist aus der Jury ausgeschieden."))
    return found


def _check(typed: TypedJuror, address: str, jurors: list[Juror]) -> None:
    errors: dict[str, str] = {}
    for field, text, limit, missing in (
        ("name", typed.name, NAME_LIMIT, _("Bitte geben Sie Vor- und Nachnamen an.")),
        ("body_name", typed.body_name, BODY_LIMIT, _("Bitte geben Sie an, für wen das Mitglied in der Jury sitzt.")),
    ):
        if not clean_line(text):
            errors[field] = missing
        elif length(clean_line(text)) > limit:
            errors[field] = _("Bitte kürzen Sie die Angabe auf %(limit)s Zeichen.", limit=limit)
    if not address:
        errors["email"] = _("Bitte geben Sie die E-Mail-Adresse an.")
    elif fault := problem(QuestionKind.EMAIL, address, limit=254):
        errors["email"] = fault
    elif any(one.account.email == address for one in jurors):
        errors["email"] = _("Diese Person gehört der Jury schon an oder ist aus ihr ausgeschieden.")
    if typed.role is PanelRole.CHAIR and any(one.role is PanelRole.CHAIR for one in jurors):
        errors["role"] = _(
            "Es gibt schon einen Vorsitz. Fügen Sie die Person als Mitglied hinzu und ändern Sie dann die Rolle."
        )
    if errors:
        raise Invalid(errors)


def _invite(work: Work, edition: Edition, juror: Juror, account: Account, invitation: Invitation, *, is_new: bool) -> None:
    if not account.active:
        raise Refused("locked", _("Das Konto dieser Person ist gesperrt. Entsperren Sie es zuerst."))
    if is_new:
        how = letters.first_password(days=invitation.days, link=invitation.link(account))
    else:
        how = letters.own_account(link=f"{invitation.base_url}/jury/")
    letter = letters.invited(round_of(edition), place=juror.body_name, how=how)
    work.send_mail(recipient=account.email, subject=letter.subject, body=letter.body)
