"""The result report (Ergebnisbericht) as pure values: what `build.py` reads from the database and the templates print.

Every point, mean and total is exact (`Decimal` as typed by a juror, `Fraction` as computed by the domain); rounding is the
templates' affair. Tuples that speak of criteria are aligned with `ReportCategory.criteria` of the same category. All
instants are aware datetimes; they are shown in Europe/Berlin. Texts are plain text as typed, untrusted, and never HTML.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from ikz_award.domain.decision.prize import equal_parts
from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.reports.result.procedure_data import ReportAppendix, ReportJuror, ReportProcedure, ReportSeal


@dataclass(frozen=True, kw_only=True)
class ReportDate:
    """One date of the timetable, such as "Einsendeschluss"; `is_whole_day`: its hour is not known."""

    label: str
    at: datetime
    is_whole_day: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportScale:
    """Points run from `lowest` to `highest` in steps of `step`."""

    lowest: Decimal
    highest: Decimal
    step: Decimal


@dataclass(frozen=True, kw_only=True)
class ReportEdition:
    """The edition the report is about. `prize_text` says what is awarded, in the organiser's words."""

    name: str
    organiser: str
    prize_text: str
    dates: tuple[ReportDate, ...]
    scale: ReportScale
    generated_at: datetime
    average: Average = Average.MEAN
    # The chain for entries of equal value, in words.
    tie_rules: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReportAnchor:
    """The words for the points from `lowest` to `highest`, both included."""

    lowest: Decimal
    highest: Decimal
    text: str


@dataclass(frozen=True, kw_only=True)
class ReportCriterion:
    """`weight` counts in relation to the sum of the category's weights, which need not be 100."""

    key: str
    name: str
    description: str
    weight: int
    anchors: tuple[ReportAnchor, ...]


@dataclass(frozen=True, kw_only=True)
class ReportRankingRow:
    """An entry in the ranking. `rank` and `mean` are None where no score sheet counts."""

    number: str
    title: str
    lead: str
    rank: int | None
    mean: Fraction | None
    criterion_means: tuple[Fraction | None, ...]
    is_winner: bool


@dataclass(frozen=True, kw_only=True)
class ReportCategory:
    """A category with its ranking, best first, unranked entries last. `reason` is empty while nothing is decided."""

    key: str
    name: str
    criteria: tuple[ReportCriterion, ...]
    rows: tuple[ReportRankingRow, ...]
    prize_euro: int
    reason: str
    # How certain the first place is, and what the meeting resolved: sentences.
    certainty: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    # What the decision has to do with the jury's votes: sentences.
    vote: tuple[str, ...] = ()
    # Entries beside the shortlist with the points they reached, and how the list came about: sentences.
    left_out: tuple[ReportRankingRow, ...] = ()
    shortlist: tuple[str, ...] = ()

    @property
    def is_decided(self) -> bool:
        """Whether the jury has decided, be it that no prize is awarded."""
        return bool(self.reason)

    @property
    def winners(self) -> tuple[ReportRankingRow, ...]:
        """The rows that won; more than one only where the jury shares a prize."""
        return tuple(row for row in self.rows if row.is_winner)

    @property
    def awards(self) -> tuple[tuple[ReportRankingRow, int], ...]:
        """Each winner and what it gets, in euro."""
        return tuple(zip(self.winners, equal_parts(self.prize_euro, len(self.winners)), strict=True)) if self.winners else ()

    @property
    def weight_sum(self) -> int:
        """The sum of the weights, the divisor of the weighted mean."""
        return sum(criterion.weight for criterion in self.criteria)


@dataclass(frozen=True, kw_only=True)
class ReportScore:
    """A juror's points for one criterion and the reason given; points are None unless the sheet was submitted."""

    points: Decimal | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReportSheet:
    """One juror's score sheet for one entry. `total` is the juror's own weighted mean."""

    juror: str
    state: SheetState
    scores: tuple[ReportScore, ...]
    total: Fraction | None
    remark: str
    # When it was changed after the comparison, and why.
    changed_at: datetime | None = None
    changed_because: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportEntry:
    """An admitted entry. `sheets` holds one sheet per juror, missing ones included, in the order of the jurors."""

    number: str
    title: str
    category_key: str
    lead: str
    partners: tuple[str, ...]
    summary: str
    sheets: tuple[ReportSheet, ...]


@dataclass(frozen=True, kw_only=True)
class ResultReport:
    """The whole report. `entries` come in the order of the categories, then by number."""

    edition: ReportEdition
    categories: tuple[ReportCategory, ...]
    entries: tuple[ReportEntry, ...]
    jurors: tuple[ReportJuror, ...]
    procedure: ReportProcedure
    appendix: ReportAppendix
    # None: not sealed (yet), so that all of it may still change.
    seal: ReportSeal | None = None
