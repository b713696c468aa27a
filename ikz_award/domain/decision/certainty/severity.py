"""How strict or kind each juror is, as an additive model. A remark at the side: points are never corrected by it.

A sheet's total is taken as *entry + juror + chance*, the two-way layout without interaction (Henry Scheffé, The Analysis of
Variance, 1959, chapter 4), fitted by least squares. A juror is only compared on entries others scored as well, so that
whoever was given the weaker entries does not look strict. Solved exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from ikz_award.domain.jury.arrays import np
from ikz_award.domain.jury.juror_groups import juror_groups
from ikz_award.domain.jury.point_table import PointTable


def severities(table: PointTable) -> Mapping[str, Fraction]:
    """Juror → points above (kind) or below (strict) the middle of the jurors that can be compared; they add up to 0.

    Each group of jurors without an entry in common with others (`juror_groups`) is fitted by itself; who is alone in one has
    nobody to be compared with, and is left out.
    """
    found: dict[str, Fraction] = {}
    for group in juror_groups(table):
        if len(group.jurors) > 1:
            found |= _within(table.among(group.entries, group.jurors))
    return found


def _within(table: PointTable) -> Mapping[str, Fraction]:
    """The same for a table that hangs together: its equations have one solution."""
    tops, bottom = _solved(_equations(table))
    middle = Fraction(sum(tops), len(table.jurors))
    return {juror: (top - middle) / (bottom * table.total_unit) for juror, top in zip(table.jurors, [*tops, 0], strict=True)}


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


def _solved(rows: list[list[int]]) -> tuple[list[int], int]:
    """Numerators over one denominator.

    Gauss–Jordan elimination without fractions (Erwin H. Bareiss 1968, Mathematics of Computation 22, 565-578): each step
    divides by the pivot before, and nothing is left over.
    """
    size, before = len(rows), 1
    for column in range(size):
        pivot = next(index for index in range(column, size) if rows[index][column])
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
