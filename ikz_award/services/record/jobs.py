"""A job's life: claimed by a worker, heartbeats while it runs, a result or an error at its end.

The table is the queue: a job exists exactly if the transaction that asked for it was committed. A killed worker leaves a job
whose heartbeat grows old; it is queued again, later each time, and the attempt's number keeps a worker that was only slow from
finishing it a second time. An interruption is not the job's fault: what the job cannot do it says itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import JobStatus, require_transition
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.entries.entries import StoredFile
from ikz_award.models.record.jobs import Job
from ikz_award.services.record.intention import AuditLine, append_audit, write_session
from ikz_award.services.record.organisers import tell_organisers

HEARTBEAT_LOST_AFTER = timedelta(seconds=60)
# After the first interruption, the second, …: the first ones cost nothing, a job that takes its worker along does not fell
# it again and again. After the last, some two days, the job is given up and told.
BACK_OFF = tuple(timedelta(seconds=seconds) for seconds in (0, 5, 15, 60, 300, 900, 3600, 10800, 21600, 43200, 86400))
GAVE_UP = _(
    "Der Auftrag wurde immer wieder unterbrochen. Bitte starten Sie ihn noch einmal, oder wenden Sie sich an die Betreuung."
)


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
        job = session.scalar(select(Job).where(*_is_waiting(now)).order_by(Job.id).limit(1).with_for_update(skip_locked=True))
        if job is None:
            return None
        require_transition(old=job.status, new=JobStatus.RUNNING)
        job.status, job.heartbeat_at, job.not_before, job.error = JobStatus.RUNNING, now, None, ""
        job.attempts += 1
        return ClaimedJob(
            id=job.id,
            kind=job.kind,
            edition_id=job.edition_id,
            parameters=dict(job.parameters),
            attempt=job.attempts,
            requested_by=job.created_by,
        )


def has_waiting_job(*, now: datetime) -> bool:
    """A look without the write lock."""
    try:
        return db.session.scalar(select(Job.id).where(*_is_waiting(now)).limit(1)) is not None
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
        line = AuditLine(
            action=AuditAction.JOB_FINISH,
            subject=f"job:{row.id}",
            edition_id=row.edition_id,
            new={"kind": row.kind, "sha256": sha256, "size": size},
        )
        append_audit(session, line, actor=SYSTEM, now=now)
        return True


def fail_job(*, job: ClaimedJob, now: datetime, error: str) -> None:
    """Record that the job cannot be done; `error` is a German sentence for the person who asked for it."""
    with write_session() as session:
        session.execute(update(Job).where(*_owned(job)).values(status=JobStatus.FAILED, finished_at=now, error=error[:2000]))


def requeue_lost_jobs(*, now: datetime) -> int:
    """Queue again what a dead worker left behind. Returns how many were touched."""
    lost = (Job.status == JobStatus.RUNNING, Job.heartbeat_at < now - HEARTBEAT_LOST_AFTER)
    if db.session.scalar(select(Job.id).where(*lost).limit(1)) is None:
        db.session.rollback()
        return 0
    with write_session() as session:
        jobs = session.scalars(select(Job).where(*lost)).all()
        for job in jobs:
            _interrupt(session, job, now)
        return len(jobs)


def postpone_job(*, job: ClaimedJob, now: datetime) -> None:
    """Try it again later: what it needs (disk, database, memory) was not there, which is no answer to who asked for it."""
    with write_session() as session:
        row = session.scalar(select(Job).where(*_owned(job)))
        if row is not None:
            _interrupt(session, row, now)


def _interrupt(session: Session, job: Job, now: datetime) -> None:
    if job.attempts <= len(BACK_OFF):
        require_transition(old=job.status, new=JobStatus.QUEUED)
        job.status, job.not_before, job.done_steps = JobStatus.QUEUED, now + BACK_OFF[job.attempts - 1], 0
        return
    require_transition(old=job.status, new=JobStatus.FAILED)
    job.status, job.finished_at, job.error = JobStatus.FAILED, now, str(GAVE_UP)
    tell_organisers(
        session,
        now=now,
        subject=_("Ein Dokument konnte nicht erstellt werden"),
        body=_(
            "der Auftrag %(job)s (%(kind)s) wurde %(count)s Mal unterbrochen und ist aufgegeben. Er kann auf seiner Seite neu "
            "gestartet werden; was ihn unterbricht, steht im Protokoll des Servers.",
            job=job.id,
            kind=job.kind,
            count=job.attempts,
        ),
    )


def _is_waiting(now: datetime) -> tuple[Any, ...]:
    return (Job.status == JobStatus.QUEUED, or_(Job.not_before.is_(None), Job.not_before <= now))


def _owned(job: ClaimedJob) -> tuple[Any, ...]:
    return (Job.id == job.id, Job.status == JobStatus.RUNNING, Job.attempts == job.attempt)
