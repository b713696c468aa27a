"""Where an entry stands, from the rows: the facts for `domain.entries.standing`, and what comes next for
`domain.entries.next_steps`."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.next_steps import Dated, Dates, NextStep, next_steps
from ikz_award.domain.entries.standing import (
    RESULT_PHASES,
    EditionStanding,
    EntryStanding,
    StandingFacts,
    edition_standing,
    entry_standing,
)
from ikz_award.domain.phases.timetable import deadline_state
from ikz_award.models.decision.decisions import WINNERS
from ikz_award.models.editions.editions import Edition, Milestone
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.screening import ScreeningAct, ScreeningDeed
from ikz_award.queries.entries.closing import announced_deadline, end_of_circulation
from ikz_award.queries.entries.entries import is_late


def standing_of(session: Session, entry: Entry, *, now: datetime) -> EntryStanding:
    """The entry's standing as everybody may know it who may know of the entry."""
    return standings_of(session, [entry], now=now)[entry.id]


def standings_of(session: Session, entries: Collection[Entry], *, now: datetime) -> Mapping[int, EntryStanding]:
    """The standing of many at once, by entry id."""
    published = [entry.id for entry in entries if entry.edition.phase in RESULT_PHASES]
    won = set(session.scalars(select(WINNERS.c.entry_id).where(WINNERS.c.entry_id.in_(published)))) if published else set()
    return {entry.id: entry_standing(_facts(entry, now=now, has_won=entry.id in won)) for entry in entries}


def _facts(entry: Entry, *, now: datetime, has_won: bool) -> StandingFacts:
    return StandingFacts(
        phase=entry.edition.phase,
        status=entry.status,
        is_in_time=entry.edition.opens_at <= now and not is_late(entry, now=now),
        is_amended=entry.amending_since is not None,
        has_won=has_won,
    )


def excluded_at(session: Session, entry: Entry) -> datetime | None:
    """When the entry was excluded the last time; None for one that never was."""
    done = select(ScreeningAct.at).where(ScreeningAct.entry_id == entry.id, ScreeningAct.deed == ScreeningDeed.EXCLUDE)
    return session.scalar(done.order_by(ScreeningAct.id.desc()).limit(1))


def standing_of_edition(edition: Edition, *, now: datetime) -> EditionStanding:
    """What everybody may know of an edition."""
    state = deadline_state(
        now=now, opens_at=edition.opens_at, deadline_at=edition.deadline_at, grace_seconds=edition.grace_seconds
    )
    return edition_standing(phase=edition.phase, deadline=state)


def standing_steps(session: Session, entry: Entry, *, now: datetime) -> tuple[NextStep, ...]:
    """What happens next with the entry: for its page, its receipt and the mail that acknowledges it."""
    milestones = session.scalars(
        select(Milestone)
        .where(Milestone.edition_id == entry.edition_id, Milestone.is_public, Milestone.starts_at > now)
        .order_by(Milestone.starts_at, Milestone.id)
    )
    dates = Dates(
        now=now,
        deadline_at=announced_deadline(session, entry),
        objections_until=end_of_circulation(session, entry) if entry.partners else None,
        milestones=tuple(Dated(at=one.starts_at, ends_at=one.ends_at, label=one.label) for one in milestones),
    )
    return next_steps(standing_of(session, entry, now=now), dates)
