"""The worker: loops in one process that run jobs, send mails and make the rounds, until it is told to stop."""

import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog
from sqlalchemy.exc import OperationalError

from ikz_award.adapters import clock
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.jobs.periodic import Rounds
from ikz_award.services.record.jobs import (
    ClaimedJob,
    beat,
    claim_job,
    fail_job,
    finish_job,
    has_waiting_job,
    postpone_job,
    requeue_lost_jobs,
)

log = structlog.get_logger()

IDLE_SECONDS = 0.5
BEAT_EVERY = timedelta(seconds=10)
FAULT = _("Beim Erstellen ist ein Fehler aufgetreten. Bitte starten Sie den Auftrag noch einmal.")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a task made: a file in the store, already durable."""

    sha256: str
    size: int
    media_type: str
    name: str


class TaskFailed(Exception):  # noqa: N818 - an answer to a person, like Refused
    """A task cannot be done; the message is a German sentence for the person who asked for it."""


Progress = Callable[[int, int, str], None]
Task = Callable[[ClaimedJob, Progress, Path], Result]


class Worker:
    """Runs jobs of the kinds in `tasks`; `context` opens an application context.

    `deliver` sends the mails that are due; `rounds` are run again and again.
    """

    def __init__(
        self,
        *,
        tasks: Mapping[str, Task],
        instance: Path,
        context: Callable[[], AbstractContextManager[object]],
        deliver: Callable[[], int],
        rounds: Sequence[Rounds] = (),
    ) -> None:
        self._tasks, self._instance, self._context, self._deliver = tasks, instance, context, deliver
        self._rounds, self._last_round = rounds, dict[str, float]()
        self._stop = threading.Event()

    def stop(self) -> None:
        self._stop.set()

    def run(self) -> None:
        """Work until `stop` is called; a job that is running is finished first."""
        mails = threading.Thread(target=self._loop, args=(self._send_mails,), name="mails", daemon=True)
        mails.start()
        rounds = threading.Thread(target=self._loop, args=(self.make_rounds,), name="rounds", daemon=True)
        rounds.start()
        self._loop(self.run_one)
        mails.join(timeout=10)
        rounds.join(timeout=10)

    def _loop(self, step: Callable[[], bool]) -> None:
        while not self._stop.is_set():
            try:
                with self._context():
                    try:
                        did_something = step()
                    finally:
                        db.session.remove()
            except Exception:
                # The database may be away for a moment; the loop goes on.
                log.exception("worker")
                did_something = False
            if not did_something:
                self._stop.wait(IDLE_SECONDS)

    def _send_mails(self) -> bool:
        return self._deliver() > 0

    def make_rounds(self) -> bool:
        """Run every round whose time has come; one that fails does not keep the others waiting."""
        for one in self._rounds:
            last = self._last_round.get(one.name)
            if last is not None and time.monotonic() - last < one.every.total_seconds():
                continue
            self._last_round[one.name] = time.monotonic()
            try:
                one.run()
            except Exception:
                db.session.rollback()
                log.exception("round", round=one.name)
        return False

    def run_one(self) -> bool:
        """Run one waiting job; False: there was none."""
        requeue_lost_jobs(now=clock.now())
        if not has_waiting_job(now=clock.now()) or (job := claim_job(now=clock.now())) is None:
            return False
        log.info("job started", job=job.id, kind=job.kind, attempt=job.attempt)
        with _Heart(job, self._context) as heart:
            try:
                result = self._tasks[job.kind](job, heart.progress, self._instance)
            except TaskFailed as error:
                fail_job(job=job, now=clock.now(), error=str(error))
            except (OSError, OperationalError) as error:
                log.warning("job interrupted", job=job.id, kind=job.kind, attempt=job.attempt, error=type(error).__name__)
                postpone_job(job=job, now=clock.now())
            except Exception as error:
                log.error("job failed", job=job.id, kind=job.kind, error=repr(error), trace=traceback.format_exc())
                fail_job(job=job, now=clock.now(), error=FAULT)
            else:
                finish_job(
                    job=job,
                    now=clock.now(),
                    sha256=result.sha256,
                    size=result.size,
                    media_type=result.media_type,
                    name=result.name,
                )
        return True


class _Heart:
    """Beats in a thread of its own, so that one long step does not look like death; carries the progress along."""

    def __init__(self, job: ClaimedJob, context: Callable[[], AbstractContextManager[object]]) -> None:
        self._job, self._context = job, context
        self._stopped = threading.Event()
        self._changed = threading.Event()
        self._progress: tuple[int, int, str] | None = None
        self._thread = threading.Thread(target=self._run, name="heart", daemon=True)

    def __enter__(self) -> "_Heart":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._changed.set()
        self._thread.join(timeout=10)

    def progress(self, done: int, total: int, label: str) -> None:
        """Called by the task; written by the heart, at most a few times a second."""
        self._progress = (done, total, label)
        self._changed.set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._changed.wait(BEAT_EVERY.total_seconds())
            self._changed.clear()
            if self._stopped.is_set():
                return
            done, total, label = self._progress or (None, None, "")
            try:
                with self._context():
                    try:
                        beat(job=self._job, now=clock.now(), done=done, total=total, label=label)
                    finally:
                        db.session.remove()
            except Exception:
                log.exception("heartbeat", job=self._job.id)
            self._stopped.wait(0.3)
