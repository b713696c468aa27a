"""A colleague of the same organisation stands in for some days: named, and ended by either of the two."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.people.deputies import MOST, faults_of_days
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import BodyMatter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.timetable import today_in_berlin
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Conflict, Invalid, NotFound
from ikz_award.domain.words.letters import people as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.people.deputies import Deputyship
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.DEPUTY_NAME)
def name_deputy(work: Work, *, body_key: str, deputy_id: int | None, starts_on: date | None, ends_on: date | None) -> str:
    """Let a colleague stand in for the actor; both get a mail. Returns the colleague's name.

    Raises `Invalid` (`colleague`, `starts_on`, `ends_on`), and `NotFound` for an organisation that is not the actor's.
    """
    require(work.actor, Action.NAME_DEPUTY, BodyMatter(lead_key=body_key))
    errors = faults_of_days(starts_on=starts_on, ends_on=ends_on, today=today_in_berlin(work.now))
    deputy = _colleague(work.session, work.actor, body_key, deputy_id)
    if deputy is None:
        errors["colleague"] = _("Bitte wählen Sie, wer Sie vertritt.")
    elif not errors and starts_on and ends_on:
        errors = _clashes(work, deputy, starts_on, ends_on)
    if errors or deputy is None or starts_on is None or ends_on is None or work.actor.account_id is None:
        raise Invalid(errors)
    row = Deputyship(
        account_id=work.actor.account_id,
        deputy_id=deputy.id,
        body_key=body_key,
        starts_on=starts_on,
        ends_on=ends_on,
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    work.audit(subject=f"deputyship:{row.id}", new=_recorded(row))
    _tell(work, row, letters.deputy_named(_stand_in(row)))
    return deputy.name or deputy.email


@use_case(AuditAction.DEPUTY_END)
def end_deputyship(work: Work, *, deputyship_id: int) -> str:
    """End it at once, by who is away or who stands in; both get a mail. Returns the other's name."""
    row = work.session.get(Deputyship, deputyship_id, with_for_update=True)
    if row is None or work.actor.account_id not in (row.account_id, row.deputy_id):
        raise NotFound
    if row.ended_at is not None or row.ends_on < today_in_berlin(work.now):
        raise Conflict("transition", _("Diese Vertretung ist schon zu Ende."))
    row.ended_at, row.ended_by = work.now, work.actor.account_id
    work.audit(subject=f"deputyship:{row.id}", old=_recorded(row))
    _tell(work, row, letters.deputyship_ended(_stand_in(row)))
    other = row.deputy if work.actor.account_id == row.account_id else row.account
    return other.name or other.email


def _stand_in(row: Deputyship) -> letters.Deputised:
    return letters.Deputised(
        away=row.account.name or row.account.email,
        deputy=row.deputy.name or row.deputy.email,
        body=row.body.official_name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )


def _tell(work: Work, row: Deputyship, letter: Letter) -> None:
    for recipient in (row.account.email, row.deputy.email):
        work.send_mail(recipient=recipient, subject=letter.subject, body=letter.body)


def _recorded(row: Deputyship) -> dict[str, object]:
    return {
        "organisation": row.body_key,
        "deputy_for": f"account:{row.account_id}",
        "deputy": f"account:{row.deputy_id}",
        "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat(),
    }


def _colleague(session: Session, actor: Actor, body_key: str, deputy_id: int | None) -> Account | None:
    if deputy_id is None or deputy_id == actor.account_id:
        return None
    return session.scalar(
        select(Account)
        .join(Membership, Membership.account_id == Account.id)
        .where(
            Account.id == deputy_id,
            Account.active,
            Membership.body_key == body_key,
            Membership.status == MembershipStatus.ACTIVE,
        )
    )


def _clashes(work: Work, deputy: Account, starts_on: date, ends_on: date) -> dict[str, str]:
    open_ones = (
        Deputyship.account_id == work.actor.account_id,
        Deputyship.ended_at.is_(None),
        Deputyship.ends_on >= today_in_berlin(work.now),
    )
    same = select(Deputyship.id).where(
        *open_ones, Deputyship.deputy_id == deputy.id, Deputyship.starts_on <= ends_on, Deputyship.ends_on >= starts_on
    )
    if work.session.scalar(same) is not None:
        return {"colleague": _("Diese Person vertritt Sie in dieser Zeit schon.")}
    if (work.session.scalar(select(func.count()).select_from(Deputyship).where(*open_ones)) or 0) >= MOST:
        return {"colleague": _("Mehr als %(limit)s Vertretungen zugleich lassen sich nicht eintragen.", limit=MOST)}
    return {}
