"""Voting in writing: more time, and a member's objection, which ends it (VwVfG NRW, section 90)."""

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.domain.words.text import clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.meeting import MeetingObjection
from ikz_award.queries.decision.meeting import is_overdue, sitting_of
from ikz_award.queries.permissions.matters import vote_matter
from ikz_award.services.decision.ballots import count
from ikz_award.services.decision.meeting import due_instant, edition_to_run, end_items, running_meeting
from ikz_award.services.decision.meeting_mails import tell_extended, tell_objected
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

REASON_LIMIT = 2000


@use_case(AuditAction.MEETING_OBJECT, without=("base_url",))
def object_to_writing(work: Work, *, edition_slug: str, reason: str, base_url: str = "") -> None:
    """End a circulation in writing because a member wants to meet; an open motion ends undecided, and everybody is told.

    It binds: what was on the agenda is not circulated again (see `open_meeting`).

    Raises `Refused` where nothing circulates, `NotFound` for a deputy and for whoever is not on the panel.
    """
    cleaned = clean_text(reason).strip()[:REASON_LIMIT]
    edition = locked_edition(work.session, edition_slug)
    seat = work.actor.seat(edition.id)
    if seat is None or seat.role is PanelRole.DEPUTY:
        raise NotFound
    require(work.actor, Action.VOTE, vote_matter(edition, is_recused=False))
    meeting = running_meeting(work.session, edition)
    if not meeting.is_written:
        raise Refused("not_written", _("Es läuft kein Umlaufverfahren."))
    if is_overdue(meeting, work.now):
        raise Refused("overdue", _("Die Frist des Umlaufverfahrens ist abgelaufen; widersprechen ließ sich bis dahin."))
    sitting = sitting_of(work.session, meeting=meeting)
    running = [motion for motion in meeting.motions if motion.closed_at is None]
    for motion in running:
        count(work, motion, sitting, is_ended_by_objection=True)
    end_items(meeting, work.now)
    work.session.add(MeetingObjection(meeting_id=meeting.id, juror_id=seat.juror_id, reason=cleaned, objected_at=work.now))
    meeting.closed_at = work.now
    member = next(one.name for one in sitting.panel if one.id == seat.juror_id)
    tell_objected(work, meeting, member=member, undecided=len(running), base_url=base_url)
    work.audit(
        subject=f"meeting:{meeting.id}",
        edition_id=edition.id,
        new={"juror": seat.juror_id, "reason": cleaned, "undecided": [motion.id for motion in running]},
    )


@use_case(AuditAction.MEETING_EXTEND, without=("base_url",))
def extend_circulation(work: Work, *, edition_slug: str, due: str, base_url: str = "") -> None:
    """Give the members more time to vote in writing, and tell them. Raises `Invalid` ("due"), `Refused` in a sitting."""
    edition = edition_to_run(work, edition_slug)
    meeting = running_meeting(work.session, edition)
    if not meeting.is_written:
        raise Refused("not_written", _("Es läuft kein Umlaufverfahren."))
    old = meeting.due_at
    due_at = meeting.due_at = due_instant(due, after=max(work.now, old or work.now))
    tell_extended(work, meeting, base_url=base_url)
    work.audit(
        subject=f"meeting:{meeting.id}",
        edition_id=edition.id,
        old={"due_at": old.isoformat() if old else None},
        new={"due_at": due_at.isoformat()},
    )
