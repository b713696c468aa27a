"""What goes into a juror's printed pack: the entries the juror is to score, in the own order, with their attachments."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.actors import Actor
from ikz_award.domain.matter import Matter
from ikz_award.domain.permissions import Action, require
from ikz_award.models.editions import Edition
from ikz_award.models.jobs import Job
from ikz_award.queries.jury import seat_of
from ikz_award.queries.jury_list import RowStatus, own_rows

JURY_PACK = "jury_pack"


def readable_entries(session: Session, *, actor: Actor, edition: Edition) -> Sequence[str]:
    """Public ids of what the juror is to score, in the own order. Raises `NotFound` without a seat, `Refused` too early."""
    seat = seat_of(actor, edition.id)
    require(actor, Action.LIST_JURY_ENTRIES, Matter(edition_id=edition.id, phase=edition.phase))
    left_out = (RowStatus.RECUSED, RowStatus.NOT_ASSIGNED)
    return [row.public_id for row in own_rows(session, edition, seat) if row.status not in left_out]


def pack_job(session: Session, *, actor: Actor, edition: Edition) -> Job | None:
    """The juror's newest pack, made or under way."""
    juror_id = seat_of(actor, edition.id).juror_id
    query = select(Job).where(Job.kind == JURY_PACK, Job.edition_id == edition.id).order_by(Job.id.desc())
    return session.scalar(query.where(Job.parameters["juror"].as_integer() == juror_id).limit(1))


def is_current(job: Job, entries: Sequence[str]) -> bool:
    """Whether the pack holds just what the juror is to score now: a recusal or a withdrawn entry makes it void."""
    return sorted(job.parameters["entries"]) == sorted(entries)
