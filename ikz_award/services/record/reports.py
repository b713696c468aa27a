"""Reports are made in the background; here they are asked for, and taken."""

from datetime import datetime

from sqlalchemy import select

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.record.jobs import Job
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.record.reports import RESULT_REPORT
from ikz_award.services.record.intention import Work
from ikz_award.services.record.readings import note_reading
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.REPORT_REQUEST)
def request_report(work: Work, *, edition_id: int) -> str:
    """Queue the result report of an edition and return the job's public id; one that is under way is not asked for twice."""
    edition = work.session.get(Edition, edition_id)
    if edition is None:
        raise NotFound
    require(work.actor, Action.MAKE_REPORT, edition_matter(edition))
    answer = work.session.scalar(
        select(Job.public_id).where(
            Job.kind == RESULT_REPORT,
            Job.edition_id == edition.id,
            Job.status.in_((JobStatus.QUEUED, JobStatus.RUNNING)),
        )
    )
    if answer is None:
        answer = work.start_job(kind=RESULT_REPORT, edition_id=edition.id, parameters={})
        work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, new={"job": answer})
    return answer


def take_report(*, actor: Actor, now: datetime, job: str) -> tuple[str, str]:
    """Record that a finished report is downloaded, and return its SHA-256 and file name."""
    session = db.session()
    row = session.scalar(select(Job).where(Job.public_id == job, Job.kind == RESULT_REPORT))
    edition = session.get(Edition, row.edition_id) if row else None
    if row is None or edition is None or row.status is not JobStatus.DONE or row.result_sha256 is None:
        raise NotFound
    require(actor, Action.MAKE_REPORT, edition_matter(edition))
    taken = row.result_sha256, row.result_name
    note_reading(
        actor=actor,
        now=now,
        action=AuditAction.REPORT_DOWNLOAD,
        subject=f"edition:{edition.id}",
        edition_id=edition.id,
        what={"job": job, "sha256": row.result_sha256},
    )
    return taken
