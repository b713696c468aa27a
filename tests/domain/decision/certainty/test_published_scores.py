"""Ranks and expected ranks on score tables whose results others have published
(tests/domain/decision/certainty/published/README.md)."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from ikz_award.domain.decision.certainty.best_chance import indistinguishable, standings
from ikz_award.domain.decision.ranking import CountedSheet, CountingRules, rank
from ikz_award.domain.jury.scoring import CriterionWeight
from ikz_award.domain.jury.sheet_state import SheetState
from tests.domain.decision.certainty.calibration import table_of

FOLDER = Path(__file__).parent / "published"
COMPONENTS = tuple(f"c{number}" for number in range(1, 6))
FACTOR = Fraction(6, 5)


def rows_of(name):
    with (FOLDER / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def round_half_up(value):
    """To hundredths."""
    return Fraction(int(100 * value + Fraction(1, 2)), 100)


@pytest.fixture
def panel():
    """Totals by proposal and assessor, and the published expected ranks."""
    totals, published = {}, {}
    for row in rows_of("snsf_mock_panel1.csv"):
        totals.setdefault(row["proposal"], {})[row["assessor"]] = Fraction(row["points"])
        published[row["proposal"]] = float(row["published_expected_rank"])
    return standings(table_of(totals)), published


def correlation(one, other):
    """Of the ranks of two lists, shared ones as their mean (Spearman)."""

    def ranks(values):
        return [(2 * sum(v < value for v in values) + values.count(value) + 1) / 2 for value in values]

    first, second = ranks(list(one)), ranks(list(other))
    middle = (len(first) + 1) / 2
    both = sum((a - middle) * (b - middle) for a, b in zip(first, second, strict=True))
    return both / (sum((a - middle) ** 2 for a in first) * sum((b - middle) ** 2 for b in second)) ** 0.5


def test_expected_ranks_are_the_published_ones(panel):
    found, published = panel
    assert max(abs(found[key].rank - value) for key, value in published.items()) <= 0.25
    # Rounded, so that equal sheets, which the published figures part by chance, share a rank.
    assert correlation([round(found[key].rank, 6) for key in published], published.values()) >= 0.99


def test_the_group_that_cannot_be_told_apart_for_five_prizes_is_the_published_one(panel):
    found, published = panel
    border = sorted(published.values())[4]
    group = indistinguishable(found, 5)
    assert group == ("#02", "#03", "#04", "#05", "#06")
    # By the published figures, too, the fifth is among them, the first is better and the seventh is not.
    assert published["#01"] < min(published[one] for one in group) <= border <= max(published[one] for one in group)
    assert min(value for key, value in published.items() if key not in group and key != "#01") > published["#06"]


def test_the_published_panel_scores_follow_from_the_sheets_and_our_ranks_from_an_independent_count():
    points, published = {}, {}
    for row in rows_of("figure_skating_components.csv"):
        points.setdefault(row["entry"], []).append((row["juror"], [Decimal(row[key]) for key in COMPONENTS]))
        published[row["entry"]] = Decimal(row["published_panel_score"])
    assert len(points) == 20
    for entry, sheets in points.items():
        middles = [sorted(given[place] for _, given in sheets)[1:-1] for place in range(5)]
        # As the rules of figure skating have it: mean, rounded; times the programme's factor, rounded; then added up.
        means = [round_half_up(sum(map(Fraction, values)) / len(values)) for values in middles]
        assert sum(round_half_up(FACTOR * mean) for mean in means) == Fraction(published[entry])
    sheets = [
        CountedSheet(juror=juror, entry=entry, state=SheetState.SUBMITTED, points=dict(zip(COMPONENTS, given, strict=True)))
        for entry, several in points.items()
        for juror, given in several
    ]
    found = rank(list(points), sheets, [CriterionWeight(key, 1) for key in COMPONENTS], CountingRules(minimum_sheets=3))
    sums = {entry: sum(Fraction(value) for _, given in several for value in given) for entry, several in points.items()}
    for one in found:
        assert one.rank == 1 + sum(value > sums[one.entry] for value in sums.values())
        assert one.mean == sums[one.entry] / (9 * 5)
