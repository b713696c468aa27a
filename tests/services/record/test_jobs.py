"""Jobs that are interrupted: tried again, later each time, and told when they are given up."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.extensions import db
from ikz_award.jobs.worker import Result, TaskFailed, Worker
from ikz_award.models.record.jobs import Job
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.jobs import BACK_OFF, HEARTBEAT_LOST_AFTER, claim_job, has_waiting_job, requeue_lost_jobs
from tests import factories

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def job() -> int:
    with write_session() as session:
        row = Job(kind="receipt", parameters={}, status=JobStatus.QUEUED, created_at=NOW)
        session.add(row)
        session.flush()
        return row.id


def stored() -> Job:
    db.session.rollback()
    return db.session.scalars(select(Job)).one()


def killed(now: datetime) -> None:
    """A worker takes the job and dies; the next one finds it."""
    assert claim_job(now=now) is not None
    assert requeue_lost_jobs(now=now + HEARTBEAT_LOST_AFTER + timedelta(seconds=1)) == 1


def test_three_kills_are_not_the_jobs_fault(job: int) -> None:
    now = NOW
    for pause in BACK_OFF[:3]:
        killed(now)
        now += HEARTBEAT_LOST_AFTER + timedelta(seconds=1)
        assert stored().status is JobStatus.QUEUED
        if pause:
            assert not has_waiting_job(now=now + pause - timedelta(seconds=1))
            assert claim_job(now=now + pause - timedelta(seconds=1)) is None
        now += pause
        assert has_waiting_job(now=now)
    claimed = claim_job(now=now)
    assert claimed is not None
    assert claimed.attempt == 4


def test_a_job_that_is_always_interrupted_is_given_up_and_told(job: int) -> None:
    factories.make_account("zentrum@land.example", is_admin=True)
    now = NOW
    for _ in range(len(BACK_OFF) + 1):
        killed(now)
        now += timedelta(days=2)
    assert stored().status is JobStatus.FAILED
    assert "immer wieder unterbrochen" in stored().error
    mail = db.session.scalars(select(OutgoingMail)).one()
    assert mail.recipient == "zentrum@land.example"
    assert f"Auftrag {job} (receipt)" in mail.body


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (OSError(28, "No space left on device"), JobStatus.QUEUED),
        (TaskFailed("Das geht nicht."), JobStatus.FAILED),
        (KeyError("a defect of ours"), JobStatus.FAILED),
    ],
)
def test_what_the_machine_lacks_is_tried_again_what_the_job_cannot_is_not(
    app: Flask, job: int, fault: Exception, status: JobStatus
) -> None:
    def task(*_: object) -> Result:
        raise fault

    worker = Worker(tasks={"receipt": task}, instance=app.config["INSTANCE"], context=app.app_context, deliver=lambda: 0)
    assert worker.run_one()
    assert stored().status is status


def test_a_result_after_an_interruption_is_the_jobs(app: Flask, job: int) -> None:
    killed(NOW)

    def task(_job: object, _progress: object, instance: Path) -> Result:
        return Result(sha256="a" * 64, size=1, media_type="application/pdf", name="x.pdf")

    worker = Worker(tasks={"receipt": task}, instance=app.config["INSTANCE"], context=app.app_context, deliver=lambda: 0)
    assert worker.run_one()
    assert (stored().status, stored().not_before, stored().error) == (JobStatus.DONE, None, "")
