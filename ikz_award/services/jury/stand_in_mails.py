"""The facts of what the two are written when a deputy steps in for a member of the jury."""

from datetime import datetime

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.letters import jury as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import StandIn
from ikz_award.services.entries.mails import round_of


def deputy_mail(edition: Edition, row: StandIn, *, entries: int, address: str, votes_due: datetime | None = None) -> Letter:
    """To who steps in."""
    return letters.stands_in(
        round_of(edition),
        name=row.juror.account.name or row.juror.account.email,
        is_chair=row.role is PanelRole.CHAIR,
        entries=entries,
        votes_due=votes_due,
        address=address,
    )


def member_mail(edition: Edition, row: StandIn, *, address: str) -> Letter:
    """To who is stood in for."""
    name = row.deputy.account.name or row.deputy.account.email
    return letters.stood_in_for(round_of(edition), name=name, reason=row.reason, address=address)
