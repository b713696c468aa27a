"""Who says to belong to an organisation is confirmed or rejected: by the organiser, or by who belongs to it already."""

from datetime import datetime

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.matter import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.domain.words.letters import people as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Membership, MembershipStatus
from ikz_award.models.people.register import RegisterBody
from ikz_award.services.record.intention import Work, intention


def confirm_membership(*, actor: Actor, now: datetime, key: str, membership_id: int) -> str:
    """Confirm a pending membership, tell the person, and return the organisation's name."""
    request = {"membership": membership_id}
    with intention(actor=actor, now=now, action="membership.confirm", key=key, request=request) as work:
        if work.is_replay:
            return work.answer
        membership, body_name = _pending(work, membership_id)
        membership.status = MembershipStatus.ACTIVE
        _audit(work, membership, new="active")
        _tell(work, membership, letters.membership_confirmed(body=body_name))
        work.answer = body_name
        return body_name


def reject_membership(*, actor: Actor, now: datetime, key: str, membership_id: int, reason: str) -> str:
    """Remove a pending membership, tell the person why, and return the organisation's name. It can be asked for again."""
    request = {"membership": membership_id, "reason": reason}
    with intention(actor=actor, now=now, action="membership.reject", key=key, request=request) as work:
        if work.is_replay:
            return work.answer
        membership, body_name = _pending(work, membership_id)
        _audit(work, membership, new="rejected", reason=reason.strip())
        _tell(work, membership, letters.membership_rejected(body=body_name, reason=reason.strip()))
        work.session.delete(membership)
        work.answer = body_name
        return body_name


def _pending(work: Work, membership_id: int) -> tuple[Membership, str]:
    membership = work.session.get(Membership, membership_id)
    if membership is None:
        raise NotFound
    require(work.actor, Action.ADMIT_COLLEAGUE, Matter(lead_key=membership.body_key))
    if membership.status is not MembershipStatus.PENDING:
        raise Refused("transition", _("Diese Zugehörigkeit ist bereits bestätigt."))
    return membership, work.session.get_one(RegisterBody, membership.body_key).official_name


def _audit(work: Work, membership: Membership, *, new: str, reason: str = "") -> None:
    work.audit(
        subject=f"account:{membership.account_id}",
        old={"organisation": membership.body_key, "membership": "pending"},
        new={"organisation": membership.body_key, "membership": new} | ({"reason": reason} if reason else {}),
    )


def _tell(work: Work, membership: Membership, letter: Letter) -> None:
    work.send_mail(recipient=membership.account.email, subject=letter.subject, body=letter.body)
