"""Who someone is: an account's roles, organisations and seats as one frozen `Actor`."""

from types import MappingProxyType

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from ikz_award.domain.actors import Actor, Seat
from ikz_award.models.accounts import Account, MembershipStatus
from ikz_award.models.editions import EditionText
from ikz_award.models.jury import ConfidentialityAcceptance, Juror

CONFIDENTIALITY = "confidentiality"


def actor_of(session: Session, account: Account) -> Actor:
    """The actor for a logged-in account."""
    return Actor(
        account_id=account.id,
        name=account.name or account.email,
        email=account.email,
        is_admin=any(role.name == "admin" for role in account.roles),
        organisations=frozenset(
            membership.body_key for membership in account.memberships if membership.status is MembershipStatus.ACTIVE
        ),
        seats=MappingProxyType(_seats_of(session, account.id)),
    )


def _seats_of(session: Session, account_id: int) -> dict[int, Seat]:
    """Edition id → seat. The declaration counts only in its newest version: a changed text asks again."""
    newest = (
        select(func.max(EditionText.version))
        .where(EditionText.edition_id == Juror.edition_id, EditionText.key == CONFIDENTIALITY)
        .correlate(Juror)
        .scalar_subquery()
    )
    accepted = exists().where(
        ConfidentialityAcceptance.juror_id == Juror.id,
        ConfidentialityAcceptance.text_id == EditionText.id,
        EditionText.key == CONFIDENTIALITY,
        EditionText.version == newest,
    )
    rows = session.execute(
        select(Juror.id, Juror.edition_id, Juror.role, accepted).where(Juror.account_id == account_id)
    )
    return {
        edition_id: Seat(juror_id=juror_id, role=role, has_accepted_confidentiality=has_accepted)
        for juror_id, edition_id, role, has_accepted in rows
    }
