"""A share of the whole from a sample drawn in strata, with its interval and what the strata were worth."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from varvet.kernel.statistics.chances import t_quantile
from varvet.kernel.statistics.shares import Interval, around, effective


@dataclass(frozen=True)
class Stratum:
    """`population` and `sample` in files, `hits` of the sample."""

    population: int
    sample: int
    hits: int

    @property
    def share(self) -> float:
        return self.hits / self.sample


@dataclass(frozen=True)
class Estimate:
    """`design_effect`: below 1 the strata helped; None where they cannot be judged."""

    share: float
    interval: Interval
    design_effect: float | None


def estimate(strata: Sequence[Stratum]) -> Estimate:
    """p = sum W_h p_h, Var = sum W_h^2 (1 - f_h) p_h (1 - p_h) / (n_h - 1), logit interval by t with n - H degrees.

    Source: Cochran (1977), 5.2 and 5.9; the logit interval as in Lohr, Sampling (2010), and R's survey::svyciprop.
    Where the variance cannot be told (all alike in each stratum, or one file of several), Wilson's interval of the
    weighted share with the effective sample of the whole is given instead.
    """
    if not strata or any(not 0 <= row.hits <= row.sample <= row.population or not row.sample for row in strata):
        raise ValueError("every stratum needs a sample")
    population, sample = sum(row.population for row in strata), sum(row.sample for row in strata)
    share = sum(row.population / population * row.share for row in strata)
    variance = _variance(strata, population)
    if sample == population:
        return Estimate(share, Interval(share, share), None)
    if not variance or not 0 < share < 1:
        return Estimate(share, around(share, effective(sample, population)), None)
    half = t_quantile(sample - len(strata)) * math.sqrt(variance) / (share * (1 - share))
    middle = math.log(share / (1 - share))
    simple = (1 - sample / population) * share * (1 - share) / (sample - 1)
    return Estimate(share, Interval(_share(middle - half), _share(middle + half)), variance / simple)


def _variance(strata: Sequence[Stratum], population: int) -> float | None:
    total = 0.0
    for row in strata:
        left = 1 - row.sample / row.population
        if row.sample == 1 and left:
            return None
        if left:
            weight = row.population / population
            total += weight * weight * left * row.share * (1 - row.share) / (row.sample - 1)
    return total


def _share(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))
