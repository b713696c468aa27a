"""What the sheets' totals say of the entries' qualities: a hierarchical model with the jurors summed out. Advice, in floats.

Model: total of juror j for entry i = level + quality_i + severity_j + noise_ij, with qualities ~ N(0, spread²), severities
~ N(0, strictness²) and noise ~ N(0, error²), all independent, and a flat level: that of Heyard et al. 2022 (Statistics and
Public Policy 9(1), 110-121). The three deviations are summed out on a grid. The error has the scaled inverse chi-squared
distribution that the rest of the additive fit suggests, with sheets - entries - jurors + 1 degrees of freedom; spread and
strictness are flat (Gelman 2006, Bayesian Analysis 1(3), 515-534), weighted by the marginal likelihood of all totals.

Given the three, level and severities are jointly normal, and given these too the qualities are independent of each other:
quality_i = pull_i · (sum of i's totals - level and severities of i's jurors) + noise. So where not everybody scores everything,
qualities depend on each other through the jurors they share; a few fixed pairs of points of that distribution stand for it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ikz_award.domain.decision.certainty.normal_curve import Floats, quantiles
from ikz_award.domain.jury.arrays import NDArray, np
from ikz_award.domain.jury.point_table import PointTable

# Points of the three grids: error, spread, strictness; the last two reach to twice what the fit shows.
ERRORS, SPREADS, STRICTNESSES = 3, 10, 6
# Points for the severities in each cell of the grid: pairs on either side of the middle.
PAIRS = 1
# An error of exactly 0 (all jurors agree) would make every ratio meaningless: a hundredth of a point.
SMALLEST = 0.01
# Cells so much less likely than the likeliest change nothing that is shown.
NEGLIGIBLE = 1e-2
# Where jurors in common move entries apart by less than this share of their own variance, they are counted as noise.
SLIGHT = 0.01
# Degrees of freedom without which nothing can be said of the noise.
LEAST_FREE = 3


@dataclass(frozen=True, kw_only=True)
class Qualities:
    """A mixture: with `weights`, the entries' qualities are independent and normal with `centres` and `widths` (by row).

    `level_weight`: how likely it is that nothing tells the entries apart. All weights together are 1.
    """

    weights: Floats
    centres: Floats
    widths: Floats
    level_weight: float


@dataclass(frozen=True, kw_only=True)
class _Totals:
    """`given` and `totals` by entry and juror, totals about their mean and 0 where none was given."""

    given: Floats
    totals: Floats
    sheets: Floats
    seats: Floats


@dataclass(frozen=True, kw_only=True)
class _Cells:
    """One row for each combination of the three variances; `pulls` by entry."""

    error: Floats
    spread: Floats
    strictness: Floats
    pulls: Floats

    def of(self, chosen: NDArray[np.integer[Any]]) -> _Cells:
        return _Cells(
            error=self.error[chosen], spread=self.spread[chosen], strictness=self.strictness[chosen], pulls=self.pulls[chosen]
        )


def free_degrees(table: PointTable) -> int:
    """What is left to estimate the noise from, in a table that hangs together."""
    return int(table.counts.sum()) - len(table.entries) - len(table.jurors) + 1


def qualities(table: PointTable) -> Qualities | None:
    """None for fewer than two entries or too few sheets. `table` hangs together, and every entry has a sheet."""
    free = free_degrees(table)
    if len(table.entries) < 2 or free < LEAST_FREE:
        return None
    given = table.given.astype(np.float64)
    plain = np.where(table.given, np.array(table.totals / table.total_unit, dtype=np.float64), 0)
    totals = np.where(table.given, plain - plain.sum() / given.sum(), 0)
    known = _Totals(given=given, totals=totals, sheets=given.sum(axis=1), seats=given.sum(axis=0))
    means, severity, rest = _additive_fit(known)
    told = free
    if table.given.all():
        # Where everybody scored everything, severities move all alike: they are taken off, and with them what they tell.
        known, severity = replace(known, totals=totals - severity), np.zeros(0)
        told += len(table.jurors) - 1
    cells = _grid(known, means, severity, max(rest / free, SMALLEST**2), free)
    precision, shift, logs = _jurors_given(known, cells, rest, told)
    # Relative to the likeliest cell: with thousands of entries the likelihoods themselves leave the range of floats.
    weights = np.exp(np.maximum(logs - logs.max(), -700))
    weights /= weights.sum()
    kept = np.flatnonzero(weights > NEGLIGIBLE * weights.max())
    weights = weights[kept] / weights[kept].sum()
    open_ = cells.spread[kept] > 0
    level = float(weights[~open_].sum())
    weights, kept = weights[open_], kept[open_]
    return _mixture(known, cells.of(kept), precision[kept], shift[kept], weights, level)


def _additive_fit(known: _Totals) -> tuple[Floats, Floats, float]:
    """Least squares for entry + juror: entries at mean severity, severities, and the squared rest."""
    given, totals = known.given, known.totals
    equations = np.diag(known.seats) - given.T @ (given / known.sheets[:, None])
    severity = np.linalg.pinv(equations) @ (totals.sum(axis=0) - given.T @ (totals.sum(axis=1) / known.sheets))
    severity -= severity.mean()
    means = (totals.sum(axis=1) - given @ severity) / known.sheets
    rest = (given * (totals - means[:, None] - severity)) ** 2
    return means, severity, float(rest.sum())


def _grid(known: _Totals, means: Floats, severity: Floats, variance: float, free: int) -> _Cells:
    """Errors as medians of equally likely parts, by Wilson and Hilferty's cube root (1931); even steps of the others."""
    share = 2 / (9 * free)
    places = quantiles((np.arange(ERRORS) + 0.5) / ERRORS)
    errors = variance / np.maximum(1 - share + places * math.sqrt(share), 0.05) ** 3
    spreads = (2 * max(float(means.std(ddof=1)), SMALLEST) * np.arange(SPREADS) / (SPREADS - 1)) ** 2
    strictness = np.zeros(1)
    if len(severity) > 1:
        strictness = (2 * max(float(severity.std(ddof=1)), SMALLEST) * np.arange(STRICTNESSES) / (STRICTNESSES - 1)) ** 2
    error, spread, strict = (axis.ravel() for axis in np.meshgrid(errors, spreads, strictness, indexing="ij"))
    pulls = spread[:, None] / (error[:, None] + known.sheets * spread[:, None])
    return _Cells(error=error, spread=spread, strictness=strict, pulls=pulls)


