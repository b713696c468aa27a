"""The circulation procedure (Umlaufverfahren): each partner is told of the entry and may object until a date.

Source: the rules of participation of both editions, for entries without a lead municipality: partners are informed "in a
circulation procedure with a right to object within a period". How long it lasts is not said; the edition's setting is ours.
"""

from datetime import datetime, time, timedelta
from enum import StrEnum

from ikz_award.domain.phases.timetable import berlin_to_utc, utc_to_berlin

REMIND_EVERY = timedelta(days=7)
MAXIMUM_REMINDERS = 3
# A second link so soon would only be a second click.
RESEND_AFTER = timedelta(minutes=5)


class PartnerAnswer(StrEnum):
    """What a partner said to being named in an entry: it knows of it, or objects. Silence is neither."""

    ACKNOWLEDGED = "acknowledged"
    OBJECTED = "objected"


class NoticeState(StrEnum):
    """How far the circulation is with one partner."""

    NO_CONTACT = "no_contact"
    NOT_SENT = "not_sent"
    UNDELIVERED = "undelivered"
    SENT = "sent"
    SEEN = "seen"
    ACKNOWLEDGED = "acknowledged"
    OBJECTED = "objected"
    LAPSED = "lapsed"  # informed, and the period ended without an objection


def objection_end(*, deadline_at: datetime, days: int) -> datetime:
    """The last second of the objection period: the end of the day, in Berlin, `days` after the deadline."""
    day = utc_to_berlin(deadline_at).date() + timedelta(days=days)
    return berlin_to_utc(datetime.combine(day, time(23, 59, 59)))


def notice_state(
    *,
    has_contact: bool,
    sent_at: datetime | None,
    is_undelivered: bool,
    seen_at: datetime | None,
    answer: PartnerAnswer | None,
    is_over: bool,
) -> NoticeState:
    """The one state that matters most to those who wait for the answer."""
    if answer is not None:
        return NoticeState.OBJECTED if answer is PartnerAnswer.OBJECTED else NoticeState.ACKNOWLEDGED
    if not has_contact:
        return NoticeState.NO_CONTACT
    if sent_at is None:
        return NoticeState.NOT_SENT
    if is_undelivered and seen_at is None:
        return NoticeState.UNDELIVERED
    if is_over:
        return NoticeState.LAPSED
    return NoticeState.SENT if seen_at is None else NoticeState.SEEN


def is_reminder_due(
    *, now: datetime, sent_at: datetime, reminded_at: datetime | None, reminders: int, ends_at: datetime
) -> bool:
    """Whether a partner who has not answered is written to again: every seven days, three times, and not after the end."""
    return now <= ends_at and reminders < MAXIMUM_REMINDERS and now - (reminded_at or sent_at) >= REMIND_EVERY
