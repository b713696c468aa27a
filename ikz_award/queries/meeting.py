"""The jury's meeting for the organiser, the wall, and each juror: nobody sees a motion on an entry they are recused from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.actors import Actor, PanelRole
from ikz_award.domain.errors import NotFound
from ikz_award.domain.meeting import Choice, entitled, has_quorum
from ikz_award.models.editions import Edition
from ikz_award.models.jury import Recusal
from ikz_award.models.meeting import Meeting, MeetingPresence, Motion
from ikz_award.queries.sheets import PanelMember, panel_of


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """A meeting with its panel; `present`: the ids of jurors who are there now (in writing: all)."""

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
    """A motion and who may vote on it. `choices`: juror id → choice, None for a secret one; without who has not voted."""

    motion: Motion
    voters: Sequence[PanelMember]
    absent: Sequence[PanelMember]
    recused: Sequence[PanelMember]
    choices: Mapping[int, Choice | None]
    is_quorate: bool

    @property
    def waiting(self) -> Sequence[PanelMember]:
        return [member for member in self.voters if member.id not in self.choices]


def last_meeting(session: Session, *, edition_id: int) -> Meeting | None:
    """The meeting that is under way, else the last one that was."""
    query = select(Meeting).where(Meeting.edition_id == edition_id).order_by(Meeting.closed_at.is_not(None), Meeting.id.desc())
    return session.scalar(query.limit(1))


def sitting_of(session: Session, *, meeting: Meeting) -> Sitting:
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


def motion_view(session: Session, *, sitting: Sitting, motion: Motion) -> MotionView:
    recused = recused_from(session, entry_id=motion.entry_id)
    may_vote = entitled(sitting.roles, recused=recused)
    return MotionView(
        motion=motion,
        voters=[member for member in sitting.panel if member.id in may_vote and member.id in sitting.present],
        absent=[member for member in sitting.panel if member.id in may_vote and member.id not in sitting.present],
        recused=[member for member in sitting.panel if member.id in recused],
        choices={ballot.juror_id: ballot.choice for ballot in motion.ballots},
        is_quorate=has_quorum(may_vote, present=sitting.present),
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
