"""The exact interval for a ratio of counts, against scipy's exact binomial interval."""

import math

import pytest
from scipy import stats

from varvet.kernel.statistics.rates import Counted, ratio


@pytest.mark.parametrize(
    ("now", "before"),
    [((12, 1.0), (5, 1.0)), ((3, 100.0), (9, 150.0)), ((110, 12.0), (93, 12.0)), ((1, 1.0), (1, 2.0))],
)
def test_as_the_binomial(now: tuple[int, float], before: tuple[int, float]) -> None:
    share = stats.binomtest(now[0], now[0] + before[0]).proportion_ci(method="exact")
    scale = before[1] / now[1]
    wanted = (share.low / (1 - share.low) * scale, share.high / (1 - share.high) * scale)
    found = ratio(Counted(*now), Counted(*before))
    assert (found.low, found.high) == pytest.approx(wanted)


def test_none_before_has_no_upper_bound_and_none_now_no_lower() -> None:
    assert ratio(Counted(4), Counted(0)).high == math.inf
    assert ratio(Counted(4), Counted(0)).low == pytest.approx(0.025**0.25 / (1 - 0.025**0.25))
    assert ratio(Counted(0), Counted(4)).low == 0
    assert ratio(Counted(0), Counted(0)).high == math.inf
