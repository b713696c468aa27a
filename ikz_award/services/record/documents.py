"""Documents that are printed in the background: asked for once, kept for good."""

from datetime import datetime

from sqlalchemy import select

from ikz_award.domain.permissions.actors import SYSTEM, Actor
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.models.editions.editions import Edition
from ikz_award.models.record.jobs import Job
from ikz_award.queries.entries.entries import entry_for
from ikz_award.queries.entries.receipts import RECEIPT, receipt_job, submission_of
from ikz_award.queries.record.documents import GUIDE, guide_job
from ikz_award.services.record.intention import intention


def request_receipt(*, actor: Actor, now: datetime, key: str | None, entry_id: str, version: int) -> None:
    """Have the receipt of a version printed, unless it is there or under way. Raises `NotFound`."""
    asked = {"entry": entry_id, "version": version}
    with intention(actor=actor, now=now, action=AuditAction.RECEIPT_REQUEST, key=key, request=asked) as work:
        if work.is_replay:
            return
        entry = entry_for(work.session, actor=actor, public_id=entry_id, now=now, action=Action.VIEW_ENTRY)
        submission = submission_of(work.session, entry, version)
        job = receipt_job(work.session, submission, edition_id=entry.edition_id)
        if job is None or job.status is JobStatus.FAILED:
            work.start_job(kind=RECEIPT, edition_id=entry.edition_id, parameters={"submission": submission.id})


def request_guide(*, now: datetime, edition_id: int, content: str) -> str:
    """Have an edition's guide printed and return the job's public id; the same `content` (a hash) is printed once."""
    with intention(actor=SYSTEM, now=now, action=AuditAction.GUIDE_REQUEST) as work:
        edition = work.session.scalars(select(Edition).where(Edition.id == edition_id).with_for_update()).one()
        job: Job | None = guide_job(work.session, edition_id=edition.id, content=content)
        if job is not None and job.status is not JobStatus.FAILED:
            return job.public_id
        return work.start_job(kind=GUIDE, edition_id=edition.id, parameters={"content": content})
