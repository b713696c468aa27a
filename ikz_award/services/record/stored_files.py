"""Files that nothing refers to any more leave the store, a day after that was first seen."""

from contextlib import ExitStack
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from ikz_award.adapters.files import FileStore
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.extensions import db
from ikz_award.models.entries.entries import StoredFile
from ikz_award.queries.record.stored_files import named_in_records, without_reference
from ikz_award.services.record.intention import AuditLine, append_audit, write_session

# Far longer than any request or job takes from storing a file to the row that refers to it.
SAFE_AGE = timedelta(hours=24)
# In one round: nobody stores a file in the meantime, and a statement bears only so many names.
AT_ONCE = 500


def drop_unused(*, now: datetime, store: FileStore, age: timedelta = SAFE_AGE) -> int:
    """Note what is unused now, and drop what has been for `age`; returns how many files went.

    A file goes after its row is given up for good: killed in between, it is a file without a row, and goes the next time.
    What a transaction is about to refer to has just been put, and so is fresh: it stays.
    """
    session = db.session()
    unused = without_reference(session)
    unused -= named_in_records(session) if unused else set()
    rowless = set(store.names(before=now - age)) - set(session.scalars(select(StoredFile.sha256)))
    is_noted = unused == set(session.scalars(select(StoredFile.sha256).where(StoredFile.unused_since.is_not(None))))
    is_due = session.scalar(select(StoredFile.sha256).where(StoredFile.unused_since <= now - age).limit(1)) is not None
    session.rollback()
    store.remove_leftovers(before=now - age)
    if is_noted and not is_due and not rowless:
        return 0
    with ExitStack() as until_removed:
        with write_session() as session:
            unused &= without_reference(session)
            _note(session, unused, now=now)
            until_removed.enter_context(store.removing())
            gone = _give_up(session, unused, rowless, store, before=now - age)
            if gone:
                line = AuditLine(action=AuditAction.FILE_DROP, subject="store:1", new={"files": len(gone)})
                append_audit(session, line, actor=SYSTEM, now=now)
        for sha256 in gone:
            store.remove(sha256)
    return len(gone)


def _note(session: Session, unused: set[str], *, now: datetime) -> None:
    """Since when; what is used again is noted no longer."""
    noted = set(session.scalars(select(StoredFile.sha256).where(StoredFile.unused_since.is_not(None))))
    for names, since in ((unused - noted, now), (noted - unused, None)):
        some = StoredFile.sha256.in_(sorted(names)[:AT_ONCE])
        session.execute(update(StoredFile).where(some).values(unused_since=since))


def _give_up(session: Session, unused: set[str], rowless: set[str], store: FileStore, *, before: datetime) -> list[str]:
    """The names that may go: their rows are deleted, and none of them was put of late."""
    waited = session.scalars(select(StoredFile.sha256).where(StoredFile.unused_since <= before))
    rows = [sha256 for sha256 in waited if sha256 in unused and not store.is_fresh(sha256, since=before)][:AT_ONCE]
    session.execute(delete(StoredFile).where(StoredFile.sha256.in_(rows)))
    known = set(session.scalars(select(StoredFile.sha256))) if rowless else set()
    strays = [sha256 for sha256 in sorted(rowless - known)[:AT_ONCE] if not store.is_fresh(sha256, since=before)]
    return rows + strays
