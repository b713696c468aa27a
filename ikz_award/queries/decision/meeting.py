"""The jury's meeting for the organiser, the wall, and each juror: nobody sees a motion on an entry they are recused from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.meeting import Choice, entitled, seats_used, taking_part
from ikz_award.domain.permissions.actors import Actor, PanelRole
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.decision.meeting import AgendaItem, Meeting, MeetingObjection, MeetingPresence, Motion
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Recusal
from ikz_award.queries.jury.sheets import PanelMember, panel_of, stand_ins


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """A meeting with its panel; `present`: the ids of jurors who may vote now: who is there, in writing everybody."""

    meeting: Meeting
    panel: Sequence[PanelMember]
    present: frozenset[int]
    # Who was there at some time.
    ever: frozenset[int] = frozenset()

    @property
    def roles(self) -> Mapping[int, PanelRole]:
        return {member.id: member.role for member in self.panel}


@dataclass(frozen=True, kw_only=True)
class MotionView:
    """A motion and who may vote on it. `choices`: juror id → choice, None for a secret one; without who has not voted.

    `taking_part`: who counts for the quorum now, which in writing is who has voted; `needed`: how many it takes. `own`: the ids
    of those who voted themselves, which nobody writes down differently.
    """

    motion: Motion
    voters: Sequence[PanelMember]
    absent: Sequence[PanelMember]
    recused: Sequence[PanelMember]
    choices: Mapping[int, Choice | None]
    taking_part: frozenset[int]
    needed: int
    own: frozenset[int]

    @property
    def is_quorate(self) -> bool:
        return len(self.taking_part) >= self.needed

    @property
    def entitled(self) -> int:
        return len(self.voters) + len(self.absent)

    @property
    def waiting(self) -> Sequence[PanelMember]:
        return [member for member in self.voters if member.id not in self.choices]


def last_meeting(session: Session, *, edition_id: int) -> Meeting | None:
    """The meeting that is under way, else the last one that was."""
    query = select(Meeting).where(Meeting.edition_id == edition_id).order_by(Meeting.closed_at.is_not(None), Meeting.id.desc())
    return session.scalar(query.limit(1))


def meetings_of(session: Session, *, edition_id: int) -> Sequence[Meeting]:
    """All meetings of an edition, the first first."""
    return session.scalars(select(Meeting).where(Meeting.edition_id == edition_id).order_by(Meeting.id)).all()


def votes_due(session: Session, *, edition_id: int) -> datetime | None:
    """When votes in writing are due, where a motion circulates."""
    return session.scalar(
        select(Meeting.due_at)
        .join(Motion, Motion.meeting_id == Meeting.id)
        .where(Meeting.edition_id == edition_id, Meeting.is_written, Meeting.closed_at.is_(None), Motion.closed_at.is_(None))
        .limit(1)
    )


def is_overdue(meeting: Meeting, now: datetime) -> bool:
    """Whether votes in writing were due before `now`."""
    return meeting.due_at is not None and now > meeting.due_at


def bound_categories(session: Session, *, edition_id: int) -> frozenset[int]:
    """The ids of categories a member's objection took from writing: they are decided at a table (VwVfG NRW, section 90)."""
    return frozenset(
        session.scalars(
            select(AgendaItem.category_id)
            .join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .join(MeetingObjection, MeetingObjection.meeting_id == Meeting.id)
            .where(Meeting.edition_id == edition_id)
        )
    )


def may_circulate(session: Session, *, edition: Edition) -> bool:
    """Whether there is anything the jury may vote on in writing."""
    admitted = select(Entry.category_id).where(Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED)
    used = set(session.scalars(admitted))
    return edition.allows_circulation and bool(used - bound_categories(session, edition_id=edition.id))


def sitting_of(session: Session, *, meeting: Meeting) -> Sitting:
    """The meeting with the panel as it is now and who is there. In writing everybody is; `ever`: who was there at any time."""
    panel = panel_of(session, edition_id=meeting.edition_id)
    rows = session.scalars(
        select(MeetingPresence).where(MeetingPresence.meeting_id == meeting.id).order_by(MeetingPresence.id)
    ).all()
    noted = {row.juror_id: row.is_present for row in rows}
    there = {juror for juror, is_there in noted.items() if is_there}
    if meeting.is_written:
        there = {member.id for member in panel}
    ever = there | {row.juror_id for row in rows if row.is_present}
    return Sitting(meeting=meeting, panel=panel, present=frozenset(there), ever=frozenset(ever))


def recused_from(session: Session, *, entry_id: int | None) -> frozenset[int]:
    """The jurors recused from an entry; nobody for a motion on none."""
    if entry_id is None:
        return frozenset()
    return frozenset(session.scalars(select(Recusal.juror_id).where(Recusal.entry_id == entry_id)))


def voters_on(session: Session, *, sitting: Sitting, motion: Motion) -> frozenset[int]:
    """Who has a vote on the motion, there or not; each seat one, whoever holds it by now."""
    may_vote = entitled(sitting.roles, recused=recused_from(session, entry_id=motion.entry_id))
    if not motion.is_secret:
        return may_vote
    moves = [(one.began_at, one.juror_id, one.deputy_id) for one in stand_ins(session, edition_id=sitting.meeting.edition_id)]
    return seats_used(may_vote, cast={ballot.juror_id: ballot.cast_at for ballot in motion.ballots}, moves=moves)


def motion_view(session: Session, *, sitting: Sitting, motion: Motion) -> MotionView:
    """One motion with who may vote, who is absent, who is recused and who has voted; a secret vote has no choice beside its
    name."""
    recused = recused_from(session, entry_id=motion.entry_id)
    may_vote = voters_on(session, sitting=sitting, motion=motion)
    rules = sitting.meeting.edition.voting
    seats = {member.id: member.account_id for member in sitting.panel}
    return MotionView(
        motion=motion,
        voters=[member for member in sitting.panel if member.id in may_vote and member.id in sitting.present],
        absent=[member for member in sitting.panel if member.id in may_vote and member.id not in sitting.present],
        recused=[member for member in sitting.panel if member.id in recused],
        choices={ballot.juror_id: ballot.choice for ballot in motion.ballots},
        taking_part=taking_part(
            may_vote,
            present=sitting.present,
            cast=[ballot.juror_id for ballot in motion.ballots],
            is_written=sitting.meeting.is_written,
            is_secret=motion.is_secret,
        ),
        needed=rules.needed(len(may_vote)),
        own=frozenset(ballot.juror_id for ballot in motion.ballots if seats.get(ballot.juror_id) == ballot.recorded_by),
    )


def motion_of(session: Session, *, edition: Edition, public_id: str) -> Motion:
    """A motion of the edition. Raises `NotFound`."""
    found = session.scalar(select(Motion).where(Motion.public_id == public_id))
    if found is None or found.meeting.edition_id != edition.id:
        raise NotFound
    return found


def motions_for(session: Session, *, sitting: Sitting, actor: Actor) -> Sequence[MotionView]:
    """What a juror sees of the meeting: motions on entries the juror is not recused from, open ones first, newest on top."""
    seat = actor.seat(sitting.meeting.edition_id)
    views = [motion_view(session, sitting=sitting, motion=motion) for motion in sitting.meeting.motions]
    own = [view for view in views if seat is not None and seat.juror_id not in {member.id for member in view.recused}]
    return sorted(own, key=lambda view: (view.motion.closed_at is not None, -view.motion.id))
