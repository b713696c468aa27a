"""Which parts of the service are at work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.models.record.jobs import BackupRecord, CopyBeat, PartBeat

WORKER = "worker"
# A beat comes every twenty seconds; a machine under load may miss some.
SILENT_AFTER = timedelta(minutes=3)
# How far the continuous copy goes is noted every ten seconds; a machine under load may miss some.
LATE_AFTER = timedelta(minutes=1)
# Where nothing was copied for so long, nobody means to any more.
GIVEN_UP_AFTER = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class WorkerState:
    """`is_up`: some worker has been heard of lately. `last_heard`: None where none ever was."""

    is_up: bool
    last_heard: datetime | None
    silent_hosts: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class CopyState:
    """`safe_at`: everything that was committed up to then is in the continuous copy; None: it has not got so far yet.

    `is_late`: it is longer ago than it may be while the copying is at work.
    """

    safe_at: datetime | None
    is_late: bool


def copy_state(session: Session, *, now: datetime) -> CopyState | None:
    """The continuous copy that is furthest on; None: nothing is copied, or has not been for a week."""
    safe_at, beat_at, started_at = session.execute(
        select(func.max(CopyBeat.safe_at), func.max(CopyBeat.beat_at), func.min(CopyBeat.started_at))
    ).one()
    if beat_at is None or beat_at < now - GIVEN_UP_AFTER:
        return None
    return CopyState(safe_at=safe_at, is_late=(safe_at or started_at) < now - LATE_AFTER)


def last_backup(session: Session) -> BackupRecord | None:
    """The newest backup that was completed."""
    return session.scalar(select(BackupRecord).order_by(BackupRecord.finished_at.desc()).limit(1))


def worker_state(session: Session, *, now: datetime) -> WorkerState:
    """Whether any worker was heard within `SILENT_AFTER` before `now`, and which hosts fell silent."""
    beats = session.execute(
        select(PartBeat.host, PartBeat.beat_at).where(PartBeat.part == WORKER).order_by(PartBeat.beat_at.desc())
    ).all()
    silent = [host for host, beat_at in beats if beat_at < now - SILENT_AFTER]
    return WorkerState(is_up=len(silent) < len(beats), last_heard=beats[0].beat_at if beats else None, silent_hosts=silent)
