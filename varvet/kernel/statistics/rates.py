"""The ratio of two counts or rates, with an exact interval."""

import math
from dataclasses import dataclass

from varvet.kernel.statistics.chances import beta_quantile
from varvet.kernel.statistics.shares import Interval


@dataclass(frozen=True)
class Counted:
    """So many events in so much time or so many people; `exposure` in any unit, the same for both."""

    events: int
    exposure: float = 1.0


def ratio(now: Counted, before: Counted, alpha: float = 0.05) -> Interval:
    """95 % interval for the rate now over the rate before, 0 to infinity.

    Source: given their sum, one of two Poisson counts is binomial (Przyborowski & Wilenski 1940); the exact interval
    of its share (Clopper & Pearson 1934) becomes the ratio's.
    """
    total = now.events + before.events
    if not total:
        return Interval(0.0, math.inf)
    low = beta_quantile(now.events, before.events + 1, alpha / 2) if now.events else 0.0
    high = beta_quantile(now.events + 1, before.events, 1 - alpha / 2) if before.events else 1.0
    scale = before.exposure / now.exposure
    return Interval(low / (1 - low) * scale, high / (1 - high) * scale if high < 1 else math.inf)
