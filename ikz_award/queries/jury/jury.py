"""A juror's place: which editions, which entries, how far; what a juror may see is decided here and in the permission table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session, aliased

from ikz_award.domain.jury.reading_order import Neighbours, neighbours, next_open, reading_order
from ikz_award.domain.jury.scoring_time import closing_for
from ikz_award.domain.permissions.actors import Actor, Seat
from ikz_award.domain.permissions.kinds import SheetMatter
from ikz_award.domain.permissions.matter import AFTER_SCREENING
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Edition, JuryRound
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet
from ikz_award.queries.jury.assignment import is_assigned, is_to_score
from ikz_award.queries.jury.closings import extended_closings
from ikz_award.queries.jury.shortlist import is_beside_shortlist
from ikz_award.queries.permissions.matters import edition_matter, reading_matter, sheet_matter


@dataclass(frozen=True, kw_only=True)
class ScoringProgress:
    """How far one juror is; what is not the juror's to score counts in `recused`, `left_out` or `not_assigned` alone."""

    total: int = 0
    submitted: int = 0
    abstained: int = 0
    draft: int = 0
    recused: int = 0
    not_assigned: int = 0
    left_out: int = 0

    @property
    def done(self) -> int:
        return self.submitted + self.abstained

    @property
    def untouched(self) -> int:
        return self.total - self.done - self.draft


@dataclass(frozen=True, kw_only=True)
class MyEdition:
    """An edition on whose panel the juror sits; `progress` is None until the entries may be listed."""

    edition: Edition
    seat: Seat
    body_name: str
    progress: ScoringProgress | None
    closes_at: datetime | None = None


def seat_of(actor: Actor, edition_id: int) -> Seat:
    """The actor's seat on an edition's panel. Raises `NotFound`."""
    seat = actor.seat(edition_id)
    if seat is None:
        raise NotFound
    return seat


def current_round(session: Session, *, edition_id: int) -> JuryRound:
    """The round that is scored now: so far every edition has one. Raises `NotFound` for an edition without any."""
    found = session.scalar(select(JuryRound).where(JuryRound.edition_id == edition_id).order_by(JuryRound.position).limit(1))
    if found is None:
        raise NotFound
    return found


def entry_for_juror(session: Session, actor: Actor, public_id: str) -> tuple[Entry, Seat]:
    """An admitted entry of an edition whose list the actor may see. Raises `NotFound` for every other, there or not.

    Says nothing about bias: ask the permission table with `matter_of`.
    """
    found = select(Entry).where(
        Entry.public_id == public_id, Entry.edition_id.in_(actor.seats), Entry.status == EntryStatus.ADMITTED
    )
    entry = session.scalar(found)
    if entry is None:
        raise NotFound
    if not is_allowed(actor, Action.LIST_JURY_ENTRIES, edition_matter(entry.edition)):
        raise NotFound
    return entry, seat_of(actor, entry.edition_id)


def matter_of(session: Session, *, entry: Entry, seat: Seat) -> SheetMatter:
    """The facts the permission table needs about an entry and one juror."""
    recusal = select(Recusal.id).where(Recusal.juror_id == seat.juror_id, Recusal.entry_id == entry.id)
    return sheet_matter(
        reading_matter(entry, is_recused=session.scalar(recusal) is not None),
        is_assigned=is_to_score(session, juror_id=seat.juror_id, entry_id=entry.id),
        is_left_out=bool(session.scalar(select(is_beside_shortlist()).where(Entry.id == entry.id))),
    )


@dataclass(frozen=True, kw_only=True)
class JurorStanding:
    """How a juror stands with an entry: the status of the own sheet or None, recused or not, to be scored or not.

    `is_left_out`: beside the shortlist, and so not to be scored by anybody.
    """

    status: SheetStatus | None
    is_recused: bool = False
    is_assigned: bool = True
    is_left_out: bool = False


def standing(session: Session, *, juror_id: int, edition_id: int, round_id: int) -> dict[str, JurorStanding]:
    """Public id → the juror's standing, for every admitted entry."""
    rows = session.execute(
        select(Entry.public_id, ScoreSheet.status, Recusal.id.is_not(None), is_assigned(juror_id), is_beside_shortlist())
        .outerjoin(ScoreSheet, own_sheet(juror_id, round_id))
        .outerjoin(Recusal, is_own_recusal(juror_id))
        .where(Entry.edition_id == edition_id, Entry.status == EntryStatus.ADMITTED)
    )
    return {
        public_id: JurorStanding(status=status, is_recused=bool(recused), is_assigned=bool(assigned), is_left_out=bool(beside))
        for public_id, status, recused, assigned, beside in rows
    }


@dataclass(frozen=True, kw_only=True)
class Path:
    """Where an entry stands on a juror's way: its neighbours among the entries to read, and the next one to score."""

    neighbours: Neighbours
    next_open: str | None
    progress: ScoringProgress


