"""What waits in the outbox."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.models.record.outbox import OutgoingMail


def waiting_mails(session: Session, *, now: datetime) -> int:
    """How many mails are not sent yet."""
    query = select(func.count()).select_from(OutgoingMail).where(OutgoingMail.sent_at.is_(None), OutgoingMail.created_at <= now)
    return session.scalar(query) or 0
