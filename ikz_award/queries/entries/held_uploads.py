"""Files that would be altered and wait for somebody to choose."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.words.errors import NotFound
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.held_uploads import HeldUpload

# Long enough for holidays; a file that nobody chose is not kept for good.
HELD_FOR = timedelta(days=14)


def held_of(session: Session, entry: Entry) -> Sequence[HeldUpload]:
    """In the order in which they came."""
    return session.scalars(select(HeldUpload).where(HeldUpload.entry_id == entry.id).order_by(HeldUpload.id)).all()


def held_upload(session: Session, entry: Entry, held_id: str) -> HeldUpload:
    """One of them. Raises `NotFound`."""
    found = next((one for one in held_of(session, entry) if one.public_id == held_id), None)
    if found is None:
        raise NotFound
    return found


def held_until(row: HeldUpload) -> datetime:
    """Until when (UTC) an altered file waits for the applicant's word; after that it is swept away."""
    return row.created_at + HELD_FOR
