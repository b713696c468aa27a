"""Telling the organiser's staff of what goes wrong without anybody looking."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.words.letters.frame import framed
from ikz_award.domain.words.wording import Message
from ikz_award.models.people.accounts import Account, Role
from ikz_award.services.record.intention import queue_mail


def tell_organisers(session: Session, *, now: datetime, subject: Message, body: Message, except_for: str = "") -> int:
    """Put a mail to each of the organiser's accounts into the outbox; returns how many.

    `except_for`: an address that does not work.
    """
    staff = select(Account.email).join(Account.roles).where(Role.name == "admin", Account.active, Account.email != except_for)
    text = framed(body)
    emails = session.scalars(staff.order_by(Account.id)).all()
    for email in emails:
        queue_mail(session, now=now, recipient=email, subject=subject, body=text)
    return len(emails)
