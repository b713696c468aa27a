"""What somebody who watches this installation wants to know of it, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.models.record.jobs import BackupRecord, Job
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.record.parts import copy_state, worker_state


@dataclass(frozen=True, kw_only=True)
class ServiceFigures:
    """Ages in seconds; None: there is nothing to be old. `jobs`: how many in each status."""

    jobs: Mapping[str, int]
    oldest_waiting_job: float | None
    mails_waiting: int
    mails_failing: int
    oldest_waiting_mail: float | None
    worker: float | None
    backup: float | None
    verified_backup: float | None
    copy: float | None


def service_figures(session: Session, *, now: datetime) -> ServiceFigures:
    """What the monitor reads: jobs, mails, backups and copies; ages in seconds before `now`, None where there is nothing."""

    def age(instant: datetime | None) -> float | None:
        return (now - instant).total_seconds() if instant else None

    counts = {row[0]: row[1] for row in session.execute(select(Job.status, func.count()).group_by(Job.status))}
    unsent = OutgoingMail.sent_at.is_(None)
    waiting, failing, oldest = session.execute(
        select(func.count(), func.count().filter(OutgoingMail.attempts > 0), func.min(OutgoingMail.created_at)).where(unsent)
    ).one()
    # Of the newest backup that was verified: when it was made, for that is what could be restored.
    verified = session.scalar(select(func.max(BackupRecord.finished_at)).where(BackupRecord.verified_at.is_not(None)))
    copy = copy_state(session, now=now)
    return ServiceFigures(
        jobs={status.value: counts.get(status, 0) for status in JobStatus},
        oldest_waiting_job=age(session.scalar(select(func.min(Job.created_at)).where(Job.status == JobStatus.QUEUED))),
        mails_waiting=waiting,
        mails_failing=failing,
        oldest_waiting_mail=age(oldest),
        worker=age(worker_state(session, now=now).last_heard),
        backup=age(session.scalar(select(func.max(BackupRecord.finished_at)))),
        verified_backup=age(verified),
        copy=age(copy.safe_at) if copy else None,
    )
