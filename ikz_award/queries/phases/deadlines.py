"""Extensions of an edition's deadline."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import DeadlineExtension
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.record.phase_rest import screening_steps


@dataclass(frozen=True, kw_only=True)
class ExtensionRow:
    """An extension; `lead` is "" where it holds for all. For the organiser."""

    extension: DeadlineExtension
    lead: str
    decided_by: str


def can_have_more_time(session: Session, *, actor: Actor, edition: Edition) -> bool:
    """Whether the actor may give more time, and it would still serve somebody: after the closing while nothing is screened."""
    if not is_allowed(actor, Action.EXTEND_DEADLINE, edition_matter(edition)):
        return False
    return edition.phase is not Phase.SCREENING or not screening_steps(session, edition=edition)


def extensions_of(session: Session, *, edition_id: int) -> Sequence[ExtensionRow]:
    """Every extension, newest first."""
    rows = session.execute(
        select(DeadlineExtension, RegisterBody.official_name, Account.name)
        .join(Account, Account.id == DeadlineExtension.decided_by)
        .outerjoin(RegisterBody, RegisterBody.key == DeadlineExtension.lead_key)
        .where(DeadlineExtension.edition_id == edition_id)
        .order_by(DeadlineExtension.id.desc())
    )
    return [ExtensionRow(extension=one, lead=lead or "", decided_by=name) for one, lead, name in rows]


def public_extensions(session: Session, *, edition_id: int) -> Sequence[DeadlineExtension]:
    """Those that hold for all, oldest first: anybody may know them and why."""
    return session.scalars(
        select(DeadlineExtension)
        .where(DeadlineExtension.edition_id == edition_id, DeadlineExtension.lead_key.is_(None))
        .order_by(DeadlineExtension.id)
    ).all()
