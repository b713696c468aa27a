"""A juror's ties and the hints they give, each with what the juror has decided about it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.jury.bias import BiasHint, Participant, Tie, bias_hints, members_that_tell
from ikz_award.domain.people.bodies import KEY
from ikz_award.domain.permissions.actors import Seat
from ikz_award.domain.phases.timetable import utc_to_berlin
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.jury.bias import HintDecision, HintOutcome, Ruling
from ikz_award.models.jury.jury import JurorTie
from ikz_award.models.people.register import BodyKind, RegisterBody
from ikz_award.queries.jury.assignment import unassigned_pairs
from ikz_award.queries.people.bodies import members_of

# Kinds of which there are so many that belonging to a body of all of them says nothing.
NUMEROUS = (BodyKind.MUNICIPALITY, BodyKind.INDEPENDENT_CITY, BodyKind.DISTRICT)


@dataclass(frozen=True, kw_only=True)
class StatedHint:
    """A hint in words: the body it is about, the body the juror is tied to, and the juror's decision, if there is one."""

    hint: BiasHint
    name: str
    tie_name: str
    decision: HintDecision | None

    @property
    def is_open(self) -> bool:
        return self.decision is None


def reference_day(edition: Edition) -> date:
    """The day ties are looked at: that of the deadline, so that no hint comes or goes while the jury scores."""
    return utc_to_berlin(edition.deadline_at).date()


def ties_of(session: Session, *, juror_id: int) -> Sequence[JurorTie]:
    """The juror's ties with their bodies, those that last first."""
    query = select(JurorTie).where(JurorTie.juror_id == juror_id).options(joinedload(JurorTie.body))
    return sorted(session.scalars(query), key=lambda tie: (tie.ended_on is not None, tie.body.official_name, tie.kind))


def as_tie(row: JurorTie) -> Tie:
    """The stored tie as the rules on bias take it; `ended_on` None while it lasts."""
    return Tie(key=row.body_key, kind=row.kind, ended_on=row.ended_on)


def hints_by_entry(
    session: Session, *, edition: Edition, juror_id: int, entry_ids: Collection[int]
) -> dict[int, tuple[StatedHint, ...]]:
    """Entry id → its hints for one juror; six queries, however many entries."""
    return hints_of_jurors(session, edition=edition, juror_ids=[juror_id], entry_ids=entry_ids)[juror_id]


def hints_of_jurors(
    session: Session, *, edition: Edition, juror_ids: Sequence[int], entry_ids: Collection[int], is_asked_of_all: bool = False
) -> dict[int, dict[int, tuple[StatedHint, ...]]]:
    """Juror id → entry id → hints. Asked is only about entries the juror is to score; `is_asked_of_all`: about every one."""
    ties: dict[int, list[Tie]] = {juror_id: [] for juror_id in juror_ids}
    for row in session.scalars(select(JurorTie).where(JurorTie.juror_id.in_(juror_ids))):
        ties[row.juror_id].append(as_tie(row))
    if not any(ties.values()):
        return {juror_id: {} for juror_id in juror_ids}
    behind, day = _participants(session, entry_ids), reference_day(edition)
    found = {
        juror_id: {entry_id: bias_hints(ties=own, participants=one, on=day) for entry_id, one in behind.items()}
        for juror_id, own in ties.items()
    }
    names = _names(session, [hint for entries in found.values() for hints in entries.values() for hint in hints])
    decided = _decisions(session, juror_ids)
    others = frozenset() if is_asked_of_all else unassigned_pairs(session, juror_ids=juror_ids, entry_ids=entry_ids)
    stated = {
        juror_id: {
            entry_id: [_stated(hint, names, decided.get((juror_id, entry_id, hint.code))) for hint in hints]
            for entry_id, hints in entries.items()
        }
        for juror_id, entries in found.items()
    }
    return {
        juror_id: {
            entry_id: tuple(one for one in hints if (juror_id, entry_id) not in others or not one.is_open)
            for entry_id, hints in entries.items()
        }
        for juror_id, entries in stated.items()
    }


