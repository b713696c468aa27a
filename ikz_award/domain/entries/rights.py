"""Rights on an entry for people who do not belong to its lead municipality, and who of them is at work now.

People of the lead municipality may do everything and have no row of their own; somebody invited has exactly one right, and each
right holds the ones before it.
"""

from datetime import datetime, timedelta
from enum import StrEnum

# How long an invitation can be accepted: over a holiday, but not for ever.
VALID_FOR = timedelta(days=14)
# A second mail so soon would only be a second click.
RESEND_AFTER = timedelta(minutes=5)
# So many people on one entry are no longer a group that writes together, and so many mails no longer an invitation.
MAXIMUM_INVITATIONS = 30
# Invited and taken away in turn: so many mails go to one address in an hour, from whatever entry.
MAILS_AN_HOUR = 5
# Somebody who looked at a step or typed into it so recently is on it now. An open page reports every 30 seconds.
PRESENT_FOR = timedelta(seconds=75)
# A sign of life within this time is not written again.
FRESH_FOR = timedelta(seconds=20)
# Where somebody was days ago is nobody's business.
KEPT_FOR = timedelta(days=1)


class EntryRight(StrEnum):
    """What somebody invited may do, weakest first."""

    READ = "read"
    EDIT = "edit"
    SUBMIT = "submit"


class InvitationState(StrEnum):
    """How far an invitation is."""

    INVITED = "invited"
    UNDELIVERED = "undelivered"
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    REVOKED = "revoked"


def includes(held: EntryRight | None, needed: EntryRight) -> bool:
    """Whether who holds `held` may do what needs `needed`."""
    order = list(EntryRight)
    return held is not None and order.index(held) >= order.index(needed)


def invitation_state(
    *,
    now: datetime,
    expires_at: datetime,
    accepted_at: datetime | None,
    revoked_at: datetime | None,
    is_undelivered: bool = False,
) -> InvitationState:
    """A right that was taken away is gone, whatever was before; an accepted one does not expire."""
    if revoked_at is not None:
        return InvitationState.REVOKED
    if accepted_at is not None:
        return InvitationState.ACCEPTED
    if now > expires_at:
        return InvitationState.EXPIRED
    return InvitationState.UNDELIVERED if is_undelivered else InvitationState.INVITED


def is_present(*, now: datetime, seen_at: datetime) -> bool:
    """Whether somebody seen then counts as being there now."""
    return now - seen_at <= PRESENT_FOR
