"""Motions in the jury's meeting: put to the vote, voted on, counted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.meeting import Choice, MotionKind, Outcome
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.meeting import AgendaItem, Meeting, Motion
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.decision.meeting import Sitting, is_overdue, motion_of, motion_view, recused_from, sitting_of, voters_on
from ikz_award.queries.jury.shortlist import is_left_out
from ikz_award.queries.permissions.matters import vote_matter
from ikz_award.services.decision.ballots import cast, count, record_of, require_complete
from ikz_award.services.decision.decisions import NOT_SHORTLISTED
from ikz_award.services.decision.meeting import edition_to_run, item_of, running_meeting
from ikz_award.services.decision.meeting_mails import tell_put
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

TEXT_LIMIT = 2000
SEAT_VOTED = _(
    "Wen Sie vertreten, hat hier schon geheim abgestimmt. Diese Stimme zählt und lässt sich nicht ersetzen. Bei den nächsten "
    "Anträgen stimmen Sie mit."
)


@dataclass(frozen=True, kw_only=True)
class TypedMotion:
    """What is put to the vote, as the organiser typed it; `entry_id`: a public id, or "" where the motion is about none."""

    kind: MotionKind
    entry_id: str
    text: str
    is_secret: bool


@use_case(AuditAction.MEETING_PROPOSE, without=("base_url",))
def propose(work: Work, *, edition_slug: str, category: str, typed: TypedMotion, base_url: str = "") -> None:
    """Put something to the vote, and in writing tell who may vote. Raises `Invalid` (`entry`, `text`).

    Raises `Refused` while another motion is open (in writing: in this category), and when votes in writing were due.
    """
    cleaned = clean_text(typed.text).strip()
    edition = edition_to_run(work, edition_slug)
    meeting = running_meeting(work.session, edition)
    item = item_of(meeting, category)
    _require_room(meeting, item, work.now)
    entry = _entry_of(work.session, item, typed.kind, typed.entry_id)
    if typed.kind is MotionKind.OTHER and not cleaned:
        raise Invalid({"text": _("Bitte schreiben Sie, worüber abgestimmt wird.")})
    if length(cleaned) > TEXT_LIMIT:
        raise Invalid({"text": _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=TEXT_LIMIT)})
    motion = Motion(
        meeting_id=meeting.id,
        category_id=item.category_id,
        entry_id=entry.id if entry else None,
        kind=typed.kind,
        text=cleaned,
        is_secret=typed.is_secret,
        opened_at=work.now,
    )
    work.session.add(motion)
    work.session.flush()
    work.audit(
        subject=f"meeting:{meeting.id}",
        edition_id=edition.id,
        new={
            "motion": motion.id,
            "kind": typed.kind,
            "number": entry.number if entry else None,
            "text": cleaned,
            "secret": typed.is_secret,
        },
    )
    if meeting.is_written:
        tell_put(work, meeting, motion, base_url=base_url)


@use_case(AuditAction.MEETING_RECORD)
def record_votes(work: Work, *, edition_slug: str, motion_id: str, choices: Mapping[int, Choice]) -> None:
    """Write down a show of hands (juror id → choice); who voted on their own device is left as they voted.

    Raises `Refused` for a secret motion, one that is closed, and in writing, where everybody votes for themselves.
    """
    edition = edition_to_run(work, edition_slug)
    motion, sitting = _open_motion(work.session, edition, motion_id)
    if motion.is_secret:
        raise Refused("secret", _("Geheim wird am eigenen Gerät abgestimmt; hier lässt sich nichts eintragen."))
    if sitting.meeting.is_written:
        raise Refused("written", _("Im Umlaufverfahren stimmt jedes Mitglied selbst ab; eintragen lässt sich nichts."))
    own = motion_view(work.session, sitting=sitting, motion=motion).own
    voters = (voters_on(work.session, sitting=sitting, motion=motion) & sitting.present) - own
    noted = {juror: choice for juror, choice in choices.items() if juror in voters}
    for juror_id, choice in noted.items():
        cast(work, motion, juror_id, choice)
    work.audit(
        subject=f"meeting:{sitting.meeting.id}",
        edition_id=edition.id,
        new={"motion": motion.id, "votes": {str(juror): choice for juror, choice in noted.items()}},
    )


# A stored hash of one of three words could be tried out: a secret vote must not be in it.
@use_case(AuditAction.MEETING_VOTE, without=("choice",))
def vote(work: Work, *, edition_slug: str, motion_id: str, choice: Choice) -> None:
    """A juror's own vote; an open one can be changed until the motion is closed, a secret one is final.

    Raises `NotFound` for who is recused or has no vote, `Refused` for who is not there, a second secret vote, a closed motion,
    and in writing for a vote that comes after it was due.
    """
    edition = locked_edition(work.session, edition_slug)
    seat = work.actor.seat(edition.id)
    if seat is None:
        raise NotFound
    found = motion_of(work.session, edition=edition, public_id=motion_id)
    recused = recused_from(work.session, entry_id=found.entry_id)
    if seat.juror_id in recused or seat.role is PanelRole.DEPUTY:
        raise NotFound
    require(work.actor, Action.VOTE, vote_matter(edition, is_recused=seat.juror_id in recused))
    motion, sitting = _open_motion(work.session, edition, motion_id)
    if seat.juror_id not in voters_on(work.session, sitting=sitting, motion=motion):
        raise Refused("seat_voted", SEAT_VOTED)
    if seat.juror_id not in sitting.present:
        raise Refused("absent", _("Sie sind nicht als anwesend vermerkt. Bitte sagen Sie es der Sitzungsleitung."))
    if is_overdue(sitting.meeting, work.now):
        raise Refused("overdue", _("Die Frist ist abgelaufen; Ihre Stimme ist nicht mehr angenommen worden."))
    cast(work, motion, seat.juror_id, choice)
    work.audit(
        subject=f"meeting:{sitting.meeting.id}",
        edition_id=edition.id,
        new={"motion": motion.id} | ({} if motion.is_secret else {"choice": choice}),
    )


@use_case(AuditAction.MEETING_COUNT)
def close_motion(work: Work, *, edition_slug: str, motion_id: str, without: Collection[int] = ()) -> Outcome:
    """Count. Without a quorum nothing is decided, and the motion can be put again.

    `without`: the jurors whose missing votes the person was shown and goes without. Raises `Invalid` ("ballots") for others,
    `Refused` ("not_due") in writing while votes are out and not yet due.
    """
    edition = edition_to_run(work, edition_slug)
    motion, sitting = _open_motion(work.session, edition, motion_id)
    require_complete(work, motion, sitting, without=without)
    result = count(work, motion, sitting)
    work.audit(subject=f"meeting:{sitting.meeting.id}", edition_id=edition.id, new=record_of(motion))
    return result


def _require_room(meeting: Meeting, item: AgendaItem, now: datetime) -> None:
    """In a sitting one motion after the other; in writing one for each category, as long as there is time to vote."""
    running = [one for one in meeting.motions if one.closed_at is None]
    if any(not meeting.is_written or one.category_id == item.category_id for one in running):
        raise Refused("open_motion", _("Es läuft noch eine Abstimmung. Bitte schließen Sie sie zuerst."))
    if is_overdue(meeting, now):
        raise Refused("overdue", _("Die Frist des Umlaufverfahrens ist abgelaufen. Bitte verlängern Sie sie zuerst."))


def _entry_of(session: Session, item: AgendaItem, kind: MotionKind, public_id: str) -> Entry | None:
    if kind not in (MotionKind.WINNER, MotionKind.COMMENDATION):
        return None
    found = session.scalar(
        select(Entry).where(
            Entry.public_id == public_id, Entry.category_id == item.category_id, Entry.status == EntryStatus.ADMITTED
        )
    )
    if found is None:
        raise Invalid({"entry": _("Bitte wählen Sie einen zugelassenen Beitrag dieser Kategorie.")})
    if kind is MotionKind.WINNER and is_left_out(session, entry_id=found.id):
        raise Invalid({"entry": NOT_SHORTLISTED}, reason="not_shortlisted")
    return found


def _open_motion(session: Session, edition: Edition, public_id: str) -> tuple[Motion, Sitting]:
    motion = motion_of(session, edition=edition, public_id=public_id)
    if motion.closed_at is not None:
        raise Refused("closed", _("Diese Abstimmung ist schon geschlossen."))
    return motion, sitting_of(session, meeting=motion.meeting)
