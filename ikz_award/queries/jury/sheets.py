"""Who has scored what: the states of the sheets, never what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, case, func, or_, select, true
from sqlalchemy.orm import Session

from ikz_award.adapters import clock
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import Former, PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.models.editions.editions import Category, JuryRound
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet, StandIn
from ikz_award.models.people.accounts import Account
from ikz_award.queries.jury.assignment import DONE, is_assigned, unassigned_pairs
from ikz_award.queries.jury.confidentiality import sworn_jurors
from ikz_award.queries.jury.ends import has_left_jury, is_set_aside
from ikz_award.queries.jury.shortlist import second_round_places

PER_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class PanelMember:
    """Somebody on the panel or taken off it; `id` is the juror's, `body_name` where the person comes from, "" for nowhere."""

    id: int
    account_id: int
    name: str
    body_name: str
    role: PanelRole
    # Off the panel; what was handed in counts unless it is set aside.
    has_left: bool = False
    is_set_aside: bool = False

    @property
    def place(self) -> PanelRole | Former:
        """What the member is, as it is shown."""
        return Former.LEFT if self.has_left else self.role


@dataclass(frozen=True, kw_only=True)
class MatrixEntry:
    """An admitted entry as a line of the table of jurors and entries."""

    id: int
    public_id: str
    number: str
    title: str
    category_id: int
    category_name: str


@dataclass(frozen=True, kw_only=True)
class SheetMatrix:
    """Jurors × admitted entries; `cells` by (juror id, entry id)."""

    jurors: Sequence[PanelMember]
    entries: Sequence[MatrixEntry]
    cells: Mapping[tuple[int, int], SheetState]
    page: int
    pages: int


@dataclass(frozen=True, kw_only=True)
class SheetCount:
    """`expected`: sheets that members and chair have to give, recusals taken off; `done`: submitted or abstained of these."""

    expected: int
    done: int

    @property
    def missing(self) -> int:
        return self.expected - self.done


@dataclass(frozen=True, kw_only=True)
class JurorSheets:
    """The same for one juror."""

    juror: PanelMember
    has_accepted_confidentiality: bool
    sheets: SheetCount


def sheet_counts(session: Session, *, edition_id: int | None = None) -> Mapping[int, SheetCount]:
    """Edition id → how many sheets are expected and done, of every edition or of one; counted by the database."""
    found: dict[int, SheetCount] = {}
    for row in session.execute(_counted_pairs(edition_id).group_by(Juror.edition_id)):
        found[row.edition_id] = SheetCount(expected=row.expected or 0, done=row.done or 0)
    return found


def juror_counts(session: Session, *, edition_id: int) -> Sequence[JurorSheets]:
    """The panel with what each has done."""
    counted = {row.juror_id: row for row in session.execute(_counted_pairs(edition_id).group_by(Juror.id))}
    sworn = sworn_jurors(session, edition_id=edition_id, now=clock.now())
    return [
        JurorSheets(
            juror=member,
            has_accepted_confidentiality=member.id in sworn,
            sheets=SheetCount(
                expected=counted[member.id].expected if member.id in counted else 0,
                done=counted[member.id].done if member.id in counted else 0,
            ),
        )
        for member in panel_of(session, edition_id=edition_id)
    ]


def _counted_pairs(edition_id: int | None) -> Select:
    """Pairs of juror and assigned, admitted entry without a recusal; a deputy's pair is there only with a sheet."""
    last_round = (
        select(func.max(JuryRound.id)).where(JuryRound.edition_id == Juror.edition_id).correlate(Juror).scalar_subquery()
    )
    is_done = ScoreSheet.status.in_((SheetStatus.SUBMITTED, SheetStatus.ABSTAINED))
    query = (
        select(
            func.min(Juror.edition_id).label("edition_id"),
            func.min(Juror.id).label("juror_id"),
            func.count().label("expected"),
            func.sum(case((is_done, 1), else_=0)).label("done"),
        )
        .select_from(Juror)
        .join(Entry, (Entry.edition_id == Juror.edition_id) & (Entry.status == EntryStatus.ADMITTED))
        .outerjoin(
            ScoreSheet,
            (ScoreSheet.juror_id == Juror.id) & (ScoreSheet.entry_id == Entry.id) & (ScoreSheet.round_id == last_round),
        )
        .outerjoin(Recusal, (Recusal.juror_id == Juror.id) & (Recusal.entry_id == Entry.id))
        .where(Recusal.id.is_(None), is_assigned(Juror.id), or_(Juror.role != PanelRole.DEPUTY, ScoreSheet.id.is_not(None)))
    )
    return query if edition_id is None else query.where(Juror.edition_id == edition_id)


