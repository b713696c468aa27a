"""Worker kills: receipts still come, one a submission, and each letter is delivered, none to nobody and none for ever again."""

import random
import time
from collections import Counter

from sqlalchemy import func, select

from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.extensions import db
from ikz_award.models.record.jobs import Job
from ikz_award.models.record.outbox import OutgoingMail
from tests.torture.crowd import crowd, victims
from tests.torture.deeds import Submission
from tests.torture.judge import check, judge
from tests.torture.ledger import Ledger
from tests.torture.machine import Machine, family_of, is_alive, kill, wait_until
from tests.torture.scene import application
from tests.torture.tortures.kills import compare
from tests.torture.totals import Result


def receipts(machine: Machine, result: Result, *, submissions: int, kills: int) -> None:
    """So many submissions, so many kills of the worker meanwhile, with whatever it was printing."""
    ledger = Ledger()
    machine.start()
    people = [group for group in victims(machine, ledger) if isinstance(group[0], Submission)]
    with crowd(people, rarely=(0.5, 0.5)) as running:
        running.wait_for_writes(submissions, seconds=submissions * 20 + 120)
    for _one in range(kills):
        time.sleep(random.uniform(0.1, 4.0))
        worker = machine.worker()
        children = family_of(worker)[1:]
        kill(worker)
        wait_until(lambda worker=worker: not is_alive(worker), what="the end")
        wait_until(lambda own=children: not any(is_alive(one) for one in own), what="its children live on", seconds=10)
        result.add(worker_kills=1)
        machine.wheel.put(machine.wheel.offset + 65)  # a worker that is silent for a minute is given up
    _wait_for_all(machine)
    machine.stop()
    with application(machine.instance, machine.database):
        _count(result)
    compare(result, ledger, judge(machine, ledger))
    check(machine)
    result.take(ledger)


def _wait_for_all(machine: Machine) -> None:
    with application(machine.instance, machine.database):

        def is_idle() -> bool:
            db.session.rollback()
            waiting = (
                select(func.count())
                .select_from(Job)
                .where(Job.status.in_((JobStatus.QUEUED, JobStatus.RUNNING)), Job.not_before.is_(None) | (Job.attempts > 0))
            )
            unsent = select(func.count()).select_from(OutgoingMail).where(OutgoingMail.sent_at.is_(None))
            machine.wheel.put(machine.wheel.offset + 5)  # nobody waits for the pauses between two tries
            return not db.session.scalar(waiting) and not db.session.scalar(unsent)

        wait_until(is_idle, what="all receipts and letters", seconds=900)


def _count(result: Result) -> None:
    done = db.session.scalars(select(Job).where(Job.kind == "receipt", Job.attempts > 0)).all()
    result.add(receipts=len(done), letters=db.session.scalar(select(func.count()).select_from(OutgoingMail)) or 0)
    result.faults += [f"job {one.id}: {one.status}" for one in done if one.status is not JobStatus.DONE]
    twice = Counter(str(one.parameters) for one in done)
    result.faults += [f"{parameters}: {times} receipts" for parameters, times in twice.items() if times > 1]
