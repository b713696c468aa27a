"""Running the jury's meeting: each step is saved as it happens, so that an interruption loses nothing."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.actors import Actor, PanelRole
from ikz_award.domain.errors import NotFound, Refused
from ikz_award.domain.matter import Matter
from ikz_award.domain.meeting import Outcome
from ikz_award.domain.permissions import Action, require
from ikz_award.domain.text import clean_text
from ikz_award.domain.wording import message as _
from ikz_award.domain.workflow import EntryStatus
from ikz_award.models.editions import Category, Edition
from ikz_award.models.entries import Entry
from ikz_award.models.meeting import AgendaItem, Meeting, MeetingObjection, MeetingPresence
from ikz_award.queries.meeting import last_meeting, sitting_of
from ikz_award.services.intention import Work, intention
from ikz_award.services.locked import locked_edition

REASON_LIMIT = 2000


def open_meeting(*, actor: Actor, now: datetime, key: str, edition_slug: str, is_written: bool) -> None:
    """Begin a sitting, or a circulation in writing, with every category that has entries. Raises `Refused` while another is."""
    asked = {"edition": edition_slug, "is_written": is_written}
    with intention(actor=actor, now=now, action="meeting.open", key=key, request=asked) as work:
        if work.is_replay:
            return
        edition = edition_to_run(work, edition_slug)
        last = last_meeting(work.session, edition_id=edition.id)
        if last is not None and last.closed_at is None:
            raise Refused("under_way", _("Eine Sitzung läuft schon."))
        meeting = Meeting(edition_id=edition.id, is_written=is_written, opened_by=actor.account_id or 0, opened_at=now)
        work.session.add(meeting)
        work.session.flush()
        used = select(Entry.category_id).where(Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED)
        categories = (
            select(Category).where(Category.edition_id == edition.id, Category.id.in_(used)).order_by(Category.position)
        )
        for position, category in enumerate(work.session.scalars(categories.order_by(Category.position)).all(), start=1):
            work.session.add(AgendaItem(meeting_id=meeting.id, category_id=category.id, position=position))
        work.audit(subject=f"meeting:{meeting.id}", edition_id=edition.id, new={"is_written": is_written})


def close_meeting(*, actor: Actor, now: datetime, key: str, edition_slug: str) -> None:
    """End it. Raises `Refused` ("open_motion") while something is put to the vote."""
    with intention(actor=actor, now=now, action="meeting.close", key=key, request={"edition": edition_slug}) as work:
        if work.is_replay:
            return
        edition = edition_to_run(work, edition_slug)
        meeting = running_meeting(work.session, edition)
        if any(motion.closed_at is None for motion in meeting.motions):
            raise Refused("open_motion", _("Es läuft noch eine Abstimmung. Bitte schließen Sie sie zuerst."))
        _end_items(meeting, now)
        meeting.closed_at = now
        work.audit(subject=f"meeting:{meeting.id}", edition_id=edition.id)


def note_presence(*, actor: Actor, now: datetime, key: str, edition_slug: str, present: Collection[int]) -> None:
    """Note who is there now (juror ids); whoever came or went since the last time gets a row."""
    asked = {"edition": edition_slug, "present": sorted(present)}
    with intention(actor=actor, now=now, action="meeting.presence", key=key, request=asked) as work:
        if work.is_replay:
            return
        edition = edition_to_run(work, edition_slug)
        meeting = running_meeting(work.session, edition)
        sitting = sitting_of(work.session, meeting=meeting)
        changed = {
            member.id: member.name for member in sitting.panel if (member.id in present) != (member.id in sitting.present)
        }
        if meeting.is_written or not changed:
            return
        for juror_id in changed:
            work.session.add(
                MeetingPresence(
                    meeting_id=meeting.id, juror_id=juror_id, is_present=juror_id in present, noted_by=actor.account_id or 0,
                    noted_at=now,
                )
            )  # fmt: skip
        work.audit(
            subject=f"meeting:{meeting.id}", edition_id=edition.id,
            new={"came": [name for juror, name in changed.items() if juror in present],
                 "went": [name for juror, name in changed.items() if juror not in present]},
        )  # fmt: skip


def move_item(*, actor: Actor, now: datetime, key: str, edition_slug: str, category: str, up: bool) -> None:
    """Put a category one place up or down on the agenda, as the chair or the organiser wants; at the end nothing happens."""
    asked = {"edition": edition_slug, "category": category, "up": up}
    with intention(actor=actor, now=now, action="meeting.agenda", key=key, request=asked) as work:
        if work.is_replay:
            return
        edition = edition_to_run(work, edition_slug, Action.ORDER_AGENDA)
        meeting = running_meeting(work.session, edition)
        items = list(meeting.items)
        place = items.index(item_of(meeting, category))
        other = place - 1 if up else place + 1
        if not 0 <= other < len(items):
            return
        items[place].position, items[other].position = items[other].position, items[place].position
        work.audit(subject=f"meeting:{meeting.id}", edition_id=edition.id, new={"category": category, "up": up})


def start_item(*, actor: Actor, now: datetime, key: str, edition_slug: str, category: str) -> None:
    """Call a category; the one under way ends. Called again, its time runs on from the beginning of the first call."""
    asked = {"edition": edition_slug, "category": category}
    with intention(actor=actor, now=now, action="meeting.call", key=key, request=asked) as work:
        if work.is_replay:
            return
        edition = edition_to_run(work, edition_slug)
        meeting = running_meeting(work.session, edition)
        item = item_of(meeting, category)
        _end_items(meeting, now)
        item.started_at, item.ended_at = item.started_at or now, None
        work.audit(subject=f"meeting:{meeting.id}", edition_id=edition.id, new={"category": category})


def object_to_writing(*, actor: Actor, now: datetime, key: str, edition_slug: str, reason: str) -> None:
    """End a circulation in writing because a member wants to meet; an open motion ends undecided.

    Raises `Refused` where nothing circulates, `NotFound` for a deputy and for whoever is not on the panel.
    """
    cleaned = clean_text(reason).strip()[:REASON_LIMIT]
    with intention(actor=actor, now=now, action="meeting.object", key=key, request={"edition": edition_slug}) as work:
        if work.is_replay:
            return
        edition = locked_edition(work.session, edition_slug)
        seat = actor.seat(edition.id)
        if seat is None or seat.role is PanelRole.DEPUTY:
            raise NotFound
        require(actor, Action.VOTE, Matter(edition_id=edition.id, phase=edition.phase, juror_id=seat.juror_id))
        meeting = running_meeting(work.session, edition)
        if not meeting.is_written:
            raise Refused("not_written", _("Es läuft kein Umlaufverfahren."))
        for motion in meeting.motions:
            if motion.closed_at is None:
                motion.outcome, motion.closed_at = Outcome.NO_QUORUM, now
        _end_items(meeting, now)
        work.session.add(
            MeetingObjection(meeting_id=meeting.id, juror_id=seat.juror_id, reason=cleaned, objected_at=now)
        )  # fmt: skip
        meeting.closed_at = now
        work.audit(subject=f"meeting:{meeting.id}", edition_id=edition.id, new={"juror": seat.juror_id, "reason": cleaned})


def edition_to_run(work: Work, slug: str, action: Action = Action.RUN_MEETING) -> Edition:
    edition = locked_edition(work.session, slug)
    require(work.actor, action, Matter(edition_id=edition.id, phase=edition.phase))
    return edition


def running_meeting(session: Session, edition: Edition) -> Meeting:
    found = last_meeting(session, edition_id=edition.id)
    if found is None or found.closed_at is not None:
        raise Refused("no_meeting", _("Es läuft keine Sitzung."))
    return found


def item_of(meeting: Meeting, category: str) -> AgendaItem:
    found = next((item for item in meeting.items if item.category.key == category), None)
    if found is None:
        raise NotFound
    return found


def _end_items(meeting: Meeting, now: datetime) -> None:
    for item in meeting.items:
        if item.started_at is not None and item.ended_at is None:
            item.ended_at = now
