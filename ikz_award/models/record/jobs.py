"""Background jobs: asked for in a transaction, run by a worker, seen by a person as a progress bar."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.models.base import Base, UtcDateTime, enum_column, new_public_id


class PartBeat(Base):
    """A part of the service on a host says that it lives; `part`: "worker"."""

    __tablename__ = "part_beat"
    part: Mapped[str] = mapped_column(String(40), primary_key=True)
    host: Mapped[str] = mapped_column(String(120), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    beat_at: Mapped[datetime] = mapped_column(UtcDateTime)


class BackupRecord(Base):
    """A backup that was made, and when it was shown to restore to a whole."""

    __tablename__ = "backup_record"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), index=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime] = mapped_column(UtcDateTime)
    files: Mapped[int] = mapped_column(Integer)
    database_bytes: Mapped[int] = mapped_column(BigInteger)
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CopyBeat(Base):
    """The continuous copying on a host; everything that was committed up to `safe_at` is in the copy."""

    __tablename__ = "copy_beat"
    host: Mapped[str] = mapped_column(String(120), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    beat_at: Mapped[datetime] = mapped_column(UtcDateTime)
    safe_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Job(Base):
    """`done_steps` of `total_steps`; an old heartbeat of a running job means that its worker died."""

    __tablename__ = "job"
    __table_args__ = (CheckConstraint("done_steps >= 0 AND done_steps <= total_steps", name="progress_in_range"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    kind: Mapped[str] = mapped_column(String(40))
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    status: Mapped[JobStatus] = mapped_column(enum_column(JobStatus, name="job_status"), index=True)
    done_steps: Mapped[int] = mapped_column(Integer, default=0)
    total_steps: Mapped[int] = mapped_column(Integer, default=1)
    label: Mapped[str] = mapped_column(String(200), default="")
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    # After an interruption: not before this.
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    heartbeat_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    result_sha256: Mapped[str | None] = mapped_column(ForeignKey("stored_file.sha256"))
    result_name: Mapped[str] = mapped_column(String(120), default="")
    error: Mapped[str] = mapped_column(Text, default="")
