"""Intervals for shares: how far a sample can be trusted to tell about the whole."""

import math
from dataclasses import dataclass

Z_95 = 1.959963984540054


@dataclass(frozen=True)
class Interval:
    low: float  # 0-1
    high: float  # 0-1


def wilson(hits: int, sample: int, z: float = Z_95) -> Interval:
    """95 % interval for a share. Source: Wilson (1927), without correction for a finite population."""
    if not 0 <= hits <= sample or sample == 0:
        raise ValueError(f"{hits} of {sample} is not a share")
    share, scale = hits / sample, 1 + z * z / sample
    middle = share + z * z / (2 * sample)
    half = z * math.sqrt(share * (1 - share) / sample + z * z / (4 * sample * sample))
    return Interval(max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale))


def newcombe(now: tuple[int, int], before: tuple[int, int]) -> Interval:
    """95 % interval for the difference of two shares, each (hits, sample). Source: Newcombe (1998), method 10.

    The bounds lie in -1 to 1.
    """
    share_now, share_before = now[0] / now[1], before[0] / before[1]
    around_now, around_before = wilson(*now), wilson(*before)
    difference = share_now - share_before
    return Interval(
        difference - math.hypot(share_now - around_now.low, around_before.high - share_before),
        difference + math.hypot(around_now.high - share_now, share_before - around_before.low),
    )


def change_is_certain(now: tuple[int, int], before: tuple[int, int]) -> bool:
    difference = newcombe(now, before)
    return difference.low > 0 or difference.high < 0
