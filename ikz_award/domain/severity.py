"""How strict or kind each juror is, as an additive model. A remark at the side: points are never corrected by it.

A sheet's total is taken as *entry + juror + chance*, the two-way layout without interaction (Henry Scheffé, The Analysis of
Variance, 1959, chapter 4), fitted by least squares. A juror is only compared on entries others scored as well, so that
whoever was given the weaker entries does not look strict. Solved exactly.
"""

from collections.abc import Mapping
from fractions import Fraction

from ikz_award.domain.recounts import SheetTotals


def severities(totals: SheetTotals) -> Mapping[str, Fraction]:
    """Juror → points above (kind) or below (strict) the jury's middle; they add up to 0.

    Empty where jurors cannot be compared: fewer than two, or groups of jurors without an entry in common.
    """
    jurors = sorted({juror for given in totals.values() for juror in given})
    if len(jurors) < 2:
        return {}
    solution = _solved(*_equations(jurors, totals))
    if solution is None:
        return {}
    effects = [*solution, Fraction(0)]
    middle = sum(effects, Fraction(0)) / len(effects)
    return {juror: effect - middle for juror, effect in zip(jurors, effects, strict=True)}


def _equations(jurors: list[str], totals: SheetTotals) -> tuple[list[list[Fraction]], list[Fraction]]:
    """The normal equations with the entries' effects eliminated and the last juror's effect set to 0."""
    place = {juror: index for index, juror in enumerate(jurors)}
    matrix = [[Fraction(0)] * len(jurors) for _ in jurors]
    right = [Fraction(0)] * len(jurors)
    for given in totals.values():
        if not given:
            continue
        mean = sum(given.values(), Fraction(0)) / len(given)
        share = Fraction(1, len(given))
        for juror, total in given.items():
            row = place[juror]
            right[row] += total - mean
            matrix[row][row] += 1
            for other in given:
                matrix[row][place[other]] -= share
    return [row[:-1] for row in matrix[:-1]], right[:-1]


def _solved(matrix: list[list[Fraction]], right: list[Fraction]) -> list[Fraction] | None:
    """Gauss–Jordan elimination; None for a singular matrix."""
    size = len(matrix)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = next((index for index in range(column, size) if rows[index][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column]
        rows[column] = [value / head for value in rows[column]]
        for index in range(size):
            factor = rows[index][column]
            if index != column and factor:
                rows[index] = [mine - factor * its for mine, its in zip(rows[index], rows[column], strict=True)]
    return [row[-1] for row in rows]
