"""Sending what is in the outbox: claimed by one worker, delivered outside of any transaction, tried again later if need be."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from ikz_award.adapters.mail import Post, PostedMail
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.organisers import tell_organisers

log = structlog.get_logger()

# After the first failure, the second, …; then the mail is given up; its row stays, with the last error.
BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720, 1440, 1440))
# A worker that dies in between leaves its claim; after this time another one takes the mail, with the same Message-ID.
CLAIM = timedelta(minutes=5)
AT_ONCE = 50
NOT_DELIVERED = _("Eine E-Mail konnte nicht zugestellt werden")
_SECRET_LINK = re.compile(r"(/umlauf/|/bewerbung/einladung/)[\w-]+")


@dataclass(frozen=True, kw_only=True)
class _Claimed:
    id: int
    attempt: int
    letter: PostedMail


def deliver_due(*, clock: Callable[[], datetime], post: Post) -> int:
    """Deliver the mails that are due, oldest first (at most 50 a call); returns how many were delivered.

    `clock` is asked for each mail: behind a slow server a batch takes longer than a claim lasts.
    """
    delivered = 0
    for _one in range(AT_ONCE):
        claimed = _claim(clock())
        if claimed is None:
            break
        try:
            post(claimed.letter)
        except (OSError, ValueError) as error:
            _postpone(claimed, now=clock(), error=error)
        else:
            delivered += _mark_sent(claimed, now=clock())
    return delivered


def _is_due(now: datetime) -> ColumnElement[bool]:
    return and_(OutgoingMail.sent_at.is_(None), OutgoingMail.next_attempt_at <= now, OutgoingMail.attempts <= len(BACK_OFF))


def _claim(now: datetime) -> _Claimed | None:
    """Take one mail that is due, in a short write transaction: whoever comes second finds it taken."""
    db.session.rollback()
    if db.session.scalar(select(OutgoingMail.id).where(_is_due(now)).limit(1)) is None:
        return None  # without the write lock: this is asked all the time
    with write_session() as session:
        mail = session.scalar(
            select(OutgoingMail).where(_is_due(now)).order_by(OutgoingMail.id).limit(1).with_for_update(skip_locked=True)
        )
        if mail is None:
            return None
        mail.attempts += 1
        mail.next_attempt_at = now + CLAIM
        letter = PostedMail(
            message_id=mail.message_id, recipient=mail.recipient, subject=mail.subject, body=mail.body, at=mail.created_at
        )
        return _Claimed(id=mail.id, attempt=mail.attempts, letter=letter)


def _held(session: Session, claimed: _Claimed) -> OutgoingMail | None:
    """The mail, if it is still this worker's: a claim that ran out is another's, or nobody's."""
    return session.scalar(
        select(OutgoingMail).where(
            OutgoingMail.id == claimed.id, OutgoingMail.attempts == claimed.attempt, OutgoingMail.sent_at.is_(None)
        )
    )


def _mark_sent(claimed: _Claimed, *, now: datetime) -> bool:
    with write_session() as session:
        mail = _held(session, claimed)
        if mail is None:
            return False
        mail.sent_at, mail.last_error = now, ""
        # The link is a secret of who got the mail; it does not stay here, nor in a backup.
        mail.body = _SECRET_LINK.sub(r"\1…", mail.body)
        return True


def _postpone(claimed: _Claimed, *, now: datetime, error: Exception) -> None:
    log.warning("mail not delivered", mail=claimed.id, attempt=claimed.attempt, error=type(error).__name__)
    with write_session() as session:
        mail = _held(session, claimed)
        if mail is None:
            return
        mail.next_attempt_at = now + BACK_OFF[min(claimed.attempt, len(BACK_OFF)) - 1]
        mail.last_error = f"{type(error).__name__}: {error}"[:300]
        if claimed.attempt > len(BACK_OFF) and mail.subject != str(NOT_DELIVERED):
            _tell_given_up(session, mail, now)


def _tell_given_up(session: Session, mail: OutgoingMail, now: datetime) -> None:
    text = _(
        "eine E-Mail an %(recipient)s konnte auch nach %(count)s Versuchen nicht zugestellt werden und ist aufgegeben.\n\n"
        "Betreff: %(subject)s\nLetzter Fehler: %(error)s\n\nBitte prüfen Sie die Adresse und sagen Sie der Person auf anderem "
        "Weg Bescheid.",
        recipient=mail.recipient,
        count=mail.attempts,
        subject=mail.subject,
        error=mail.last_error,
    )
    tell_organisers(session, now=now, subject=NOT_DELIVERED, body=text, except_for=mail.recipient)
