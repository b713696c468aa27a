"""The computed parts of the report: chart geometry and the worked example."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.reports.result.charts import LABEL_LENGTH, LABEL_WIDTH, MAX_BARS, VALUE_WIDTH, WIDTH, bar_chart
from ikz_award.reports.result.data import ReportScale
from ikz_award.reports.result.worked_example import worked_example
from tests.reports.result.factory import category_of, entry_of, report_of, sheet

SCALE = ReportScale(lowest=Decimal(0), highest=Decimal(10), step=Decimal(1))
PLOT = WIDTH - LABEL_WIDTH - VALUE_WIDTH


def test_bars_are_as_long_as_the_means() -> None:
    entries = [entry_of(number, 0, sheets=(sheet(0, (points,) * 3),)) for number, points in enumerate((10, 5, 0))]
    chart = bar_chart(category=category_of(0, entries), scale=SCALE)
    assert [bar.width for bar in chart.bars] == [PLOT, PLOT / 2, 0]
    assert [bar.is_winner for bar in chart.bars] == [True, False, False]
    assert [bar.y for bar in chart.bars] == sorted(bar.y for bar in chart.bars)
    assert chart.plot_bottom < chart.height


def test_the_axis_spans_the_scale() -> None:
    chart = bar_chart(category=category_of(0, []), scale=replace(SCALE, lowest=Decimal(1), highest=Decimal(4)))
    assert [tick.points for tick in chart.ticks] == [1, 2, 3, 4]
    assert (chart.ticks[0].x, chart.ticks[-1].x) == (LABEL_WIDTH, LABEL_WIDTH + PLOT)


def test_a_bar_starts_at_the_lowest_point_of_the_scale() -> None:
    entries = [entry_of(1, 0, sheets=(sheet(0, (1, 1, 1)),))]
    chart = bar_chart(category=category_of(0, entries), scale=replace(SCALE, lowest=Decimal(1)))
    assert chart.bars[0].width == 0


def test_halves_and_thirds_of_a_scale_below_zero_lie_where_they_are() -> None:
    scale = replace(SCALE, lowest=Decimal(-5), highest=Decimal(5), step=Decimal("0.5"))
    # Points of one, two and three jurors: their means are whole, a half, and thirds.
    points = ((5,), (0, 1), (-2,), (-5,), (-1, -1, -2))
    rows = [
        entry_of(number, 0, sheets=tuple(sheet(juror, (value,) * 3) for juror, value in enumerate(given)))
        for number, given in enumerate(points)
    ]
    chart = bar_chart(category=category_of(0, rows), scale=scale)
    widths = {bar.mean: bar.width for bar in chart.bars}
    for mean, share in ((5, 1), (Fraction(1, 2), 0.55), (-2, 0.3), (-5, 0), (Fraction(-4, 3), Fraction(11, 30))):
        assert widths[Fraction(mean)] == pytest.approx(float(share * PLOT), abs=0.01)
    assert [tick.points for tick in chart.ticks] == [-5, -3, -1, 1, 3, 5]


@given(st.integers(-1000, 1000), st.sampled_from((25, 50, 100)), st.integers(1, 20), st.data())
@settings(deadline=None, max_examples=40)
def test_any_scale_draws_each_mean_where_it_lies(lowest: int, step: int, steps: int, data: st.DataObject) -> None:
    scale = ReportScale(lowest=Decimal(lowest) / 100, highest=Decimal(lowest + steps * step) / 100, step=Decimal(step) / 100)
    given_points = data.draw(st.lists(st.lists(st.integers(0, steps), min_size=1, max_size=3), min_size=1, max_size=4))
    rows = [
        entry_of(number, 0, sheets=tuple(sheet(j, (scale.lowest + scale.step * at,) * 3) for j, at in enumerate(given)))
        for number, given in enumerate(given_points)
    ]
    chart = bar_chart(category=category_of(0, rows), scale=scale)
    wanted = sorted((Fraction(sum(given), len(given) * steps) for given in given_points), reverse=True)
    # To the hundredth of a point of the page.
    assert [bar.width for bar in chart.bars] == pytest.approx([float(PLOT * share) for share in wanted], abs=0.006)
    assert [tick.points for tick in (chart.ticks[0], chart.ticks[-1])] == [scale.lowest, scale.highest]
    shares = [Fraction(tick.points - scale.lowest) / Fraction(scale.highest - scale.lowest) for tick in chart.ticks]
    places = [LABEL_WIDTH + float(PLOT * share) for share in shares]
    assert [tick.x for tick in chart.ticks] == pytest.approx(places, abs=0.006)


def test_long_charts_and_labels_are_cut_and_unscored_entries_left_out() -> None:
    entries = [entry_of(number, 0, lead="Gemeinde " + "x" * 99) for number in range(MAX_BARS + 3)]
    unscored = entry_of(99, 0, sheets=(sheet(0, None, SheetState.ABSTAINED),))
    chart = bar_chart(category=category_of(0, [*entries, unscored]), scale=SCALE)
    assert len(chart.bars) == MAX_BARS
    assert chart.left_out == 3
    assert {len(bar.label) for bar in chart.bars} == {LABEL_LENGTH}
    assert all(bar.label.endswith("…") for bar in chart.bars)


def test_the_worked_example_is_the_first_winners() -> None:
    low = entry_of(1, 0, sheets=(sheet(0, (1, 1, 1)),))
    best = entry_of(2, 0, sheets=(sheet(0, (9, 8, 7)), sheet(1, (8, 8, 10)), sheet(2, None, SheetState.RECUSED)))
    example = worked_example(report_of([low, best]))
    assert example is not None
    assert example.entry == best
    assert [step.points for step in example.steps] == [(9, 8), (8, 8), (7, 10)]
    assert [step.weighted for step in example.steps] == [340, 240, 255]
    assert example.result == Fraction(835, 100)


def test_points_that_do_not_add_up_are_not_printed() -> None:
    report = report_of([entry_of(1, 0)])
    row = report.categories[0].rows[0]
    wrong = replace(report.categories[0], rows=(replace(row, mean=Fraction(99, 10)),))
    with pytest.raises(ValueError, match="2022-001"):
        worked_example(replace(report, categories=(wrong,)))


def test_without_points_there_is_no_example() -> None:
    assert worked_example(report_of([entry_of(1, 0, sheets=(sheet(0, None, SheetState.OPEN),))])) is None


def test_with_medians_the_worked_example_shows_them() -> None:
    entry = entry_of(1, 0, sheets=(sheet(0, (2, 2, 2)), sheet(1, (9, 9, 9)), sheet(2, (10, 10, 10))))
    report = report_of([entry])
    edition = replace(report.edition, average=Average.MEDIAN)
    [category] = report.categories
    nine = replace(category, rows=(replace(category.rows[0], mean=Fraction(9)),))
    example = worked_example(replace(report, edition=edition, categories=(nine,)))
    assert example is not None
    assert [step.mean for step in example.steps] == [9, 9, 9]
    with pytest.raises(ValueError, match="the points give 7"):
        worked_example(replace(report, categories=(nine,)))
