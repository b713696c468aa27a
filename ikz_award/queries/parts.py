"""Which parts of the service are at work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.jobs import BackupRecord, PartBeat

WORKER = "worker"
# A beat comes every twenty seconds; a machine under load may miss some.
SILENT_AFTER = timedelta(minutes=3)


@dataclass(frozen=True, kw_only=True)
class WorkerState:
    """`is_up`: some worker has been heard of lately. `last_heard`: None where none ever was."""

    is_up: bool
    last_heard: datetime | None
    silent_hosts: Sequence[str]


def last_backup(session: Session) -> BackupRecord | None:
    """The newest backup that was completed."""
    return session.scalar(select(BackupRecord).order_by(BackupRecord.finished_at.desc()).limit(1))


def worker_state(session: Session, *, now: datetime) -> WorkerState:
    beats = session.execute(
        select(PartBeat.host, PartBeat.beat_at).where(PartBeat.part == WORKER).order_by(PartBeat.beat_at.desc())
    ).all()
    silent = [host for host, beat_at in beats if beat_at < now - SILENT_AFTER]
    return WorkerState(is_up=len(silent) < len(beats), last_heard=beats[0].beat_at if beats else None, silent_hosts=silent)
