"""The steps an edition takes when their time has come; the worker asks again and again."""

from datetime import datetime

import structlog

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.words.errors import Denied
from ikz_award.extensions import db
from ikz_award.queries.phases.due import due_steps
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.use_case import Call

log = structlog.get_logger()


def take_due_steps(*, now: datetime, base_url: str = "") -> int:
    """Take every step that is due, each in a transaction of its own; returns how many that were."""
    session = db.session()
    due = due_steps(session, now=now)
    session.rollback()
    taken = 0
    for edition_id, step in due:
        try:
            change_phase(Call(actor=SYSTEM, now=now), edition_id=edition_id, step=step, base_url=base_url)
        except Denied:
            continue  # Somebody else was faster, or something stands in the way by now; the next round looks again.
        except Exception:
            session.rollback()
            log.exception("step by itself", edition=edition_id)  # the others do not wait for this one
            continue
        taken += 1
    return taken
