"""Intervals for shares and for the difference of two: how far a sample can be trusted to tell about the whole."""

import math
from dataclasses import dataclass

Z_95 = 1.959963984540054
Share = tuple[int, int]  # how many fulfil, of how many reviewed


@dataclass(frozen=True)
class Interval:
    """As shares, 0-1; of a difference -1 to 1."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


def wilson(hits: int, sample: int, z: float = Z_95) -> Interval:
    """95 % interval for a share. Source: Wilson (1927), without correction for a finite population."""
    if not 0 <= hits <= sample or sample == 0:
        raise ValueError(f"{hits} of {sample} is not a share")
    return around(hits / sample, sample, z)


def around(share: float, effective: float, z: float = Z_95) -> Interval:
    """Wilson's interval of a share seen in as many as `effective`, which need not be whole and may be infinite."""
    if math.isinf(effective):
        return Interval(share, share)
    scale = 1 + z * z / effective
    middle = share + z * z / (2 * effective)
    half = z * math.sqrt(share * (1 - share) / effective + z * z / (4 * effective * effective))
    return Interval(max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale))


def effective(sample: int, population: int | None) -> float:
    """n(N-1)/(N-n): as many as a sample of n out of N is worth; infinite when all were seen.

    Source: the finite population correction, Cochran, Sampling Techniques (1977), 2.8. N None: n as it is.
    """
    if population is None:
        return sample
    if not 0 < sample <= population:
        raise ValueError(f"{sample} of {population} is not a sample")
    return math.inf if sample == population else sample * (population - 1) / (population - sample)


def wilson_of(hits: int, sample: int, population: int) -> Interval:
    """Wilson's interval with the effective sample of a finite population."""
    return around(hits / sample, effective(sample, population))


def newcombe(now: Share, before: Share, populations: tuple[int | None, int | None] = (None, None)) -> Interval:
    """95 % interval for the difference of two shares, each (hits, sample). Source: Newcombe (1998), method 10.

    With populations each share is as certain as its effective sample. The bounds lie in -1 to 1.
    """
    share_now, share_before = now[0] / now[1], before[0] / before[1]
    around_now = around(share_now, effective(now[1], populations[0]))
    around_before = around(share_before, effective(before[1], populations[1]))
    return difference(share_now, around_now, share_before, around_before)


def difference(now: float, around_now: Interval, before: float, around_before: Interval) -> Interval:
    """Newcombe's method 10 from two shares and their intervals."""
    step = now - before
    return Interval(
        step - math.hypot(now - around_now.low, around_before.high - before),
        step + math.hypot(around_now.high - now, before - around_before.low),
    )


def change_is_certain(now: Share, before: Share, populations: tuple[int | None, int | None] = (None, None)) -> bool:
    return not newcombe(now, before, populations).holds(0)
