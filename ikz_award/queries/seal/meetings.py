"""What the jury's meeting did, for the sealed document: who was there, what was put to the vote, how it went.

Of a secret vote it says who has voted and the sums, in the order of the panel: not even when somebody voted. The document goes
with the report, so it has no words that jurors said to each other alone; the rows are sealed all the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.decision.discussion import ComparisonOpening, DiscussionFlag
from ikz_award.models.decision.lot import Lot
from ikz_award.models.decision.meeting import AgendaItem, Ballot, Meeting, MeetingPresence, Motion
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.jury.ends import juror_ends
from ikz_award.queries.jury.sheets import stand_ins


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The names of jurors and motions in the document, by their ids."""

    jurors: Mapping[int, str]
    motions: Mapping[int, str]


def keys_of(session: Session, *, edition_id: int, juror_ids: Sequence[int]) -> Keys:
    """Names for jurors and motions within the sealed document ("J1", "M1"), so that it holds no database ids."""
    motions = session.scalars(
        select(Motion.id).join(Meeting, Meeting.id == Motion.meeting_id).where(Meeting.edition_id == edition_id)
    ).all()
    return Keys(
        jurors={juror: f"J{place}" for place, juror in enumerate(juror_ids, start=1)},
        motions={motion: f"M{place}" for place, motion in enumerate(sorted(motions), start=1)},
    )


def meetings_part(session: Session, *, edition_id: int, keys: Keys) -> list[dict[str, Any]]:
    """The edition's meetings as the sealed document holds them, oldest first; of a secret vote who voted, and the sums."""
    meetings = session.scalars(select(Meeting).where(Meeting.edition_id == edition_id).order_by(Meeting.id)).all()
    return [_meeting(session, meeting, keys) for meeting in meetings]


def comparison_part(session: Session, *, edition_id: int) -> list[Any]:
    """Each opening of the comparison."""
    openings = select(ComparisonOpening.opened_at).where(ComparisonOpening.edition_id == edition_id)
    return list(session.scalars(openings.order_by(ComparisonOpening.id)))


def stand_ins_part(session: Session, *, edition_id: int, keys: Keys) -> list[dict[str, Any]]:
    """Who stood in for whom on the panel, when and why, as the sealed document holds it."""
    return [
        {
            "juror": keys.jurors[one.juror_id],
            "deputy": keys.jurors[one.deputy_id],
            "role": one.role,
            "reason": one.reason,
            "began_at": one.began_at,
        }
        for one in stand_ins(session, edition_id=edition_id)
    ]


def ends_part(session: Session, *, edition_id: int, keys: Keys) -> list[dict[str, Any]]:
    """Who was taken off the panel, why, whether the points count, and who came back."""
    return [
        {
            "juror": keys.jurors[one.juror_id], "role": one.role, "reason": one.reason, "ended_at": one.ended_at,
            "points": "counted" if one.keeps_points else "set_aside", "back_at": one.undone_at,
            "back_reason": one.undone_reason,
        }
        for one in juror_ends(session, edition_id=edition_id)
    ]  # fmt: skip


def wishes_part(session: Session, *, edition_id: int, keys: Keys) -> dict[str, list[str]]:
    """Number → who wanted the entry discussed. What was said stays among the jurors, and even that it was."""
    flags = session.execute(
        select(Entry.number, DiscussionFlag.juror_id)
        .join(Entry, Entry.id == DiscussionFlag.entry_id)
        .where(Entry.edition_id == edition_id)
        .order_by(DiscussionFlag.id)
    )
    found: dict[str, list[str]] = {}
    for number, juror_id in flags:
        found.setdefault(number or "", []).append(keys.jurors[juror_id])
    return found


def _meeting(session: Session, meeting: Meeting, keys: Keys) -> dict[str, Any]:
    notes = session.scalars(
        select(MeetingPresence).where(MeetingPresence.meeting_id == meeting.id).order_by(MeetingPresence.id)
    )
    lots = session.scalars(select(Lot).where(Lot.meeting_id == meeting.id).order_by(Lot.id))
    objection = meeting.objection
    return {
        "written": meeting.is_written, "opened_at": meeting.opened_at, "closed_at": meeting.closed_at,
        "due_at": meeting.due_at,
        "agenda": [_item(item) for item in meeting.items],
        "presence": [
            {"juror": keys.jurors[one.juror_id], "present": one.is_present, "at": one.noted_at} for one in notes
        ],
        "objection": None
        if objection is None
        else {"juror": keys.jurors[objection.juror_id], "at": objection.objected_at},
        "motions": [_motion(motion, keys) for motion in meeting.motions],
        "lots": [_lot(lot) for lot in lots],
    }  # fmt: skip


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "category": item.category.key,
        "position": item.position,
        "started_at": item.started_at,
        "ended_at": item.ended_at,
    }


def _motion(motion: Motion, keys: Keys) -> dict[str, Any]:
    by_panel = sorted(motion.ballots, key=lambda one: list(keys.jurors).index(one.juror_id))
    return {
        "key": keys.motions[motion.id], "category": motion.category.key, "kind": motion.kind, "text": motion.text,
        "entry": motion.entry.number if motion.entry else None, "secret": motion.is_secret,
        "opened_at": motion.opened_at, "closed_at": motion.closed_at, "outcome": motion.outcome,
        "yes": motion.yes, "no": motion.no, "abstain": motion.abstain, "entitled": motion.entitled, "present": motion.present,
        "needed": motion.needed,
        "chair": keys.jurors[motion.chair_id] if motion.chair_id is not None else None,
        "ballots": [_ballot(one, keys, is_secret=motion.is_secret) for one in by_panel],
    }  # fmt: skip


def _lot(lot: Lot) -> dict[str, Any]:
    """Enough to draw it again. A secret whose lot was never drawn stays one."""
    is_drawn = lot.drawn_at is not None
    numbers = {one.entry_id: one.number for one in lot.candidates}
    return {
        "category": lot.category.key, "commitment": lot.commitment, "announced_at": lot.announced_at,
        "candidates": list(numbers.values()), "secret": lot.secret if is_drawn else None, "words": lot.words,
        "drawn_at": lot.drawn_at, "drawn": numbers.get(lot.entry_id) if is_drawn else None,
    }  # fmt: skip


def _ballot(ballot: Ballot, keys: Keys, *, is_secret: bool) -> dict[str, Any]:
    juror = keys.jurors[ballot.juror_id]
    return {"juror": juror} if is_secret else {"juror": juror, "choice": ballot.choice, "at": ballot.cast_at}
