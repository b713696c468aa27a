"""What goes into a juror's printed pack: the entries the juror is to score, in the own order, with their attachments."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.models.editions.editions import Edition
from ikz_award.models.record.jobs import Job
from ikz_award.queries.jury.jury import seat_of
from ikz_award.queries.jury.list import own_rows
from ikz_award.queries.jury.shown_names import shown_names
from ikz_award.queries.permissions.matters import edition_matter

JURY_PACK = "jury_pack"
HIDES_NAMES = "hides_names"


def readable_entries(session: Session, *, actor: Actor, edition: Edition) -> Sequence[str]:
    """Public ids of what the juror is to score, in the own order. Raises `NotFound` without a seat, `Refused` too early."""
    seat = seat_of(actor, edition.id)
    require(actor, Action.LIST_JURY_ENTRIES, edition_matter(edition))
    names = shown_names(session, actor=actor, edition=edition)
    left_out = (SheetState.RECUSED, SheetState.NOT_ASSIGNED, SheetState.LEFT_OUT)
    return [row.public_id for row in own_rows(session, edition, seat, names) if row.status not in left_out]


def pack_job(session: Session, *, actor: Actor, edition: Edition) -> Job | None:
    """The juror's newest pack, made or under way."""
    juror_id = seat_of(actor, edition.id).juror_id
    query = select(Job).where(Job.kind == JURY_PACK, Job.edition_id == edition.id).order_by(Job.id.desc())
    return session.scalar(query.where(Job.parameters["juror"].as_integer() == juror_id).limit(1))


def is_current(session: Session, *, actor: Actor, edition: Edition, job: Job, entries: Sequence[str]) -> bool:
    """Whether the pack holds just what the juror is to score now.

    A recusal, a withdrawn entry, or names that are hidden since make it void; one without names stays good when they are shown.
    """
    are_hidden = shown_names(session, actor=actor, edition=edition).are_hidden
    tells_too_much = are_hidden and not job.parameters.get(HIDES_NAMES, False)
    return sorted(job.parameters["entries"]) == sorted(entries) and not tells_too_much
