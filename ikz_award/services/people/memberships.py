"""Who says to belong to an organisation is confirmed or rejected: by the organiser, or by who belongs to it already."""

from ikz_award.domain.permissions.kinds import BodyMatter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Conflict, NotFound
from ikz_award.domain.words.letters import people as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Membership, MembershipStatus
from ikz_award.models.people.register import RegisterBody
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.MEMBERSHIP_CONFIRM)
def confirm_membership(work: Work, *, membership_id: int) -> str:
    """Confirm a pending membership, tell the person, and return the organisation's name."""
    membership, body_name = _pending(work, membership_id)
    membership.status = MembershipStatus.ACTIVE
    _audit(work, membership, new="active")
    _tell(work, membership, letters.membership_confirmed(body=body_name))
    return body_name


@use_case(AuditAction.MEMBERSHIP_REJECT)
def reject_membership(work: Work, *, membership_id: int, reason: str) -> str:
    """Remove a pending membership, tell the person why, and return the organisation's name. It can be asked for again."""
    membership, body_name = _pending(work, membership_id)
    _audit(work, membership, new="rejected", reason=reason.strip())
    _tell(work, membership, letters.membership_rejected(body=body_name, reason=reason.strip()))
    work.session.delete(membership)
    return body_name


def _pending(work: Work, membership_id: int) -> tuple[Membership, str]:
    membership = work.session.get(Membership, membership_id)
    if membership is None:
        raise NotFound
    require(work.actor, Action.ADMIT_COLLEAGUE, BodyMatter(lead_key=membership.body_key))
    if membership.status is not MembershipStatus.PENDING:
        raise Conflict("transition", _("Diese Zugehörigkeit ist bereits bestätigt."))
    return membership, work.session.get_one(RegisterBody, membership.body_key).official_name


def _audit(work: Work, membership: Membership, *, new: str, reason: str = "") -> None:
    work.audit(
        subject=f"account:{membership.account_id}",
        old={"organisation": membership.body_key, "membership": "pending"},
        new={"organisation": membership.body_key, "membership": new} | ({"reason": reason} if reason else {}),
    )


def _tell(work: Work, membership: Membership, letter: Letter) -> None:
    work.send_mail(recipient=membership.account.email, subject=letter.subject, body=letter.body)
