"""How likely each entry is truly the best of its category: an empirical Bayes model of the sheets' totals. Advice, in floats.

Model: total of juror j for entry i = level + quality_i + severity_j + noise_ij, with qualities ~ N(0, spread²) and noise
~ N(0, error²), independent. Severities are free. The error is taken from what an additive fit leaves over, its uncertainty as a
scaled inverse chi-squared distribution; the spread has a flat prior (Gelman 2006, Bayesian Analysis 1(3), 515-534) and is
summed out on a grid, weighted by the marginal likelihood of the adjusted means. Given both, each quality is normal, pulled
towards the level (Efron & Morris 1975, JASA 70, 311-319), and P(best) is one integral:
the density of one times the distribution functions of all others.
"""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

# Points of the three grids: error, spread, quality.
ERRORS, SPREADS, POINTS = 3, 10, 32
# An error of exactly 0 (all jurors agree) would make every ratio meaningless: a hundredth of a point.
SMALLEST = 0.01


def chances_to_be_best(totals: Mapping[str, Mapping[str, Fraction]]) -> dict[str, float]:
    """Entry → juror → total of a sheet that counts, to entry → probability; the probabilities add up to 1.

    Empty without two entries, or where too few sheets leave nothing to estimate the noise from.
    """
    entries = [entry for entry, given in totals.items() if given]
    jurors = sorted({juror for entry in entries for juror in totals[entry]})
    free = sum(len(totals[entry]) for entry in entries) - len(entries) - len(jurors) + 1
    if len(entries) < 2 or free < 2:
        return {}
    values = {entry: {juror: float(total) for juror, total in totals[entry].items()} for entry in entries}
    means, rest = _additive_fit(values, jurors)
    counts = [len(values[entry]) for entry in entries]
    adjusted = [means[entry] for entry in entries]
    variance = max(rest / free, SMALLEST**2)
    found = [0.0] * len(entries)
    whole = 0.0
    for error in _error_grid(variance, free):
        noise = [error / count for count in counts]
        for spread in _spread_grid(adjusted):
            weight, level = _marginal(adjusted, noise, spread)
            whole += weight
            share = _best(adjusted, noise, spread, level) if spread else [1 / len(entries)] * len(entries)
            found = [old + weight * new for old, new in zip(found, share, strict=True)]
    return {entry: value / whole for entry, value in zip(entries, found, strict=True)}


def _additive_fit(values: Mapping[str, Mapping[str, float]], jurors: Sequence[str]) -> tuple[dict[str, float], float]:
    """Least squares for entry + juror by alternating means: entries' values at mean severity, and the squared rest."""
    severity = dict.fromkeys(jurors, 0.0)
    means: dict[str, float] = {}
    for _round in range(60):
        means = {entry: _mean([value - severity[juror] for juror, value in own.items()]) for entry, own in values.items()}
        for juror in jurors:
            severity[juror] = _mean([own[juror] - means[entry] for entry, own in values.items() if juror in own])
        middle = _mean(list(severity.values()))
        severity = {juror: value - middle for juror, value in severity.items()}
    means = {entry: _mean([value - severity[juror] for juror, value in own.items()]) for entry, own in values.items()}
    rest = sum((value - means[entry] - severity[juror]) ** 2 for entry, own in values.items() for juror, value in own.items())
    return means, rest


def _error_grid(variance: float, free: int) -> list[float]:
    """Equally likely values of the error's variance: medians of equal parts, by Wilson and Hilferty's cube root (1931)."""
    share = 2 / (9 * free)
    quantiles = [_normal_quantile((part + 0.5) / ERRORS) for part in range(ERRORS)]
    return [variance / max(1 - share + z * math.sqrt(share), 0.05) ** 3 for z in quantiles]


def _spread_grid(adjusted: Sequence[float]) -> list[float]:
    """Variances of the qualities at even steps of the standard deviation, from 0 to twice what the means show."""
    level = _mean(adjusted)
    shown = math.sqrt(sum((value - level) ** 2 for value in adjusted) / (len(adjusted) - 1))
    top = 2 * max(shown, SMALLEST)
    return [(top * step / (SPREADS - 1)) ** 2 for step in range(SPREADS)]


def _marginal(adjusted: Sequence[float], noise: Sequence[float], spread: float) -> tuple[float, float]:
    """The likelihood of the means with the level summed out, and the level they suggest."""
    precisions = [1 / (spread + one) for one in noise]
    level = sum(weight * value for weight, value in zip(precisions, adjusted, strict=True)) / sum(precisions)
    fit = sum(weight * (value - level) ** 2 for weight, value in zip(precisions, adjusted, strict=True))
    log = 0.5 * sum(math.log(weight) for weight in precisions) - 0.5 * math.log(sum(precisions)) - 0.5 * fit
    return math.exp(max(log, -700)), level


def _best(adjusted: Sequence[float], noise: Sequence[float], spread: float, level: float) -> list[float]:
    """P(best) for normal qualities with the given error and spread."""
    pull = [spread / (spread + one) for one in noise]
    centres = [level + share * (value - level) for share, value in zip(pull, adjusted, strict=True)]
    widths = [math.sqrt(share * one) for share, one in zip(pull, noise, strict=True)]
    low = max(centre - 5 * width for centre, width in zip(centres, widths, strict=True))
    high = max(centre + 5 * width for centre, width in zip(centres, widths, strict=True))
    found = [0.0] * len(adjusted)
    for step in range(POINTS):
        at = low + (high - low) * (step + 0.5) / POINTS
        places = [(at - centre) / width for centre, width in zip(centres, widths, strict=True)]
        below = [max(0.5 * math.erfc(-place / math.sqrt(2)), 1e-300) for place in places]
        everything = math.exp(max(sum(math.log(one) for one in below), -700))
        for index, (place, under) in enumerate(zip(places, below, strict=True)):
            found[index] += everything / under * math.exp(-0.5 * place * place) / widths[index]
    whole = sum(found)
    return [value / whole for value in found]


def _normal_quantile(share: float) -> float:
    """Where the standard normal distribution reaches `share`, by halving."""
    low, high = -10.0, 10.0
    for _step in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if 0.5 * math.erfc(-middle / math.sqrt(2)) < share else (low, middle)
    return low


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
