"""Who looked at what is confidential: written beside the reading, and never a reason not to show it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ikz_award.adapters.database import brief_write
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.extensions import db
from ikz_award.services.record.intention import AuditLine, append_audit

log = structlog.get_logger()

# Milliseconds.
PATIENCE = 2_000


def note_reading(
    *, actor: Actor, now: datetime, action: AuditAction, subject: str, edition_id: int, what: Mapping[str, Any]
) -> None:
    """An entry in the audit log, in a transaction of its own after everything was read and judged.

    While nothing can be written (a full disk, somebody who writes for long) the page is worth more: who read it then stands in
    the server's log.
    """
    db.session.rollback()  # reading is over; what is handed on was taken before
    try:
        with brief_write(db.engine, wait=PATIENCE) as connection, Session(connection) as session:
            line = AuditLine(action=action, subject=subject, edition_id=edition_id, new=what)
            append_audit(session, line, actor=actor, now=now)
    except DBAPIError:
        log.warning("reading not in the audit log", action=action, subject=subject, account=actor.account_id, **what)
