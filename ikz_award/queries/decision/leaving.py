"""What taking a juror off the panel would change, category by category, and whether there is a way back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.ranking import rank
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.matter import AFTER_SCORING
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.decision.lot import Lot
from ikz_award.models.decision.meeting import Meeting, Motion
from ikz_award.models.decision.shortlist import Shortlist
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, JurorEnd, ScoreSheet
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.queries.decision.ranking_lines import CategoryRanking
from ikz_award.queries.jury.assignment import assigned_pairs
from ikz_award.queries.jury.sheets import PanelMember, current_round_id, panel_of


@dataclass(frozen=True, kw_only=True)
class Moved:
    """An entry's rank now and without the juror's sheets; None: not ranked."""

    number: str
    title: str
    before: int | None
    after: int | None


@dataclass(frozen=True, kw_only=True)
class LeavingCategory:
    """What changes in a category. `handed_in`: the juror's sheets that count so far, `lost`: those not handed in.

    `short_counted`, `short_set_aside`: entries ("L2-004 Title") that have, or can still get, the sheets they need, and could
    not any more if the sheets handed in count, or are set aside. `moved`: ranks if they are set aside, once scoring is closed.
    """

    name: str
    entries: int
    handed_in: int
    lost: int
    short_counted: Sequence[str]
    short_set_aside: Sequence[str]
    moved: Sequence[Moved]


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """`voters`: members and chair who stay; `heirs`: who of them could take the chair."""

    categories: Sequence[LeavingCategory]
    voters: int
    heirs: Sequence[PanelMember]
    needed_least: int

    @property
    def handed_in(self) -> int:
        return sum(one.handed_in for one in self.categories)

    @property
    def lost(self) -> int:
        return sum(one.lost for one in self.categories)


def seat_on(session: Session, *, edition: Edition, juror_id: int) -> Juror:
    """A seat on the edition's panel. Raises `NotFound` for every other."""
    juror = session.get(Juror, juror_id)
    if juror is None or juror.edition_id != edition.id:
        raise NotFound
    return juror


def end_of_seat(session: Session, *, juror_id: int) -> JurorEnd | None:
    """The end that holds, if any."""
    return session.scalar(select(JurorEnd).where(JurorEnd.juror_id == juror_id, JurorEnd.undone_at.is_(None)))


def leaving_of(session: Session, *, edition: Edition, juror: Juror) -> Leaving:
    """What would change. While scoring is open it counts sheets and says nothing of points."""
    heirs = [one for one in panel_of(session, edition_id=edition.id) if one.role is not PanelRole.DEPUTY and one.id != juror.id]
    statuses = {
        (sheet.entry_id, sheet.juror_id): sheet.status
        for sheet in session.scalars(
            select(ScoreSheet).where(ScoreSheet.round_id == current_round_id(session, edition_id=edition.id))
        )
    }
    pairs = assigned_pairs(session, edition_id=edition.id)
    if edition.phase in AFTER_SCORING:
        # What was not handed in by now never will be.
        pairs = frozenset(pair for pair in pairs if statuses.get(pair) is SheetStatus.SUBMITTED)
    possible = Counter(entry for entry, juror_id in pairs if statuses.get((entry, juror_id)) is not SheetStatus.ABSTAINED)
    own = {entry: statuses.get((entry, juror.id)) for entry, juror_id in pairs if juror_id == juror.id}
    ranked = counted_rankings(session, edition=edition) if edition.phase in AFTER_SCORING else ()
    moves = {one.key: _moved(one, juror.id) for one in ranked}
    return Leaving(
        categories=[
            _category(session, edition, category, possible=possible, own=own, moved=moves.get(category.key, ()))
            for category in edition.categories
        ],
        voters=len(heirs),
        heirs=heirs,
        needed_least=edition.voting.quorum_least,
    )


def _category(
    session: Session,
    edition: Edition,
    category: Category,
    *,
    possible: Counter[int],
    own: dict[int, SheetStatus | None],
    moved: Sequence[Moved],
) -> LeavingCategory:
    found = session.scalars(
        select(Entry).where(Entry.category_id == category.id, Entry.status == "admitted").order_by(Entry.number)
    ).all()
    least = edition.minimum_sheets
    enough = [entry for entry in found if possible[entry.id] >= least]
    counts = {entry.id: own.get(entry.id) is SheetStatus.SUBMITTED for entry in found}
    # An abstention is no sheet that counts, before or after.
    takes = {entry.id: entry.id in own and own[entry.id] is not SheetStatus.ABSTAINED for entry in found}
    return LeavingCategory(
        name=category.name,
        entries=len(found),
        handed_in=sum(counts.values()),
        lost=sum(own[entry.id] in (None, SheetStatus.DRAFT) for entry in found if entry.id in own),
        short_counted=[
            _named(entry) for entry in enough if possible[entry.id] - (takes[entry.id] and not counts[entry.id]) < least
        ],
        short_set_aside=[_named(entry) for entry in enough if possible[entry.id] - takes[entry.id] < least],
        moved=moved,
    )


def _named(entry: Entry) -> str:
    return f"{entry.number or ''} {entry.title}".strip()


def _moved(ranking: CategoryRanking, juror_id: int) -> Sequence[Moved]:
    """Whose rank would be another one without the juror's sheets."""
    sheets = [
        replace(sheet, state=SheetState.SET_ASIDE, points={}) if sheet.juror == str(juror_id) else sheet
        for sheet in ranking.sheets
    ]
    after = {
        row.entry: row.rank for row in rank([line.number for line in ranking.lines], sheets, ranking.weights, ranking.rules)
    }
    return [
        Moved(number=line.number, title=line.title, before=line.rank, after=after[line.number])
        for line in ranking.lines
        if after[line.number] != line.rank
    ]


def rests_on_end(session: Session, *, edition: Edition, end: JurorEnd) -> Sequence[str]:
    """What the jury has done without the juror since: the kinds of it, none where the way back is open."""
    since = end.ended_at
    of_edition = select(Category.id).where(Category.edition_id == edition.id)
    meetings = select(Meeting.id).where(Meeting.edition_id == edition.id)
    kinds: tuple[tuple[str, ColumnElement[bool]], ...] = (
        ("motion", select(Motion.id).where(Motion.meeting_id.in_(meetings), or_(Motion.closed_at >= since)).exists()),
        ("shortlist", select(Shortlist.id).where(Shortlist.category_id.in_(of_edition), Shortlist.drawn_at >= since).exists()),
        ("decision", select(Decision.id).where(Decision.category_id.in_(of_edition), Decision.decided_at >= since).exists()),
        ("lot", select(Lot.id).where(Lot.meeting_id.in_(meetings), Lot.announced_at >= since).exists()),
    )
    return [kind for kind, is_there in kinds if session.scalar(select(is_there))]
