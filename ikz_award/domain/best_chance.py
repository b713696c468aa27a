"""How likely each entry is truly the best of its category: an empirical Bayes model of the sheets' totals. Advice, in floats.

Model: total of juror j for entry i = level + quality_i + severity_j + noise_ij, with qualities ~ N(0, spread²) and noise
~ N(0, error²), independent. Severities are free. The error is taken from what an additive fit leaves over, its uncertainty as a
scaled inverse chi-squared distribution; the spread has a flat prior (Gelman 2006, Bayesian Analysis 1(3), 515-534) and is
summed out on a grid, weighted by the marginal likelihood of the adjusted means. Given both, each quality is normal, pulled
towards the level (Efron & Morris 1975, JASA 70, 311-319), and P(best) is one integral:
the density of one times the distribution functions of all others.
"""

import math

import numpy as np
from numpy.typing import NDArray

from ikz_award.domain.point_table import PointTable

# Points of the three grids: error, spread, quality.
ERRORS, SPREADS, POINTS = 3, 10, 32
# An error of exactly 0 (all jurors agree) would make every ratio meaningless: a hundredth of a point.
SMALLEST = 0.01
# Changes of a severity, in points, that no result shows.
SETTLED = 1e-12
# Beyond so many standard deviations a float cannot tell the distribution function from 1.
CERTAIN = 8.5

Floats = NDArray[np.float64]
# numpy has none of its own.
_erfc = np.frompyfunc(math.erfc, 1, 1)


def chances_to_be_best(table: PointTable) -> dict[str, float]:
    """Entry → probability; the probabilities add up to 1.

    Empty without two entries, or where too few sheets leave nothing to estimate the noise from.
    """
    scored = table.counts > 0
    counts = table.counts[scored].astype(np.float64)
    free = int(counts.sum()) - len(counts) - len(table.jurors) + 1
    if len(counts) < 2 or free < 2:
        return {}
    given = table.given[scored]
    totals = np.array(table.totals[scored] / table.total_unit, dtype=np.float64)
    means, rest = _additive_fit(totals, given, counts)
    found = np.zeros(len(counts))
    cells = []
    for error in _error_grid(max(rest / free, SMALLEST**2), free):
        for spread in _spread_grid(means):
            cells.append((error / counts, spread, *_marginal(means, error / counts, spread)))
    most = max(log for _noise, _spread, log, _level in cells)
    for noise, spread, log, level in cells:
        # Relative to the likeliest cell: with thousands of entries the likelihoods themselves leave the range of floats.
        weight = math.exp(max(log - most, -700))
        if weight > 1e-12:
            found += weight * (_best(means, noise, spread, level) if spread else 1 / len(counts))
    found /= found.sum()
    entries = (entry for entry, is_scored in zip(table.entries, scored.tolist(), strict=True) if is_scored)
    return dict(zip(entries, found.tolist(), strict=True))


def _additive_fit(totals: Floats, given: NDArray[np.bool_], counts: Floats) -> tuple[Floats, float]:
    """Least squares for entry + juror by alternating means: entries' values at mean severity, and the squared rest."""
    seats = given.sum(axis=0)
    severity = np.zeros(given.shape[1])
    means = np.zeros(len(counts))
    for _round in range(60):
        means = np.where(given, totals - severity, 0).sum(axis=1) / counts
        before, severity = severity, np.where(given, totals - means[:, None], 0).sum(axis=0) / seats
        severity -= severity.mean()
        if np.abs(severity - before).max() < SETTLED:
            break
    means = np.where(given, totals - severity, 0).sum(axis=1) / counts
    return means, float((np.where(given, totals - means[:, None] - severity, 0) ** 2).sum())


def _error_grid(variance: float, free: int) -> list[float]:
    """Equally likely values of the error's variance: medians of equal parts, by Wilson and Hilferty's cube root (1931)."""
    share = 2 / (9 * free)
    quantiles = [_normal_quantile((part + 0.5) / ERRORS) for part in range(ERRORS)]
    return [variance / max(1 - share + z * math.sqrt(share), 0.05) ** 3 for z in quantiles]


def _spread_grid(means: Floats) -> list[float]:
    """Variances of the qualities at even steps of the standard deviation, from 0 to twice what the means show."""
    top = 2 * max(float(means.std(ddof=1)), SMALLEST)
    return [(top * step / (SPREADS - 1)) ** 2 for step in range(SPREADS)]


def _marginal(means: Floats, noise: Floats, spread: float) -> tuple[float, float]:
    """The logarithm of the likelihood of the means with the level summed out, and the level they suggest."""
    precisions = 1 / (spread + noise)
    level = float(precisions @ means / precisions.sum())
    fit = float(precisions @ (means - level) ** 2)
    return float(0.5 * np.log(precisions).sum()) - 0.5 * math.log(precisions.sum()) - 0.5 * fit, level


def _best(means: Floats, noise: Floats, spread: float, level: float) -> Floats:
    """P(best) for normal qualities with the given error and spread."""
    pull = spread / (spread + noise)
    centres = level + pull * (means - level)
    widths = np.sqrt(pull * noise)
    low, high = float((centres - 5 * widths).max()), float((centres + 5 * widths).max())
    at = low + (high - low) * (np.arange(POINTS) + 0.5) / POINTS
    places = (at[:, None] - centres) / widths
    below = np.ones_like(places)
    open_ = places < CERTAIN
    below[open_] = _distribution(places[open_])
    everything = np.exp(np.maximum(np.log(below).sum(axis=1), -700))
    found = (everything[:, None] / below * np.exp(-0.5 * places**2) / widths).sum(axis=0)
    return found / found.sum()


def _distribution(places: Floats) -> Floats:
    """The distribution function of the standard normal."""
    return np.maximum(0.5 * np.asarray(_erfc(-places / math.sqrt(2)), dtype=np.float64), 1e-300)


def _normal_quantile(share: float) -> float:
    """Where the standard normal distribution reaches `share`, by halving."""
    low, high = -10.0, 10.0
    for _step in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if 0.5 * math.erfc(-middle / math.sqrt(2)) < share else (low, middle)
    return low
