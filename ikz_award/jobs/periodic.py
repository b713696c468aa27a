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
from ikz_award.services.phases.publication import has_due_plan, publish_due
from ikz_award.services.record.beats import note_beat
from ikz_award.services.record.stored_files import drop_unused
from ikz_award.services.record.use_case import Call


@dataclass(frozen=True, kw_only=True)
class Round:
    """`run` is called in an application context, at most once in `every`; it must bear being called twice."""

    name: str
    every: timedelta
    run: Callable[[], object]


def rounds_of(config: Mapping[str, Any]) -> Sequence[Round]:
    """The rounds of this installation. A new one is a line here."""
    links = Links(base_url=config["BASE_URL"], secret=config["SECRET_KEY"])

    def end_amendments() -> None:
        is_due = has_late_amendments(db.session(), now=clock.now())
        db.session.rollback()
        if is_due:
            end_late_amendments(Call(actor=SYSTEM, now=clock.now()))

    def publish() -> None:
        is_due = has_due_plan(db.session(), now=clock.now())
        if is_due:
            publish_due(db.session(), now=clock.now(), base_url=config["BASE_URL"])
        db.session.rollback()

    started_at, host = clock.now(), socket.gethostname()
    return (
        Round(
            name="beat",
            every=timedelta(seconds=20),
            run=lambda: note_beat(now=clock.now(), part=WORKER, host=host, started_at=started_at),
        ),
        Round(
            name="bank details",
            every=timedelta(hours=1),
            run=lambda: clear_old_details(Call(actor=SYSTEM, now=clock.now()), days=config["BANK_DETAILS_DAYS"]),
        ),
        Round(
            name="old presence",
            every=timedelta(hours=1),
            run=lambda: forget_old_presence(now=clock.now()),
        ),
        Round(name="planned publications", every=timedelta(seconds=5), run=publish),
        Round(name="late amendments", every=timedelta(seconds=20), run=end_amendments),
        Round(
            name="reminders",
            every=timedelta(minutes=5),
            run=lambda: send_due_reminders(now=clock.now()),
        ),
        Round(name="left work", every=timedelta(minutes=10), run=lambda: sweep(config["INSTANCE"])),
        Round(name="files nobody chose", every=timedelta(hours=1), run=lambda: drop_expired(now=clock.now())),
        Round(
            name="unused files",
            every=timedelta(hours=1),
            run=lambda: drop_unused(now=clock.now(), store=FileStore(config["INSTANCE"] / "uploads")),
        ),
        Round(
            name="partner notices",
            every=timedelta(minutes=1),
            run=lambda: send_due_notices(now=clock.now(), links=links),
        ),
    )
