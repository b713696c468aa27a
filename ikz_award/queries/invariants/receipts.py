"""Of every submission: the record in the audit log, the receipt that was asked for, and the mail that told of it."""

import re
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.jobs import Job
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.receipts import RECEIPT

_HASH = re.compile(r"\b[0-9a-f]{64}\b")


def receipts(session: Session) -> Iterator[str]:
    """What the demonstration brought along was handed in to nobody; whatever the log has was."""
    logged = _logged(session)
    printed = _printed(session)
    mailed = _mailed(session)
    seeded = seeded_editions(session)
    rows = select(Submission.id, Submission.entry_id, Submission.sha256, Entry.edition_id).join(
        Entry, Entry.id == Submission.entry_id
    )
    for id_, entry_id, sha256, edition_id in session.execute(rows.order_by(Submission.id)):
        subject = f"entry:{entry_id}"
        if (subject, sha256) not in logged:
            if edition_id not in seeded:
                yield f"submission {id_}: the audit log has no record of it"
            continue
        logged.discard((subject, sha256))
        if id_ not in printed:
            yield f"submission {id_}: no receipt was asked for (job)"
        if sha256 not in mailed:
            yield f"submission {id_}: no mail tells of it (outgoing_mail)"
    for subject, sha256 in sorted(logged):
        yield f"submission of {subject}: the audit log has it with the hash {sha256}, and it is not there"


def seeded_editions(session: Session) -> frozenset[int]:
    """Editions whose entries and sheets the demonstration brought along."""
    return frozenset(
        one for one in session.scalars(select(AuditEntry.edition_id).where(AuditEntry.action == AuditAction.DEMO_SEED)) if one
    )


def _logged(session: Session) -> set[tuple[str, str]]:
    rows = session.execute(select(AuditEntry.subject, AuditEntry.new).where(AuditEntry.action == AuditAction.ENTRY_SUBMIT))
    return {(subject, str((new or {}).get("sha256"))) for subject, new in rows}


def _printed(session: Session) -> set[int]:
    return {one["submission"] for one in session.scalars(select(Job.parameters).where(Job.kind == RECEIPT))}


def _mailed(session: Session) -> set[str]:
    found: set[str] = set()
    for body in session.scalars(select(OutgoingMail.body).execution_options(yield_per=500)):
        found.update(_HASH.findall(body))
    return found
