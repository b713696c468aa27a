"""The table of the normal distribution, held to the standard library's function where that one is exact."""

from statistics import NormalDist

import numpy as np
import pytest

from ikz_award.domain.decision.certainty.normal_curve import distribution, log_distribution, quantiles


def test_the_table_agrees_with_the_standard_library() -> None:
    curve = NormalDist()
    places = np.linspace(-6, 6, 4_003)
    exact = np.array([curve.cdf(one) for one in places.tolist()])
    assert distribution(places) == pytest.approx(exact, abs=5e-7)
    assert np.exp(log_distribution(places)) == pytest.approx(exact, rel=1e-6)
    shares = np.linspace(0.001, 0.999, 997)
    assert quantiles(shares) == pytest.approx([curve.inv_cdf(one) for one in shares.tolist()], abs=5e-6)


def test_the_logarithm_goes_on_where_the_share_is_almost_none() -> None:
    logarithms = log_distribution(np.linspace(-9, -8, 50))
    assert np.isfinite(logarithms).all()
    assert (np.diff(logarithms) > 0).all()
