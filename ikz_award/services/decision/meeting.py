"""Running the jury's meeting: each step is saved as it happens, so that an interruption loses nothing."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actions import ActionOn
from ikz_award.domain.permissions.kinds import EditionMatter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.timetable import berlin_to_utc
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.meeting import AgendaItem, Meeting, MeetingPresence
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.decision.meeting import bound_categories, last_meeting, sitting_of
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.decision.ballots import count, record_of, require_complete
from ikz_award.services.decision.meeting_mails import tell_ended, tell_opened
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.MEETING_OPEN, without=("base_url",))
def open_meeting(work: Work, *, edition_slug: str, is_written: bool, due: str = "", base_url: str = "") -> None:
    """Begin a sitting, or a circulation in writing, with every category that has entries.

    In writing votes are due by `due` (as typed for Berlin), and the members are told; categories that a member's objection took
    from writing are not on it. Raises `Refused` while another is under way or where nothing may circulate, `Invalid` ("due").
    """
    edition = edition_to_run(work, edition_slug)
    last = last_meeting(work.session, edition_id=edition.id)
    if last is not None and last.closed_at is None:
        raise Refused("under_way", _("Eine Sitzung läuft schon."))
    categories = _categories(work.session, edition, is_written=is_written)
    due_at = due_instant(due, after=work.now) if is_written else None
    meeting = Meeting(
        edition_id=edition.id, is_written=is_written, due_at=due_at, opened_by=work.actor.account_id or 0, opened_at=work.now
    )
    work.session.add(meeting)
    work.session.flush()
    for position, category in enumerate(categories, start=1):
        work.session.add(AgendaItem(meeting_id=meeting.id, category_id=category.id, position=position))
    if is_written:
        tell_opened(work, meeting, base_url=base_url)
    work.audit(
        subject=f"meeting:{meeting.id}",
        edition_id=edition.id,
        new={"is_written": is_written} | ({"due_at": due_at.isoformat()} if due_at else {}),
    )


def _categories(session: Session, edition: Edition, *, is_written: bool) -> list[Category]:
    """What is on the agenda. Raises `Refused` where the jury may not vote in writing on any of it."""
    used = select(Entry.category_id).where(Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED)
    found = select(Category).where(Category.edition_id == edition.id, Category.id.in_(used)).order_by(Category.position)
    categories = list(session.scalars(found))
    if not is_written:
        return categories
    if not edition.allows_circulation:
        raise Refused("no_circulation", _("In dieser Runde wird nicht im schriftlichen Umlauf beschlossen."))
    bound = bound_categories(session, edition_id=edition.id)
    free = [category for category in categories if category.id not in bound]
    if bound and not free:
        raise Refused(
            "objected",
            _("Ein Mitglied hat dem Umlaufverfahren widersprochen. Über diese Kategorien wird in einer Sitzung abgestimmt."),
        )
    return free


def due_instant(typed: str, *, after: datetime) -> datetime:
    """When votes in writing are due, as typed for Berlin. Raises `Invalid` ("due")."""
    try:
        instant = berlin_to_utc(datetime.fromisoformat(typed.strip()), field="due")
    except ValueError:
        raise Invalid({"due": _("Bitte geben Sie Tag und Uhrzeit an, bis zu denen abgestimmt wird.")}) from None
    if instant <= after:
        raise Invalid({"due": _("Bitte wählen Sie einen späteren Zeitpunkt.")})
    return instant


@use_case(AuditAction.MEETING_CLOSE, without=("base_url",))
def close_meeting(work: Work, *, edition_slug: str, without: Collection[int] = (), base_url: str = "") -> list[int]:
    """End it. In writing every open motion is counted, and the members are told; returns the ids of those that were.

    Raises `Refused` ("open_motion") while something is put to the vote in a sitting; in writing `Refused` ("not_due") and
    `Invalid` ("ballots") as for counting each.
    """
    edition = edition_to_run(work, edition_slug)
    meeting = running_meeting(work.session, edition)
    running = [motion for motion in meeting.motions if motion.closed_at is None]
    if running and not meeting.is_written:
        raise Refused("open_motion", _("Es läuft noch eine Abstimmung. Bitte schließen Sie sie zuerst."))
    sitting = sitting_of(work.session, meeting=meeting)
    for motion in running:
        require_complete(work, motion, sitting, without=without)
    for motion in running:
        count(work, motion, sitting)
    end_items(meeting, work.now)
    meeting.closed_at = work.now
    if meeting.is_written:
        tell_ended(work, meeting, counted=len(running), base_url=base_url)
    work.audit(
        subject=f"meeting:{meeting.id}",
        edition_id=edition.id,
        new={"counted": [record_of(motion) for motion in running]} if running else None,
    )
    return [motion.id for motion in running]


@use_case(AuditAction.MEETING_PRESENCE)
def note_presence(work: Work, *, edition_slug: str, present: Collection[int]) -> None:
    """Note who is there now (juror ids); whoever came or went since the last time gets a row."""
    edition = edition_to_run(work, edition_slug)
    meeting = running_meeting(work.session, edition)
    sitting = sitting_of(work.session, meeting=meeting)
    changed = {member.id: member.name for member in sitting.panel if (member.id in present) != (member.id in sitting.present)}
    if meeting.is_written or not changed:
        return
    for juror_id in changed:
        work.session.add(
            MeetingPresence(
                meeting_id=meeting.id,
                juror_id=juror_id,
                is_present=juror_id in present,
                noted_by=work.actor.account_id or 0,
                noted_at=work.now,
            )
        )
    work.audit(
        subject=f"meeting:{meeting.id}",
        edition_id=edition.id,
        new={
            "came": [name for juror, name in changed.items() if juror in present],
            "went": [name for juror, name in changed.items() if juror not in present],
        },
    )


@use_case(AuditAction.MEETING_AGENDA)
def move_item(work: Work, *, edition_slug: str, category: str, up: bool) -> None:
    """Put a category one place up or down on the agenda, as the chair or the organiser wants; at the end nothing happens."""
    edition = edition_to_run(work, edition_slug, Action.ORDER_AGENDA)
    meeting = running_meeting(work.session, edition)
    items = list(meeting.items)
    place = items.index(item_of(meeting, category))
    other = place - 1 if up else place + 1
    if not 0 <= other < len(items):
        return
    items[place].position, items[other].position = items[other].position, items[place].position
    work.audit(subject=f"meeting:{meeting.id}", edition_id=edition.id, new={"category": category, "up": up})


@use_case(AuditAction.MEETING_CALL)
def start_item(work: Work, *, edition_slug: str, category: str) -> None:
    """Call a category; the one under way ends. Called again, its time runs on from the beginning of the first call."""
    edition = edition_to_run(work, edition_slug)
    meeting = running_meeting(work.session, edition)
    item = item_of(meeting, category)
    end_items(meeting, work.now)
    item.started_at, item.ended_at = item.started_at or work.now, None
    work.audit(subject=f"meeting:{meeting.id}", edition_id=edition.id, new={"category": category})


def edition_to_run(work: Work, slug: str, action: ActionOn[EditionMatter] = Action.RUN_MEETING) -> Edition:
    """The edition, locked until the commit, of who may do `action` in its meeting. Raises `NotFound` or `Refused`."""
    edition = locked_edition(work.session, slug)
    require(work.actor, action, edition_matter(edition))
    return edition


def running_meeting(session: Session, edition: Edition) -> Meeting:
    """The edition's last meeting, not closed yet. Raises `Refused` ("no_meeting")."""
    found = last_meeting(session, edition_id=edition.id)
    if found is None or found.closed_at is not None:
        raise Refused("no_meeting", _("Es läuft keine Sitzung."))
    return found


def item_of(meeting: Meeting, category: str) -> AgendaItem:
    """The place of a category (by key) on the meeting's agenda. Raises `NotFound`."""
    found = next((item for item in meeting.items if item.category.key == category), None)
    if found is None:
        raise NotFound
    return found


def end_items(meeting: Meeting, now: datetime) -> None:
    """What is called ends."""
    for item in meeting.items:
        if item.started_at is not None and item.ended_at is None:
            item.ended_at = now