def stand_ins(session: Session, *, edition_id: int) -> Sequence[StandIn]:
    """Who stepped in for whom, in the order it happened."""
    found = select(StandIn).join(Juror, Juror.id == StandIn.juror_id).where(Juror.edition_id == edition_id)
    return session.scalars(found.order_by(StandIn.id)).all()


def panel_of(session: Session, *, edition_id: int) -> Sequence[PanelMember]:
    """The edition's jurors in their order."""
    rows = session.execute(
        select(
            Juror.id,
            Juror.account_id,
            Account.name,
            Account.email,
            Juror.body_name,
            Juror.role,
            has_left_jury(Juror.id).label("has_left"),
            is_set_aside(Juror.id).label("is_set_aside"),
        )
        .join(Account, Account.id == Juror.account_id)
        .where(Juror.edition_id == edition_id)
        .order_by(Juror.position, Juror.id)
    )
    return [
        PanelMember(
            id=row.id,
            account_id=row.account_id,
            name=row.name or row.email,
            body_name=row.body_name,
            role=row.role,
            has_left=row.has_left,
            is_set_aside=row.is_set_aside,
        )
        for row in rows
    ]


def current_round_id(session: Session, *, edition_id: int) -> int | None:
    """The edition's last round: the one that is ranked."""
    return session.scalar(
        select(JuryRound.id).where(JuryRound.edition_id == edition_id).order_by(JuryRound.position.desc()).limit(1)
    )


def sheet_matrix(session: Session, *, edition_id: int, category_key: str = "", page: int = 1) -> SheetMatrix:
    """The states of the sheets of the last round, 50 entries a page, of all categories or one; eight queries."""
    jurors = panel_of(session, edition_id=edition_id)
    query = (
        select(Entry.id, Entry.public_id, Entry.number, Entry.title, Category.id, Category.name)
        .join(Category, Category.id == Entry.category_id)
        .where(Entry.edition_id == edition_id, Entry.status == EntryStatus.ADMITTED)
        .where((Category.key == category_key) if category_key else true())
    )
    pages = max(1, -(-(session.scalar(select(func.count()).select_from(query.subquery())) or 0) // PER_PAGE))
    page = min(max(1, page), pages)
    rows = session.execute(query.order_by(Category.position, Entry.number).limit(PER_PAGE).offset((page - 1) * PER_PAGE))
    entries = [
        MatrixEntry(id=row[0], public_id=row[1], number=row[2] or "", title=row[3], category_id=row[4], category_name=row[5])
        for row in rows
    ]
    ids = [entry.id for entry in entries]
    statuses, recused = _statuses(session, edition_id=edition_id, entry_ids=ids), _recusals(session, entry_ids=ids)
    others = unassigned_pairs(session, juror_ids=[juror.id for juror in jurors], entry_ids=ids)
    places = second_round_places(session, edition_id=edition_id)
    cells = {
        pair: SheetState.RECUSED
        if pair in recused
        else _state(
            juror,
            statuses.get(pair),
            is_assigned=pair not in others,
            is_left_out=not places.get(pair[1], True),
        )
        for juror in jurors
        for pair in ((juror.id, entry.id) for entry in entries)
    }
    return SheetMatrix(jurors=jurors, entries=entries, cells=cells, page=page, pages=pages)


def _state(juror: PanelMember, status: SheetStatus | None, *, is_assigned: bool, is_left_out: bool) -> SheetState:
    if juror.is_set_aside and status in DONE:
        return SheetState.SET_ASIDE
    if juror.has_left and status not in DONE:
        return SheetState.NOT_EXPECTED
    if is_left_out and status in (None, SheetStatus.DRAFT):
        return SheetState.LEFT_OUT
    # A draft that is not to be scored any more was left to whoever stepped in.
    if status is not None and (is_assigned or status is not SheetStatus.DRAFT):
        return SheetState(status.value)
    if not is_assigned and juror.role is not PanelRole.DEPUTY:
        return SheetState.NOT_ASSIGNED
    return SheetState.NOT_EXPECTED if juror.role is PanelRole.DEPUTY else SheetState.OPEN


def _statuses(session: Session, *, edition_id: int, entry_ids: Sequence[int]) -> dict[tuple[int, int], SheetStatus]:
    round_id = current_round_id(session, edition_id=edition_id)
    rows = session.execute(
        select(ScoreSheet.juror_id, ScoreSheet.entry_id, ScoreSheet.status).where(
            ScoreSheet.round_id == round_id, ScoreSheet.entry_id.in_(entry_ids)
        )
    )
    return {(row.juror_id, row.entry_id): row.status for row in rows}


def _recusals(session: Session, *, entry_ids: Sequence[int]) -> frozenset[tuple[int, int]]:
    rows = session.execute(select(Recusal.juror_id, Recusal.entry_id).where(Recusal.entry_id.in_(entry_ids)))
    return frozenset((row.juror_id, row.entry_id) for row in rows)
