"""A job's life: claimed by a worker, heartbeats while it runs, a result or an error at its end.

The table is the queue: a job exists exactly if the transaction that asked for it was committed. A killed worker leaves a job
whose heartbeat grows old; it is queued again, and the attempt's number keeps a worker that was only slow from finishing it
a second time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from ikz_award.domain.actors import SYSTEM
from ikz_award.domain.wording import message as _
from ikz_award.domain.workflow import JobStatus, require_transition
from ikz_award.extensions import db
from ikz_award.models.entries import StoredFile
from ikz_award.models.jobs import Job
from ikz_award.services.intention import append_audit, write_session

HEARTBEAT_LOST_AFTER = timedelta(seconds=60)
MAXIMUM_ATTEMPTS = 3
GAVE_UP = _("Der Auftrag wurde mehrmals unterbrochen und nicht wieder aufgenommen.")


@dataclass(frozen=True, kw_only=True)
class ClaimedJob:
    """A job in a worker's hands; `attempt` is its proof of ownership."""

    id: int
    kind: str
    edition_id: int | None
    parameters: Mapping[str, Any]
    attempt: int
    requested_by: int | None


def claim_job(*, now: datetime) -> ClaimedJob | None:
    """Take the oldest waiting job, or None. Two workers never take the same one."""
    with write_session() as session:
        job = session.scalar(
            select(Job).where(Job.status == JobStatus.QUEUED).order_by(Job.id).limit(1).with_for_update(skip_locked=True)
        )
        if job is None:
            return None
        require_transition(old=job.status, new=JobStatus.RUNNING)
        job.status, job.heartbeat_at, job.error = JobStatus.RUNNING, now, ""
        job.attempts += 1
        return ClaimedJob(
            id=job.id,
            kind=job.kind,
            edition_id=job.edition_id,
            parameters=dict(job.parameters),
            attempt=job.attempts,
            requested_by=job.created_by,
        )


def has_waiting_job() -> bool:
    """A look without the write lock."""
    try:
        return db.session.scalar(select(Job.id).where(Job.status == JobStatus.QUEUED).limit(1)) is not None
    finally:
        db.session.rollback()


def beat(*, job: ClaimedJob, now: datetime, done: int | None = None, total: int | None = None, label: str = "") -> bool:
    """Say that the job is alive and how far it is; False: it is no longer this worker's."""
    values: dict[str, Any] = {"heartbeat_at": now}
    if done is not None and total is not None:
        values |= {"done_steps": min(done, total), "total_steps": max(total, 1), "label": label[:200]}
    with write_session() as session:
        touched = session.execute(update(Job).where(*_owned(job)).values(**values))
        return touched.rowcount == 1  # ty: ignore[missing-attribute]


def finish_job(*, job: ClaimedJob, now: datetime, sha256: str, size: int, media_type: str, name: str) -> bool:
    """Record the result, which is already safe in the file store. False: another attempt owns the job now."""
    with write_session() as session:
        row = session.scalar(select(Job).where(*_owned(job)))
        if row is None:
            return False
        require_transition(old=row.status, new=JobStatus.DONE)
        if session.get(StoredFile, sha256) is None:
            session.add(StoredFile(sha256=sha256, size=size, media_type=media_type, created_at=now))
            session.flush()
        row.status, row.finished_at, row.result_sha256, row.result_name = JobStatus.DONE, now, sha256, name
        row.done_steps, row.label = row.total_steps, ""
        append_audit(
            session, actor=SYSTEM, now=now, action="job.finish", subject=f"job:{row.id}", edition_id=row.edition_id,
            old=None, new={"kind": row.kind, "sha256": sha256, "size": size},
        )  # fmt: skip
        return True


def fail_job(*, job: ClaimedJob, now: datetime, error: str) -> None:
    """Record that the job cannot be done; `error` is a German sentence for the person who asked for it."""
    with write_session() as session:
        session.execute(update(Job).where(*_owned(job)).values(status=JobStatus.FAILED, finished_at=now, error=error[:2000]))


def requeue_lost_jobs(*, now: datetime) -> int:
    """Queue again what a dead worker left behind, and give up on what was lost too often. Returns how many were touched."""
    lost = (Job.status == JobStatus.RUNNING, Job.heartbeat_at < now - HEARTBEAT_LOST_AFTER)
    if db.session.scalar(select(Job.id).where(*lost).limit(1)) is None:
        db.session.rollback()
        return 0
    with write_session() as session:
        jobs = session.scalars(select(Job).where(*lost)).all()
        for job in jobs:
            is_last = job.attempts >= MAXIMUM_ATTEMPTS
            require_transition(old=job.status, new=JobStatus.FAILED if is_last else JobStatus.QUEUED)
            job.status = JobStatus.FAILED if is_last else JobStatus.QUEUED
            job.error = GAVE_UP if is_last else ""
            job.done_steps = 0
        return len(jobs)


def _owned(job: ClaimedJob) -> tuple[Any, ...]:
    return (Job.id == job.id, Job.status == JobStatus.RUNNING, Job.attempts == job.attempt)
