"""An invitation to an entry, taken up by whom it was sent to."""

from datetime import datetime

from ikz_award.domain.entries.rights import (
    InvitationState,
)
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.queries.entries.rights import folded, invitation_behind, state_of_invitation
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.RIGHTS_ACCEPT)
def accept(work: Work, *, token: str) -> str:
    """Take an invitation; returns the entry's public id. The link works once: for others, and later, it is over.

    Raises `NotFound` for a link that is none, `Refused` ("expired", "revoked", "used", "other_address", "impartial").
    """
    row = invitation_behind(work.session, token)
    if row is None or not work.actor.is_authenticated:
        raise NotFound
    work.session.refresh(row, with_for_update={"of": EntryInvitation})
    answer = row.entry.public_id
    if row.account_id == work.actor.account_id and row.revoked_at is None:
        return answer
    check_acceptable(row, actor=work.actor, now=work.now)
    row.account_id, row.accepted_at = work.actor.account_id, work.now
    work.audit(subject=f"entry:{row.entry_id}", edition_id=row.entry.edition_id, new={"email": row.email, "right": row.right})
    return answer


def check_acceptable(row: EntryInvitation, *, actor: Actor, now: datetime) -> None:
    """Whether the actor may take the invitation now. Raises `Refused`, with what to do about it."""
    match state_of_invitation(row, now=now):
        case InvitationState.REVOKED:
            raise Refused("revoked", _("Diese Einladung wurde zurückgenommen. Wenden Sie sich an die federführende Kommune."))
        case InvitationState.ACCEPTED:
            raise Refused("used", _("Diese Einladung ist schon angenommen. Der Link gilt nur einmal."))
        case InvitationState.EXPIRED:
            raise Refused(
                "expired", _("Diese Einladung ist abgelaufen. Bitten Sie die federführende Kommune, sie noch einmal zu senden.")
            )
    if folded(actor.email) != row.email:
        raise Refused(
            "other_address",
            _(
                "Die Einladung gilt für eine andere E-Mail-Adresse als die Ihres Kontos. Melden Sie sich mit der eingeladenen "
                "Adresse an, oder bitten Sie um eine Einladung an %(email)s.",
                email=actor.email,
            ),
        )
    if actor.is_admin or actor.has_judged(row.entry.edition_id):
        raise Refused("impartial", _("Wer den Wettbewerb durchführt oder darin bewertet, kann an keinem Beitrag mitwirken."))
