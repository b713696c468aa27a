"""What a ranking is made of: its lines, the sheets behind each, and the criteria they were scored on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ikz_award.domain.decision.ranking import CountedSheet, CountingRules
from ikz_award.domain.jury.scoring import CriterionWeight, Scale
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.decision.discussion import LateChange
from ikz_award.queries.jury.sheets import PanelMember
from ikz_award.queries.jury.shortlist import DrawnList


@dataclass(frozen=True, kw_only=True)
class CriterionHead:
    """The head of a criterion's column; `weight` as the edition gives it, a whole number relative to the others."""

    key: str
    name: str
    weight: int
    # Of 100, exact: the weights are relative.
    percent: Fraction


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """One juror's sheet for one entry. `points` by criterion key and `total` only where it was submitted; `state` None: no
    sheet at all."""

    juror: PanelMember
    state: SheetState | None
    points: Mapping[str, Decimal]
    reasons: Mapping[str, str]
    remark: str
    total: Fraction | None
    # Why it was changed after the comparison, and when; the last such change.
    changed: LateChange | None = None

    @property
    def is_counted(self) -> bool:
        return self.state is SheetState.SUBMITTED


@dataclass(frozen=True, kw_only=True)
class RankedLine:
    """One entry's place. `rank` and `mean` None: not ranked, because `sheet_count` is below `minimum_sheets`."""

    public_id: str
    number: str
    title: str
    lead_name: str
    rank: int | None
    mean: Fraction | None
    criterion_means: Mapping[str, Fraction]
    sheet_count: int
    minimum_sheets: int
    sheets: Sequence[SheetLine]
    settled_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class CategoryRanking:
    """`lines`: the entries that can win; `left_out`: those beside the shortlist, best first, with their points and no rank."""

    key: str
    name: str
    criteria: Sequence[CriterionHead]
    lines: Sequence[RankedLine]
    rules: CountingRules
    scale: Scale
    left_out: Sequence[RankedLine] = ()
    shortlist: DrawnList | None = None

    @property
    def every_line(self) -> Sequence[RankedLine]:
        return [*self.lines, *self.left_out]

    @property
    def weights(self) -> list[CriterionWeight]:
        return [CriterionWeight(one.key, one.weight) for one in self.criteria]

    @property
    def sheets(self) -> list[CountedSheet]:
        """Every sheet there is, to count again."""
        return [
            CountedSheet(juror=str(sheet.juror.id), entry=line.number, state=sheet.state, points=sheet.points)
            for line in self.lines
            for sheet in line.sheets
            if sheet.state is not None
        ]

    @property
    def leaders(self) -> Sequence[RankedLine]:
        """The entries on rank 1: more than one in a tie, none without ranked entries."""
        return [line for line in self.lines if line.rank == 1]

    def rank_of(self, public_id: str) -> int | None:
        """An entry's rank; raises `NotFound` for an entry that is not in this category's ranking, or beside its shortlist."""
        for line in self.lines:
            if line.public_id == public_id:
                return line.rank
        raise NotFound
