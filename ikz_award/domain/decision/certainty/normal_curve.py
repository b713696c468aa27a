"""The standard normal distribution for whole arrays: numpy has none of its own. From a table of `math.erfc`.

`statistics.NormalDist` takes one number at a time (four times slower here), and up to Python 3.11 its `cdf` is 0 from 8.3
standard deviations below the middle on, where the logarithm is still needed. A test holds the table to it elsewhere.
"""

from __future__ import annotations

import math
from functools import cache

from ikz_award.domain.jury.arrays import Floats, np

# Beyond so many standard deviations a result shows no difference.
END = 9.0


@cache
def _table() -> tuple[Floats, Floats, Floats]:
    """Places, the distribution function there, and its logarithm."""
    at = np.linspace(-END, END, 9001)
    shares = np.array([0.5 * math.erfc(-one / math.sqrt(2)) for one in at.tolist()])
    return at, shares, np.log(shares)


def log_distribution(places: Floats) -> Floats:
    """The logarithm of the distribution function, to 5·10⁻⁷ between the table's ends."""
    at, _shares, logarithms = _table()
    return np.interp(places, at, logarithms)


def distribution(places: Floats) -> Floats:
    """The share of a standard normal curve below each place (in standard deviations), from a table; the shape of `places`."""
    at, shares, _logarithms = _table()
    return np.interp(places, at, shares)


def quantiles(shares: Floats) -> Floats:
    """Where the distribution function reaches the `shares`."""
    at, known, _logarithms = _table()
    return np.interp(shares, known, at)
