"""Entries for the people who write them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Load, Session, joinedload

from ikz_award.domain.permissions.actions import ActionOn
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import EntryMatter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.application_time import ApplicationTime, application_time
from ikz_award.domain.phases.timetable import DeadlineState, deadline_state, effective_deadline
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.permissions.matters import entry_matter


def is_open_for_entries(edition: Edition, *, now: datetime, extended_to: datetime | None = None) -> bool:
    """Whether what arrives at `now` is in time, grace included."""
    return application_time_of(edition, now=now, extended_to=extended_to).is_possible


def application_time_of(edition: Edition, *, now: datetime, extended_to: datetime | None = None) -> ApplicationTime:
    """Where the edition stands for those who want to apply: what pages say is what the services do."""
    return application_time(
        phase=edition.phase,
        now=now,
        opens_at=edition.opens_at,
        deadline_at=edition.deadline_at,
        grace_seconds=edition.grace_seconds,
        extended_to=extended_to,
    )


def is_late(entry: Entry, *, now: datetime) -> bool:
    """Whether the time to hand the entry in is over, grace and its own extension included."""
    return _state(entry.edition, now=now, extended_to=entry.extended_to) is DeadlineState.CLOSED


def deadline_of(entry: Entry) -> datetime:
    """The deadline that holds for the entry: the edition's, or its own where that is later."""
    return effective_deadline(deadline_at=entry.edition.deadline_at, extended_to=entry.extended_to)


def _state(edition: Edition, *, now: datetime, extended_to: datetime | None) -> DeadlineState:
    return deadline_state(
        now=now,
        opens_at=edition.opens_at,
        deadline_at=edition.deadline_at,
        grace_seconds=edition.grace_seconds,
        extended_to=extended_to,
    )


def entries_of(session: Session, *, actor: Actor) -> Sequence[Entry]:
    """The entries led by the actor's organisations, those at work first, then by time."""
    query = (
        select(Entry)
        .where(Entry.lead_key.in_(actor.organisations))
        .options(joinedload(Entry.edition), joinedload(Entry.lead), joinedload(Entry.category), Load(Entry).raiseload("*"))
        .order_by(Entry.updated_at.desc())
    )
    order = {EntryStatus.RETURNED: 0, EntryStatus.DRAFT: 1}
    return sorted(session.scalars(query), key=lambda entry: 1 if entry.amending_since else order.get(entry.status, 2))


def entry_for(
    session: Session, *, actor: Actor, public_id: str, now: datetime, action: ActionOn[EntryMatter] = Action.VIEW_ENTRY
) -> Entry:
    """The entry, if the actor may do `action` with it. Raises `NotFound` (also when it is another's) or `Refused`."""
    entry = session.scalar(
        select(Entry).where(Entry.public_id == public_id).options(joinedload(Entry.edition), joinedload(Entry.lead))
    )
    if entry is None:
        raise NotFound
    require(actor, action, entry_matter(entry, now=now))
    return entry


def open_editions(session: Session, *, now: datetime) -> Sequence[Edition]:
    """The editions that take entries at `now`, the one that closes first in front."""
    found = session.scalars(select(Edition).where(Edition.phase == Phase.OPEN).order_by(Edition.deadline_at))
    return [edition for edition in found if is_open_for_entries(edition, now=now)]


def organisations_of(session: Session, *, actor: Actor) -> Sequence[RegisterBody]:
    """The bodies the actor belongs to."""
    query = select(RegisterBody).where(RegisterBody.key.in_(actor.organisations)).order_by(RegisterBody.name)
    return session.scalars(query).all()


def newest_submission(session: Session, entry: Entry) -> Submission | None:
    """The version that counts: the last one handed in. None for what was never handed in."""
    query = select(Submission).where(Submission.entry_id == entry.id).order_by(Submission.version.desc()).limit(1)
    return session.scalar(query)
