"""Shares from samples drawn in strata."""

import math

import pytest
from scipy import stats

from varvet.kernel.statistics.shares import wilson_of
from varvet.kernel.statistics.strata import Stratum, estimate

TWO = (Stratum(200, 20, 18), Stratum(100, 10, 4))


def test_each_stratum_weighs_as_much_as_it_has_files() -> None:
    assert estimate(TWO).share == pytest.approx((200 * 0.9 + 100 * 0.4) / 300)
    assert estimate((Stratum(200, 5, 5), Stratum(100, 20, 8))).share == pytest.approx((200 + 40) / 300)


def test_the_interval_by_hand() -> None:
    """0.7 ± by the logit: Var = (2/3)^2 0.9 0.09 / 19 + (1/3)^2 0.9 0.24 / 9."""
    share = 220 / 300
    variance = (2 / 3) ** 2 * 0.9 * 0.09 / 19 + (1 / 3) ** 2 * 0.9 * 0.24 / 9
    half = stats.t.ppf(0.975, 28) * math.sqrt(variance) / (share * (1 - share))
    wanted = [1 / (1 + math.exp(-(math.log(share / (1 - share)) + side * half))) for side in (-1, 1)]
    found = estimate(TWO)
    assert [found.interval.low, found.interval.high] == pytest.approx(wanted)
    assert found.design_effect == pytest.approx(variance / (0.9 * share * (1 - share) / 29))


def test_strata_that_differ_help_and_strata_that_do_not_cost_little() -> None:
    unlike, alike = estimate(TWO), estimate((Stratum(200, 20, 14), Stratum(100, 10, 7)))
    assert unlike.design_effect is not None
    assert alike.design_effect is not None
    assert unlike.design_effect < 0.85 < 1 < alike.design_effect < 1.1


def test_all_alike_is_not_all_certain() -> None:
    """The formula's variance is 0; the interval is that of the whole sample."""
    found = estimate((Stratum(40, 10, 10), Stratum(20, 5, 5)))
    assert found.interval == wilson_of(15, 15, 60)
    assert found.interval.low < 0.85


def test_a_stratum_with_one_file_of_several_tells_no_variance() -> None:
    found = estimate((Stratum(40, 10, 6), Stratum(20, 1, 1)))
    assert found.design_effect is None
    assert 0 < found.interval.low < found.share < found.interval.high <= 1


def test_a_stratum_seen_whole_adds_no_uncertainty() -> None:
    assert estimate((Stratum(40, 40, 30), Stratum(1, 1, 1))).interval.low == pytest.approx(31 / 41)


@pytest.mark.parametrize("rows", [(), (Stratum(10, 0, 0),), (Stratum(5, 6, 2),), (Stratum(9, 4, 5),)])
def test_what_is_no_sample_is_refused(rows: tuple[Stratum, ...]) -> None:
    with pytest.raises(ValueError, match="needs a sample"):
        estimate(rows)
