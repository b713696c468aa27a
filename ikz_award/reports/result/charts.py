"""Geometry of the report's bar charts: pure arithmetic, drawn by templates/reports/partials/chart.html."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ikz_award.reports.result.data import ReportCategory, ReportRankingRow, ReportScale

# Points (1/72 inch). The chart is as wide as the type area of report.css.
WIDTH = 459
LABEL_WIDTH = 176
VALUE_WIDTH = 34
ROW_HEIGHT = 17
BAR_HEIGHT = 9
AXIS_HEIGHT = 18
# What fits before the bars in the chart's type; longer names end in an ellipsis, the table has them in full.
LABEL_LENGTH = 36
# A chart of more bars would not fit on a page under its heading.
MAX_BARS = 24


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bar from x = `LABEL_WIDTH`; `y` is its upper edge, `middle` the line its texts stand on."""

    label: str
    mean: Fraction
    y: float
    middle: float
    width: float
    is_winner: bool


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A mark on the axis; `x` in the drawing's units, `points` what it stands for."""

    x: float
    points: Decimal


@dataclass(frozen=True, kw_only=True)
class BarChart:
    """Means of a category's entries as horizontal bars. `left_out` counts ranked entries beyond `MAX_BARS`."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    width: int
    height: int
    plot_left: int
    plot_bottom: int
    left_out: int


def bar_chart(*, category: ReportCategory, scale: ReportScale) -> BarChart:
    """The chart of the category's weighted means on the scale, in the order of the ranking."""
    ranked = [row for row in category.rows if row.mean is not None]
    shown = ranked[:MAX_BARS]
    plot_bottom = len(shown) * ROW_HEIGHT
    return BarChart(
        bars=tuple(_bar(row, index, scale) for index, row in enumerate(shown)),
        ticks=_ticks(scale),
        width=WIDTH,
        height=plot_bottom + AXIS_HEIGHT,
        plot_left=LABEL_WIDTH,
        plot_bottom=plot_bottom,
        left_out=len(ranked) - len(shown),
    )


def _bar(row: ReportRankingRow, index: int, scale: ReportScale) -> Bar:
    mean = row.mean or Fraction(0)
    top = index * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2
    return Bar(
        label=_shortened(f"{row.number}  {row.lead}"),
        mean=mean,
        y=top,
        middle=top + BAR_HEIGHT - 1.6,
        width=_position(mean, scale),
        is_winner=row.is_winner,
    )


def _position(points: Fraction, scale: ReportScale) -> float:
    """How far from the left of the plot a value lies, in points, to the hundredth."""
    share = (points - Fraction(scale.lowest)) / Fraction(scale.highest - scale.lowest)
    return round(float(share * (WIDTH - LABEL_WIDTH - VALUE_WIDTH)), 2)


def _ticks(scale: ReportScale) -> tuple[Tick, ...]:
    """Five even parts of the scale, or as many as it has steps where these are fewer."""
    span = scale.highest - scale.lowest
    parts = min(5, max(1, int(span / scale.step)))
    values = [scale.lowest + span * part / parts for part in range(parts + 1)]
    return tuple(Tick(x=LABEL_WIDTH + _position(Fraction(value), scale), points=value) for value in values)


def _shortened(text: str) -> str:
    return text if len(text) <= LABEL_LENGTH else text[: LABEL_LENGTH - 1].rstrip() + "…"
