"""Files and jobs: every row has its file, every file its row; no job is forgotten."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.models.entries.entries import StoredFile
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.jobs import Job, PartBeat

FORGOTTEN_AFTER = timedelta(days=1)
# All interruptions of a job together last some two days, see services/record/jobs.py.
ENDLESS_AFTER = timedelta(days=4)


class Store(Protocol):
    """The files beside the database."""

    def size_of(self, sha256: str) -> int | None:
        """In bytes; None: not there, or its content has another hash."""

    def old_names(self) -> Iterable[str]:
        """The hashes of what was put long enough ago for its row to be there."""

    def strangers(self) -> Iterable[str]:
        """What is no stored file, by its path within the store."""


def files(session: Session, store: Store) -> Iterator[str]:
    """Files that rows name and the store does not hold whole. Unused ones may be gone."""
    # What is unused may be gone: a backup of the database can be older than the copy of the files.
    rows = select(StoredFile.sha256, StoredFile.size).where(StoredFile.unused_since.is_(None))
    for sha256, size in session.execute(rows):
        if (found := store.size_of(sha256)) is None:
            yield f"file {sha256}: missing or damaged in the store"
        elif found != size:
            yield f"file {sha256}: has {found} bytes in the store, stored_file says {size}"
    previews = select(StoredFile.sha256, StoredFile.preview_sha256).where(
        StoredFile.preview_sha256.is_not(None), StoredFile.preview_sha256.not_in(select(StoredFile.sha256))
    )
    for sha256, preview in session.execute(previews):
        yield f"file {sha256}: its preview {preview} is no stored_file"


def strays(session: Session, store: Store) -> Iterator[str]:
    """Files in the store that no row names, and what is no stored file at all."""
    known = set(session.scalars(select(StoredFile.sha256)))
    for sha256 in sorted(set(store.old_names()) - known):
        yield f"file {sha256}: is in the store, and no stored_file knows it"
    for path in sorted(store.strangers()):
        yield f"store, {path}: is no stored file"


def jobs(session: Session) -> Iterator[str]:
    """Jobs that are done without a result, failed without a reason, or run without a sign of life."""
    for job_id in session.scalars(select(Job.id).where(Job.status == JobStatus.DONE, Job.result_sha256.is_(None))):
        yield f"job {job_id}: done without a result"
    # Compared with the last sign of life in the database, not with the clock: a restored copy may be old.
    signs = [
        session.scalar(select(func.max(one))) for one in (AuditEntry.at, PartBeat.beat_at, Job.heartbeat_at, Job.created_at)
    ]
    latest = max((one for one in signs if one is not None), default=None)
    for job in session.scalars(select(Job).where(Job.status == JobStatus.RUNNING)):
        if latest is not None and latest - (job.heartbeat_at or job.created_at) > FORGOTTEN_AFTER:
            yield f"job {job.id}: runs, and has given no sign of life for more than a day"
        elif job.heartbeat_at is not None and job.heartbeat_at - job.created_at > ENDLESS_AFTER:
            yield f"job {job.id}: runs for days"
    for job_id in session.scalars(select(Job.id).where(Job.status == JobStatus.FAILED, Job.error == "")):
        yield f"job {job_id}: failed, and does not say why"
