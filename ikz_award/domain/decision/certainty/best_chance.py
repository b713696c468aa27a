"""How likely each entry is truly the best of its category, and where it truly stands: from a mixture of `quality_model`.

Given a part of the mixture, P(best) is one integral: the density of one entry times the distribution functions of all others.
The expected rank is 1 + the sum over the others of the probability to be better (Heyard et al. 2022, after Laird and Louis
1989, Journal of Educational Statistics 14(1), 29-46). Given an entry's quality, its rank is 1 + a Poisson binomial variable:
exactly, by its characteristic function (Hong 2013, Computational Statistics & Data Analysis 59, 41-51), in small categories;
in large ones as a normal variable of the same mean and variance, which is off by one rank at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from ikz_award.domain.decision.certainty.normal_curve import Floats, distribution, log_distribution
from ikz_award.domain.decision.certainty.quality_model import Qualities, qualities
from ikz_award.domain.jury.arrays import np
from ikz_award.domain.jury.point_table import PointTable

# How far an integral goes beyond the centres, and its steps, in widths: the error of the rule is far below what is shown.
REACH, STEP = 4.5, 0.6
# No width is taken as smaller than this share of the whole range, so that the steps stay few.
NARROWEST = 1 / 400
# Ranks are counted exactly as long as parts of the mixture times entries squared stay below: for an eye, at once.
QUICK = 400_000
# Parts of the mixture times entries that are worked on at once.
AT_ONCE = 4_000


@dataclass(frozen=True, kw_only=True)
class ChanceStanding:
    """`rank`: the expected one. `likely` holds the rank with 90 % probability, `middle` with 50 %: lowest and highest."""

    chance: float
    rank: float
    likely: tuple[int, int]
    middle: tuple[int, int]


def standings(table: PointTable) -> dict[str, ChanceStanding]:
    """By entry; the chances add up to 1. Empty where too few sheets leave nothing to estimate the noise from.

    `table` hangs together (`juror_groups`): across groups without a common juror nothing can be said.
    """
    mixture = qualities(table)
    if mixture is None:
        return {}
    chances, ranks, within = _summed(mixture)
    low, first, third, high = (_reached(within, share) for share in (0.05, 0.25, 0.75, 0.95))
    rows = zip(chances.tolist(), ranks.tolist(), low, high, first, third, strict=True)
    return {
        entry: ChanceStanding(chance=chance, rank=rank, likely=(best, worst), middle=(upper, lower))
        for entry, (chance, rank, best, worst, upper, lower) in zip(table.entries, rows, strict=True)
    }


def chances_to_be_best(table: PointTable) -> dict[str, float]:
    """The same chances without the ranks, which are the longer part of the work."""
    mixture = qualities(table)
    if mixture is None:
        return {}
    chances = _level_chances(mixture)
    for weights, density, logs, _below in _pieces(mixture):
        chances += _best(weights, density, logs)
    return dict(zip(table.entries, chances.tolist(), strict=True))


def indistinguishable(found: Mapping[str, ChanceStanding], prizes: int = 1) -> tuple[str, ...]:
    """The entries among which the last of the `prizes` cannot be told from the next, in the order of expected ranks: that one,
    and every other whose middle half of ranks holds its expected rank (Heyard et al. 2022)."""
    # Equal sheets have equal ranks but for the last digits: they stay in their order.
    ordered = sorted(found, key=lambda entry: round(found[entry].rank, 9))
    if not ordered:
        return ()
    last = ordered[min(prizes, len(ordered)) - 1]
    border = found[last].rank
    return tuple(entry for entry in ordered if entry == last or found[entry].middle[0] <= border <= found[entry].middle[1])


def _summed(mixture: Qualities) -> tuple[Floats, Floats, Floats]:
    """Chances, expected ranks, and by entry the probability of a rank up to each (the last column is 1)."""
    parts, entries = mixture.centres.shape
    chances = _level_chances(mixture)
    ranks = np.full(entries, mixture.level_weight * (entries + 1) / 2)
    within = np.tile(mixture.level_weight * np.arange(1, entries + 1) / entries, (entries, 1))
    count = _exactly if parts * entries**2 <= QUICK else _nearly
    for weights, density, logs, below in _pieces(mixture):
        chances += _best(weights, density, logs)
        density *= weights[:, None, None]
        # Of an entry's own share in that sum, the density sees one half.
        ranks += 0.5 * weights.sum() + np.einsum("ps,pse->e", (1 - below).sum(axis=2), density)
        within += count(density, below)
    return chances, ranks, within


def _level_chances(mixture: Qualities) -> Floats:
    return np.full(mixture.centres.shape[1], mixture.level_weight / mixture.centres.shape[1])


def _best(weights: Floats, density: Floats, logs: Floats) -> Floats:
    best = (np.exp(logs.sum(axis=2, keepdims=True) - logs) * density).sum(axis=1)
    return weights @ (best / best.sum(axis=1, keepdims=True))


def _pieces(mixture: Qualities) -> Iterator[tuple[Floats, Floats, Floats, Floats]]:
    """Some parts of the mixture at a time: their weights, and what `_on_a_grid` says of them."""
    parts, entries = mixture.centres.shape
    at_once = max(1, AT_ONCE // entries)
    for first in range(0, parts, at_once):
        some = slice(first, first + at_once)
        yield mixture.weights[some], *_on_a_grid(mixture.centres[some], mixture.widths[some])


def _on_a_grid(centres: Floats, widths: Floats) -> tuple[Floats, Floats, Floats]:
    """By part, at even steps over everything, and entry: the density (adding up to 1), and the logarithm and value of the
    distribution function."""
    low, high = (centres - REACH * widths).min(axis=1, keepdims=True), (centres + REACH * widths).max(axis=1, keepdims=True)
    widths = np.maximum(widths, NARROWEST * (high - low))
    steps = ceil(float(((high - low) / widths.min(axis=1, keepdims=True)).max()) / STEP)
    at = low + (high - low) * (np.arange(steps) + 0.5) / steps
    places = (at[:, :, None] - centres[:, None, :]) / widths[:, None, :]
    density = np.exp(-0.5 * places**2)
    density /= density.sum(axis=1, keepdims=True)
    logs = log_distribution(places)
    return density, logs, np.exp(logs)


def _exactly(density: Floats, below: Floats) -> Floats:
    """The distribution of ranks by their characteristic function, at an odd number of points: no factor is ever 0."""
    entries = below.shape[2]
    points = entries + 1 - entries % 2
    angles = 2 * np.pi * np.arange(points // 2 + 1) / points
    transformed = np.empty((len(angles), entries), dtype=np.complex128)
    for place, angle in enumerate(angles):
        factors = below + (1 - below) * np.exp(1j * angle)
        transformed[place] = (density * (factors.prod(axis=2, keepdims=True) / factors)).sum(axis=(0, 1))
    masses = np.fft.irfft(transformed.conj(), n=points, axis=0)[:entries]
    return np.cumsum(masses, axis=0).T


def _nearly(density: Floats, below: Floats) -> Floats:
    """The same from mean and variance, the entry's own part taken as one half: it is compared with many."""
    entries = below.shape[2]
    density, below = density.reshape(-1, entries), below.reshape(-1, entries)
    ahead = (1 - below).sum(axis=1) - 0.5
    spread = np.sqrt(np.maximum((below * (1 - below)).sum(axis=1) - 0.25, 0.05))
    up_to = distribution((np.arange(1, entries + 1) - 0.5 - ahead[:, None]) / spread[:, None])
    return density.T @ up_to


def _reached(within: Floats, share: float) -> list[int]:
    """The first rank by which each entry's probability reaches the share."""
    reached = within >= share - 1e-9
    reached[:, -1] = True
    return (reached.argmax(axis=1) + 1).tolist()