def path_through(session: Session, *, entry: Entry, seat: Seat) -> Path:
    """The juror's way through the edition, seen from `entry`. The entry must be one the juror may read."""
    round_id = current_round(session, edition_id=entry.edition_id).id
    standings = standing(session, juror_id=seat.juror_id, edition_id=entry.edition_id, round_id=round_id)
    readable = [public_id for public_id, one in standings.items() if not one.is_recused]
    order = own_order(juror_id=seat.juror_id, assigned={public_id: standings[public_id].is_assigned for public_id in readable})
    to_do = {
        public_id
        for public_id in readable
        if standings[public_id].is_assigned and standings[public_id].status in (None, SheetStatus.DRAFT)
    }
    return Path(
        neighbours=neighbours(order, entry.public_id),
        next_open=next_open(order, current=entry.public_id, open_entries=to_do - {entry.public_id}),
        progress=progress_of(list(standings.values())),
    )


def own_order(*, juror_id: int, assigned: Mapping[str, bool]) -> list[str]:
    """The juror's own order of the entries (public id → to be scored?): first what is to be scored, then the rest."""
    order = reading_order(juror_id=juror_id, entries=list(assigned))
    return sorted(order, key=lambda public_id: not assigned[public_id])


def own_sheet(juror_id: int, round_id: int) -> ColumnElement[bool]:
    """The join from an entry to the juror's own sheet, and to nobody else's."""
    return and_(ScoreSheet.entry_id == Entry.id, ScoreSheet.juror_id == juror_id, ScoreSheet.round_id == round_id)


def is_own_recusal(juror_id: int) -> ColumnElement[bool]:
    """For joins to `Entry`: the recusal of this juror from it."""
    return and_(Recusal.entry_id == Entry.id, Recusal.juror_id == juror_id)


def progress_of(standings: Sequence[JurorStanding]) -> ScoringProgress:
    """Count the standings with all admitted entries; what is not to be scored counts nowhere."""
    counts = Counter(one.status for one in standings if one.is_assigned and not one.is_recused)
    return ScoringProgress(
        total=sum(counts.values()),
        submitted=counts[SheetStatus.SUBMITTED],
        abstained=counts[SheetStatus.ABSTAINED],
        draft=counts[SheetStatus.DRAFT],
        recused=sum(one.is_recused for one in standings),
        not_assigned=sum(not (one.is_assigned or one.is_recused or one.is_left_out) for one in standings),
        left_out=sum(one.is_left_out and not one.is_recused for one in standings),
    )


def my_editions(session: Session, actor: Actor) -> list[MyEdition]:
    """Every edition with a seat for the actor, newest first. The number of queries does not grow with the editions."""
    rows = session.execute(
        select(Edition, Juror.body_name)
        .join(Juror, Juror.edition_id == Edition.id)
        .where(Juror.account_id == actor.account_id, Edition.id.in_(actor.seats))
        .order_by(Edition.opens_at.desc())
    ).all()
    statuses = _statuses_by_edition(session, actor)
    extended = extended_closings(session, juror_ids=[seat.juror_id for seat in actor.seats.values()])
    found = []
    for edition, body_name in rows:
        is_listed = is_allowed(actor, Action.LIST_JURY_ENTRIES, edition_matter(edition))
        progress = progress_of(statuses.get(edition.id, [])) if is_listed else None
        closes_at = closing_for(
            closes_at=edition.scoring_closes_at, extended_to=extended.get(seat_of(actor, edition.id).juror_id)
        )
        found.append(
            MyEdition(
                closes_at=closes_at,
                edition=edition,
                seat=seat_of(actor, edition.id),
                body_name=body_name,
                progress=progress,
            )
        )
    return found


def _statuses_by_edition(session: Session, actor: Actor) -> dict[int, list[JurorStanding]]:
    every_round = aliased(JuryRound)
    first_round = select(func.min(every_round.position)).where(every_round.edition_id == Entry.edition_id).scalar_subquery()
    rows = session.execute(
        select(Entry.edition_id, ScoreSheet.status, Recusal.id.is_not(None), is_assigned(Juror.id), is_beside_shortlist())
        .join(Edition, Edition.id == Entry.edition_id)
        .join(Juror, and_(Juror.edition_id == Entry.edition_id, Juror.account_id == actor.account_id))
        .join(JuryRound, and_(JuryRound.edition_id == Entry.edition_id, JuryRound.position == first_round))
        .outerjoin(
            ScoreSheet,
            and_(ScoreSheet.entry_id == Entry.id, ScoreSheet.juror_id == Juror.id, ScoreSheet.round_id == JuryRound.id),
        )
        .outerjoin(Recusal, and_(Recusal.entry_id == Entry.id, Recusal.juror_id == Juror.id))
        .where(Entry.status == EntryStatus.ADMITTED, Edition.phase.in_(AFTER_SCREENING), Edition.id.in_(actor.seats))
    )
    found: dict[int, list[JurorStanding]] = {}
    for edition_id, status, recused, assigned, beside in rows:
        one = JurorStanding(status=status, is_recused=bool(recused), is_assigned=bool(assigned), is_left_out=bool(beside))
        found.setdefault(edition_id, []).append(one)
    return found


def sheet_row(session: Session, *, entry: Entry, juror_id: int) -> ScoreSheet | None:
    """The juror's sheet on the entry in the round that is scored now; None where none was begun."""
    jury_round = current_round(session, edition_id=entry.edition_id)
    return session.scalar(
        select(ScoreSheet).where(
            ScoreSheet.juror_id == juror_id, ScoreSheet.entry_id == entry.id, ScoreSheet.round_id == jury_round.id
        )
    )