def _jurors_given(known: _Totals, cells: _Cells, rest: float, told: int) -> tuple[Floats, Floats, Floats]:
    """Level and severities (in units of the strictness) in each cell: precision, most likely value; and the log-likelihood.

    The entries are summed out first: what is left is one small matrix a cell, whatever the number of entries.
    """
    given, sheets, seats = known.given, known.sheets, known.seats
    jurors = len(seats)
    per_error, root = 1 / cells.error, np.sqrt(cells.strictness)
    own, columns = known.totals.sum(axis=1), known.totals.sum(axis=0)
    pulled = cells.pulls * sheets
    pairs = (given[:, :, None] * given[:, None, :]).reshape(len(sheets), -1)
    shared = np.diag(seats) - (cells.pulls @ pairs).reshape(-1, jurors, jurors)
    precision = np.zeros((len(per_error), jurors + 1, jurors + 1))
    precision[:, 0, 0] = (sheets.sum() - pulled @ sheets) * per_error
    precision[:, 0, 1:] = precision[:, 1:, 0] = (seats - pulled @ given) * (root * per_error)[:, None]
    precision[:, 1:, 1:] = shared * (cells.strictness * per_error)[:, None, None] + np.eye(jurors)
    right = np.empty((len(per_error), jurors + 1))
    right[:, 0] = -(pulled @ own) * per_error
    right[:, 1:] = (columns - (cells.pulls * own) @ given) * (root * per_error)[:, None]
    shift = np.asarray(np.linalg.solve(precision, right[:, :, None])[:, :, 0], dtype=np.float64)
    squares = ((known.totals**2).sum() - cells.pulls @ own**2 - rest) * per_error - (right * shift).sum(axis=1)
    # What the `rest` with its `told` degrees of freedom says of the error is in the grid already.
    sizes = np.log1p((cells.spread * per_error)[:, None] * sheets).sum(axis=1) + np.linalg.slogdet(precision)[1]
    return precision, shift, -0.5 * (sizes + squares + (sheets.sum() - told) * np.log(cells.error))


def _mixture(known: _Totals, cells: _Cells, precision: Floats, shift: Floats, weights: Floats, level: float) -> Qualities:
    root = np.sqrt(cells.strictness)
    sway = np.concatenate([known.sheets[:, None], known.given], axis=1)[None] * cells.pulls[:, :, None]
    sway[:, :, 1:] *= root[:, None, None]
    centres = cells.pulls * known.totals.sum(axis=1) - (sway @ shift[:, :, None])[:, :, 0]
    noise = cells.pulls * cells.error[:, None]
    # What moves all entries alike changes no comparison.
    sway = sway @ np.linalg.cholesky(np.linalg.inv(precision))
    sway -= sway.mean(axis=1, keepdims=True)
    swayed = (sway**2).sum(axis=2)
    if (swayed <= SLIGHT * noise).all():
        return Qualities(weights=weights, centres=centres, widths=np.sqrt(noise + swayed), level_weight=level)
    # Along the main axes, so that the points of the sequence that are most even go where it matters most.
    axes = np.linalg.eigh(np.swapaxes(sway, 1, 2) @ sway)[1][:, :, ::-1]
    moved = _points(len(weights), sway.shape[2]) @ np.swapaxes(sway @ axes, 1, 2)
    return Qualities(
        weights=np.repeat(weights / (2 * PAIRS), 2 * PAIRS),
        centres=(centres[:, None, :] + moved).reshape(-1, centres.shape[1]),
        widths=np.repeat(np.sqrt(noise), 2 * PAIRS, axis=0),
        level_weight=level,
    )


@cache
def _roots() -> Floats:
    """Square roots of primes, modulo 1: a sequence that fills the cube evenly (Richtmyer 1951), in place of random numbers."""
    return np.sqrt([number for number in range(2, 300) if all(number % part for part in range(2, number))]) % 1


def _points(cells: int, dimensions: int) -> Floats:
    """Points of the standard normal distribution, for each cell others, in pairs on either side of the middle."""
    roots = _roots()
    places = np.arange(1, cells * PAIRS + 1)[:, None] * roots[np.arange(dimensions) % len(roots)] % 1
    one_side = quantiles(places).reshape(cells, PAIRS, dimensions)
    return np.concatenate([one_side, -one_side], axis=1)