def entry_hints(session: Session, *, entry: Entry, seat: Seat) -> tuple[StatedHint, ...]:
    """The hints of one entry for one juror."""
    found = hints_by_entry(session, edition=entry.edition, juror_id=seat.juror_id, entry_ids=[entry.id])
    return found.get(entry.id, ())


def has_open_hint(session: Session, *, entry: Entry, seat: Seat) -> bool:
    """Whether the juror has a hint on the entry still to answer, without which no points are taken."""
    return any(hint.is_open for hint in entry_hints(session, entry=entry, seat=seat))


def is_overruled(session: Session, *, entry_id: int, juror_id: int) -> bool:
    """Whether chair or organiser have recused the juror: then it is not the juror's to take back."""
    overruled = select(HintDecision.id).where(
        HintDecision.entry_id == entry_id, HintDecision.juror_id == juror_id, HintDecision.ruling == Ruling.OVERRULED
    )
    return session.scalar(overruled) is not None


def declared_hints(session: Session, *, entry_id: int, juror_id: int) -> Sequence[HintDecision]:
    """The hints to which the juror has said "yes, biased"."""
    query = select(HintDecision).where(
        HintDecision.entry_id == entry_id, HintDecision.juror_id == juror_id, HintDecision.outcome == HintOutcome.BIASED
    )
    return session.scalars(query).all()


def _participants(session: Session, entry_ids: Collection[int]) -> dict[int, list[Participant]]:
    found: dict[int, list[Participant]] = {}
    for entry_id, key in session.execute(select(Entry.id, Entry.lead_key).where(Entry.id.in_(entry_ids))):
        found[entry_id] = [Participant(key=key, is_lead=True)]
    for entry_id, key in session.execute(select(Partner.entry_id, Partner.body_key).where(Partner.entry_id.in_(entry_ids))):
        found[entry_id].append(Participant(key=key, is_lead=False))
    outside = {one.key for behind in found.values() for one in behind if one.key is not None and KEY.fullmatch(one.key)}
    return _with_members(session, found, outside) if outside else found


def _with_members(
    session: Session, found: dict[int, list[Participant]], outside: Collection[str]
) -> dict[int, list[Participant]]:
    """The same, each body outside the register with the members that say something."""
    kinds: dict[bool, set[str]] = {}
    official = select(RegisterBody.key, RegisterBody.kind).where(RegisterBody.is_current, RegisterBody.kind.in_(NUMEROUS))
    for key, kind in session.execute(official):
        kinds.setdefault(kind is BodyKind.DISTRICT, set()).add(key)
    groups = [frozenset(keys) for keys in kinds.values()]
    members = {key: members_that_tell(one, groups) for key, one in members_of(session, outside).items()}
    return {
        entry_id: [replace(one, members=members.get(one.key or "", frozenset())) for one in behind]
        for entry_id, behind in found.items()
    }


def _names(session: Session, hints: Sequence[BiasHint]) -> Mapping[str, str]:
    keys = {key for hint in hints for key in (hint.key, hint.tie_key)}
    rows = session.execute(select(RegisterBody.key, RegisterBody.official_name).where(RegisterBody.key.in_(keys)))
    return {row.key: row.official_name for row in rows}


def _decisions(session: Session, juror_ids: Sequence[int]) -> Mapping[tuple[int, int, str], HintDecision]:
    rows = session.scalars(select(HintDecision).where(HintDecision.juror_id.in_(juror_ids)))
    return {(row.juror_id, row.entry_id, row.hint.code): row for row in rows}


def _stated(hint: BiasHint, names: Mapping[str, str], decision: HintDecision | None) -> StatedHint:
    return StatedHint(hint=hint, name=names[hint.key], tie_name=names[hint.tie_key], decision=decision)
