"""What the worker does again and again by itself: each round looks whether something is due, and does it once."""

import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ikz_award.adapters import clock
from ikz_award.adapters.files import FileStore
from ikz_award.adapters.work_folders import sweep
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.extensions import db
from ikz_award.queries.record.parts import WORKER
from ikz_award.services.decision.prize import clear_old_details
from ikz_award.services.editions.reminders import send_due_reminders
from ikz_award.services.entries.amending import end_late_amendments, has_late_amendments
from ikz_award.services.entries.attachments.held_uploads import drop_expired
from ikz_award.services.entries.circulation import Links, send_due_notices
from ikz_award.services.entries.presence import forget_old_presence
from ikz_award.services.phases.by_itself import take_due_steps
from ikz_award.services.phases.publication import has_due_plan, publish_due
from ikz_award.services.record.beats import note_beat
from ikz_award.services.record.stored_files import drop_unused
from ikz_award.services.record.use_case import Call


@dataclass(frozen=True, kw_only=True)
class Rounds:
    """`run` is called in an application context, at most once in `every`; it must bear being called twice."""

    name: str
    every: timedelta
    run: Callable[[], object]


def rounds_of(config: Mapping[str, Any]) -> Sequence[Rounds]:
    """The rounds of this installation. A new one is a line here."""
    links = Links(base_url=config["BASE_URL"], secret=config["SECRET_KEY"])
    files = FileStore(config["INSTANCE"] / "uploads")
    days, instance, base_url = config["BANK_DETAILS_DAYS"], config["INSTANCE"], config["BASE_URL"]
    started_at, host = clock.now(), socket.gethostname()

    def beat() -> None:
        note_beat(now=clock.now(), part=WORKER, host=host, started_at=started_at)

    def every(time: timedelta, name: str, run: Callable[[], object]) -> Rounds:
        return Rounds(name=name, every=time, run=run)

    return (
        every(timedelta(seconds=20), "beat", beat),
        every(timedelta(hours=1), "bank details", lambda: clear_old_details(Call(actor=SYSTEM, now=clock.now()), days=days)),
        every(timedelta(hours=1), "old presence", lambda: forget_old_presence(now=clock.now())),
        every(timedelta(seconds=10), "steps by themselves", lambda: take_due_steps(now=clock.now(), base_url=base_url)),
        every(timedelta(seconds=5), "planned publications", lambda: _publish(base_url)),
        every(timedelta(seconds=20), "late amendments", _end_amendments),
        every(timedelta(minutes=5), "reminders", lambda: send_due_reminders(now=clock.now())),
        every(timedelta(minutes=10), "left work", lambda: sweep(instance)),
        every(timedelta(hours=1), "files nobody chose", lambda: drop_expired(now=clock.now())),
        every(timedelta(hours=1), "unused files", lambda: drop_unused(now=clock.now(), store=files)),
        every(timedelta(minutes=1), "partner notices", lambda: send_due_notices(now=clock.now(), links=links)),
    )


def _end_amendments() -> None:
    is_due = has_late_amendments(db.session(), now=clock.now())
    db.session.rollback()
    if is_due:
        end_late_amendments(Call(actor=SYSTEM, now=clock.now()))


def _publish(base_url: str) -> None:
    is_due = has_due_plan(db.session(), now=clock.now())
    if is_due:
        publish_due(db.session(), now=clock.now(), base_url=base_url)
    db.session.rollback()
