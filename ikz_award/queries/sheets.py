"""Who has scored what: the states of the sheets, never what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.actors import PanelRole
from ikz_award.domain.workflow import EntryStatus, SheetStatus
from ikz_award.models.accounts import Account
from ikz_award.models.editions import Category, JuryRound
from ikz_award.models.entries import Entry
from ikz_award.models.jury import Juror, Recusal, ScoreSheet


class CellState(StrEnum):
    """What a juror owes, or no longer owes, to an entry."""

    SUBMITTED = "submitted"
    DRAFT = "draft"
    OPEN = "open"
    RECUSED = "recused"
    ABSTAINED = "abstained"
    # A deputy scores only when standing in: no sheet is no debt.
    NOT_EXPECTED = "not_expected"

    @property
    def is_missing(self) -> bool:
        return self in (CellState.DRAFT, CellState.OPEN)


@dataclass(frozen=True, kw_only=True)
class PanelMember:
    id: int
    name: str
    body_name: str
    role: PanelRole


@dataclass(frozen=True, kw_only=True)
class MatrixEntry:
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
    cells: Mapping[tuple[int, int], CellState]

    def count(self, state: CellState, *, juror_id: int | None = None, entry_id: int | None = None) -> int:
        """How many cells are in `state`, of one juror or entry where given."""
        return sum(
            1
            for (juror, entry), found in self.cells.items()
            if found is state and juror_id in (None, juror) and entry_id in (None, entry)
        )

    def missing(self, *, juror_id: int | None = None, entry_id: int | None = None) -> int:
        """How many sheets are still owed."""
        return sum(
            1
            for (juror, entry), found in self.cells.items()
            if found.is_missing and juror_id in (None, juror) and entry_id in (None, entry)
        )


def panel_of(session: Session, *, edition_id: int) -> Sequence[PanelMember]:
    """The edition's jurors in their order."""
    rows = session.execute(
        select(Juror.id, Account.name, Account.email, Juror.body_name, Juror.role)
        .join(Account, Account.id == Juror.account_id)
        .where(Juror.edition_id == edition_id)
        .order_by(Juror.position, Juror.id)
    )
    return [PanelMember(id=row.id, name=row.name or row.email, body_name=row.body_name, role=row.role) for row in rows]


def current_round_id(session: Session, *, edition_id: int) -> int | None:
    """The edition's last round: the one that is ranked."""
    return session.scalar(
        select(JuryRound.id).where(JuryRound.edition_id == edition_id).order_by(JuryRound.position.desc()).limit(1)
    )


def sheet_matrix(session: Session, *, edition_id: int) -> SheetMatrix:
    """The states of all sheets of the last round, in five queries whatever the size."""
    jurors = panel_of(session, edition_id=edition_id)
    rows = session.execute(
        select(Entry.id, Entry.public_id, Entry.number, Entry.title, Category.id, Category.name)
        .join(Category, Category.id == Entry.category_id)
        .where(Entry.edition_id == edition_id, Entry.status == EntryStatus.ADMITTED)
        .order_by(Category.position, Entry.number)
    )
    entries = [
        MatrixEntry(id=row[0], public_id=row[1], number=row[2] or "", title=row[3], category_id=row[4], category_name=row[5])
        for row in rows
    ]
    statuses = _statuses(session, edition_id=edition_id)
    recused = _recusals(session, edition_id=edition_id)
    return SheetMatrix(
        jurors=jurors,
        entries=entries,
        cells={
            (juror.id, entry.id): _state(juror, statuses.get((juror.id, entry.id)), (juror.id, entry.id) in recused)
            for juror in jurors
            for entry in entries
        },
    )


def _state(juror: PanelMember, status: SheetStatus | None, is_recused: bool) -> CellState:
    if is_recused:
        return CellState.RECUSED
    if status is not None:
        return CellState(status.value)
    return CellState.NOT_EXPECTED if juror.role is PanelRole.DEPUTY else CellState.OPEN


def _statuses(session: Session, *, edition_id: int) -> dict[tuple[int, int], SheetStatus]:
    round_id = current_round_id(session, edition_id=edition_id)
    rows = session.execute(
        select(ScoreSheet.juror_id, ScoreSheet.entry_id, ScoreSheet.status).where(ScoreSheet.round_id == round_id)
    )
    return {(row.juror_id, row.entry_id): row.status for row in rows}


def _recusals(session: Session, *, edition_id: int) -> frozenset[tuple[int, int]]:
    rows = session.execute(
        select(Recusal.juror_id, Recusal.entry_id)
        .join(Juror, Juror.id == Recusal.juror_id)
        .where(Juror.edition_id == edition_id)
    )
    return frozenset((row.juror_id, row.entry_id) for row in rows)
