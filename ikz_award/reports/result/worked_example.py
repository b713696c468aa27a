"""A real entry's result, step by step, for the chapter on the procedure: readers can follow the arithmetic."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.reports.result.data import ReportCriterion, ReportEntry, ResultReport


@dataclass(frozen=True, kw_only=True)
class ExampleStep:
    """One criterion: the points given, their mean (or median, by the edition's rules), and weight times that."""

    criterion: ReportCriterion
    points: tuple[Decimal, ...]
    mean: Fraction
    weighted: Fraction


@dataclass(frozen=True, kw_only=True)
class WorkedExample:
    """`result` = `weighted_sum` / `weight_sum`, exact."""

    entry: ReportEntry
    steps: tuple[ExampleStep, ...]
    weighted_sum: Fraction
    weight_sum: int
    result: Fraction


def worked_example(report: ResultReport) -> WorkedExample | None:
    """The example of the first winner, else of the first entry with a mean; None where nothing was scored.

    Raises ValueError when the points do not add up to the mean in the ranking: such a report must not be printed.
    """
    rows = [(category, row) for category in report.categories for row in category.rows if row.mean is not None]
    rows.sort(key=lambda pair: not pair[1].is_winner)  # stable: keeps the report's order otherwise
    if not rows:
        return None
    category, row = rows[0]
    entry = next(entry for entry in report.entries if entry.number == row.number)
    steps = tuple(_step(entry, index, criterion, report.edition.average) for index, criterion in enumerate(category.criteria))
    weighted_sum = sum((step.weighted for step in steps), Fraction(0))
    result = weighted_sum / category.weight_sum
    if result != row.mean:
        raise ValueError(f"entry {row.number}: the points give {result}, the ranking says {row.mean}")
    return WorkedExample(entry=entry, steps=steps, weighted_sum=weighted_sum, weight_sum=category.weight_sum, result=result)


def _step(entry: ReportEntry, index: int, criterion: ReportCriterion, average: Average) -> ExampleStep:
    sheets = (sheet for sheet in entry.sheets if sheet.state is SheetState.SUBMITTED)
    points = tuple(given for sheet in sheets if (given := sheet.scores[index].points) is not None)
    if average is Average.MEDIAN:
        rising = sorted(points)
        mean = Fraction(rising[(len(rising) - 1) // 2] + rising[len(rising) // 2]) / 2
    else:
        mean = sum((Fraction(given) for given in points), Fraction(0)) / len(points)
    return ExampleStep(criterion=criterion, points=points, mean=mean, weighted=criterion.weight * mean)
