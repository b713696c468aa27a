"""How strict or kind each juror is, as an additive model. A remark at the side: points are never corrected by it.

A sheet's total is taken as *entry + juror + chance*, the two-way layout without interaction (Henry Scheffé, The Analysis of
Variance, 1959, chapter 4), fitted by least squares. A juror is only compared on entries others scored as well, so that
whoever was given the weaker entries does not look strict. Solved exactly.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

import numpy as np

from ikz_award.domain.point_table import PointTable


def severities(table: PointTable) -> Mapping[str, Fraction]:
    """Juror → points above (kind) or below (strict) the jury's middle; they add up to 0.

    Empty where jurors cannot be compared: fewer than two, or groups of jurors without an entry in common.
    """
    if len(table.jurors) < 2:
        return {}
    solved = _solved(_equations(table))
    if solved is None:
        return {}
    tops, bottom = [*solved[0], 0], solved[1] * table.total_unit
    middle = Fraction(sum(tops), len(tops))
    return {juror: (top - middle) / bottom for juror, top in zip(table.jurors, tops, strict=True)}


def _equations(table: PointTable) -> list[list[int]]:
    """The normal equations with the entries' effects eliminated and the last juror's effect set to 0; the right side is last.

    In whole numbers: each entry's part is divided by its number of sheets, so all is multiplied by what these divide. The
    effects that solve them are over the table's `total_unit`.
    """
    counts = {int(count) for count in np.unique(table.counts)} - {0}
    common = lcm(*counts)
    rows = [[0] * (len(table.jurors) + 1) for _ in table.jurors]
    given = table.given.astype(np.int64)
    for count in counts:
        chosen = table.counts == count
        own, totals = given[chosen], table.totals[chosen]
        pairs = (own.T @ own).tolist()
        # A juror's total against the mean of the entry, times the number of sheets.
        over = (own * (count * totals - totals.sum(axis=1)[:, None])).sum(axis=0).tolist()
        part = common // count
        for row, (shared, top) in enumerate(zip(pairs, over, strict=True)):
            rows[row][-1] += part * top
            rows[row][row] += common * shared[row]
            for column, both in enumerate(shared):
                rows[row][column] -= part * both
    return [[*row[:-2], row[-1]] for row in rows[:-1]]


def _solved(rows: list[list[int]]) -> tuple[list[int], int] | None:
    """Numerators over one denominator; None for a singular matrix.

    Gauss–Jordan elimination without fractions (Erwin H. Bareiss 1968, Mathematics of Computation 22, 565-578): each step
    divides by the pivot before, and nothing is left over.
    """
    size, before = len(rows), 1
    for column in range(size):
        pivot = next((index for index in range(column, size) if rows[index][column]), None)
        if pivot is None:
            return None
        if pivot != column:
            rows[column], rows[pivot] = rows[pivot], rows[column]
        own = rows[column]
        head = own[column]
        for index, row in enumerate(rows):
            if index != column:
                factor = row[column]
                rows[index] = [(head * mine - factor * its) // before for mine, its in zip(row, own, strict=True)]
        before = head
    return [row[-1] for row in rows], before
