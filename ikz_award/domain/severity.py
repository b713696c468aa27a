"""How strict or kind each juror is, as an additive model. A remark at the side: points are never corrected by it.

A sheet's total is taken as *entry + juror + chance*, the two-way layout without interaction (Henry Scheffé, The Analysis of
Variance, 1959, chapter 4), fitted by least squares. A juror is only compared on entries others scored as well, so that
whoever was given the weaker entries does not look strict. Solved exactly.
"""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from ikz_award.domain.point_table import PointTable


def severities(table: PointTable) -> Mapping[str, Fraction]:
    """Juror → points above (kind) or below (strict) the jury's middle; they add up to 0.

    Empty where jurors cannot be compared: fewer than two, or groups of jurors without an entry in common.
    """
    if len(table.jurors) < 2:
        return {}
    solution = _solved(*_equations(table))
    if solution is None:
        return {}
    effects = [*solution, Fraction(0)]
    middle = sum(effects, Fraction(0)) / len(effects)
    return {juror: effect - middle for juror, effect in zip(table.jurors, effects, strict=True)}


def _equations(table: PointTable) -> tuple[list[list[Fraction]], list[Fraction]]:
    """The normal equations with the entries' effects eliminated and the last juror's effect set to 0.

    Entries with equally many sheets share a denominator: for each such number, everything is sums of whole numbers.
    """
    size = len(table.jurors)
    matrix = [[Fraction(0)] * size for _ in table.jurors]
    right = [Fraction(0)] * size
    given = table.given.astype(np.int64)
    for count in {int(count) for count in np.unique(table.counts)} - {0}:
        rows = table.counts == count
        own, totals = given[rows], table.totals[rows]
        pairs = (own.T @ own).tolist()
        # A juror's total against the mean of the entry, times the number of sheets.
        over = (own * (count * totals - totals.sum(axis=1)[:, None])).sum(axis=0).tolist()
        for row in range(size):
            right[row] += Fraction(over[row], count * table.total_unit)
            matrix[row][row] += pairs[row][row]
            for column in range(size):
                matrix[row][column] -= Fraction(pairs[row][column], count)
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
