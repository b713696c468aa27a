"""Reports that were asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import StoredFile
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.jobs import Job
from ikz_award.queries.permissions.matters import edition_matter

RESULT_REPORT = "result_report"


@dataclass(frozen=True, kw_only=True)
class ReportRow:
    """A report and its file, once there is one; `size` in bytes."""

    job: Job
    size: int | None
    asked_by: str


def reports_of(session: Session, *, actor: Actor, edition: Edition) -> Sequence[ReportRow]:
    """The reports of an edition, newest first, at most 50. Raises `Refused` while scoring is open."""
    require(actor, Action.MAKE_REPORT, edition_matter(edition))
    rows = session.execute(
        select(Job, StoredFile.size, Account.name)
        .outerjoin(StoredFile, StoredFile.sha256 == Job.result_sha256)
        .outerjoin(Account, Account.id == Job.created_by)
        .where(Job.kind == RESULT_REPORT, Job.edition_id == edition.id)
        .order_by(Job.id.desc())
        .limit(50)
    )
    return [ReportRow(job=job, size=size, asked_by=name or "") for job, size, name in rows]


def report_job(session: Session, *, actor: Actor, edition: Edition, public_id: str) -> Job:
    """One report of the edition. Raises `NotFound`, or `Refused` while scoring is open."""
    require(actor, Action.MAKE_REPORT, edition_matter(edition))
    job = session.scalar(select(Job).where(Job.public_id == public_id, Job.kind == RESULT_REPORT, Job.edition_id == edition.id))
    if job is None:
        raise NotFound
    return job
