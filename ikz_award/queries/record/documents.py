"""Printed documents that anybody may read."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.record.jobs import Job

GUIDE = "guide"


def guide_job(session: Session, *, edition_id: int, content: str) -> Job | None:
    """The newest job that prints the edition's guide with this content."""
    query = select(Job).where(Job.kind == GUIDE, Job.edition_id == edition_id).order_by(Job.id.desc())
    return session.scalar(query.where(Job.parameters["content"].as_string() == content).limit(1))
