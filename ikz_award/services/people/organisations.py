"""Who works for which municipality: joining and leaving. The organiser's part is in services.people.memberships."""

from sqlalchemy import select

from ikz_award.domain.people.email_domains import domain_of, is_freemail
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import NotFound
from ikz_award.domain.words.letters import bodies as letters
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus, Role
from ikz_award.models.people.register import OrganisationDomain, RegisterBody
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.MEMBERSHIP_JOIN)
def join_organisation(work: Work, *, body_key: str) -> MembershipStatus:
    """Make the actor a member of a current body of the register, at once or waiting for the organiser.

    At once: who writes from a domain that is known to be the body's, and the first person of a body, whose domain is known from
    then on. Waiting: everybody else, and always those with an address that anybody gets. Raises `NotFound` for an unknown body.
    """
    require(work.actor, Action.CHOOSE_ORGANISATION, Matter())
    body = work.session.get(RegisterBody, body_key)
    if body is None or not body.is_current:
        raise NotFound
    membership = work.session.scalar(
        select(Membership).where(Membership.account_id == work.actor.account_id, Membership.body_key == body_key)
    )
    if membership is None:
        membership = Membership(
            account_id=work.actor.account_id, body_key=body_key, status=_status_for(work, body), created_at=work.now
        )
        work.session.add(membership)
        new = {"organisation": body_key, "membership": membership.status.value}
        work.audit(subject=f"account:{work.actor.account_id}", old=None, new=new)
        if membership.status is MembershipStatus.PENDING:
            _tell_who_decides(work, body)
    return membership.status


@use_case(AuditAction.MEMBERSHIP_LEAVE)
def leave_organisation(work: Work, *, body_key: str) -> str:
    """End the actor's membership, or take back the wish for it; returns the body's name. What was entered stays the body's."""
    require(work.actor, Action.CHOOSE_ORGANISATION, Matter())
    membership = work.session.scalar(
        select(Membership).where(Membership.account_id == work.actor.account_id, Membership.body_key == body_key)
    )
    if membership is None:
        raise NotFound
    old = {"organisation": body_key, "membership": membership.status.value}
    work.session.delete(membership)
    work.audit(subject=f"account:{work.actor.account_id}", old=old, new={"organisation": body_key, "membership": "left"})
    return work.session.get_one(RegisterBody, body_key).official_name


def _status_for(work: Work, body: RegisterBody) -> MembershipStatus:
    domain = domain_of(work.actor.email)
    known_for = set(work.session.scalars(select(OrganisationDomain.body_key).where(OrganisationDomain.domain == domain)))
    if body.key in known_for:
        return MembershipStatus.ACTIVE
    has_members = work.session.scalar(
        select(Membership.id).where(Membership.body_key == body.key, Membership.status == MembershipStatus.ACTIVE).limit(1)
    )
    has_domain = work.session.scalar(select(OrganisationDomain.domain).where(OrganisationDomain.body_key == body.key).limit(1))
    # Who writes from another body's domain may well work for both; that is for people to judge.
    if is_freemail(domain) or known_for or has_members or has_domain:
        return MembershipStatus.PENDING
    work.session.add(OrganisationDomain(domain=domain, body_key=body.key))
    return MembershipStatus.ACTIVE


def _tell_who_decides(work: Work, body: RegisterBody) -> None:
    """One mail to each of the organiser's staff and of the body's people: somebody waits."""
    belongs = select(Membership.account_id).where(Membership.body_key == body.key, Membership.status == MembershipStatus.ACTIVE)
    deciding = Account.roles.any(Role.name == "admin") | Account.id.in_(belongs)
    people = select(Account.email).where(deciding, Account.active).order_by(Account.id)
    letter = letters.membership_waits(email=work.actor.email, body=body.official_name)
    for email in work.session.scalars(people).all():
        work.send_mail(recipient=email, subject=letter.subject, body=letter.body)
