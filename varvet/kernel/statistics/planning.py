"""Before a sample is drawn: how many files are needed, and what a sample of n can and cannot show."""

import math
from dataclasses import dataclass
from functools import lru_cache

from varvet.kernel.statistics.chances import binomial, hypergeometric
from varvet.kernel.statistics.shares import Z_95, around, difference, effective

POWER = 0.8  # a true change is seen four times of five
Z_80 = 0.8416212335729143


def files_needed(population: int, points: float, share: float = 0.5) -> int:
    """How many of N files for an interval of plus or minus `points` percentage points around a share.

    n0 = z^2 p (1 - p) / d^2 and n = n0 / (1 + (n0 - 1) / N), rounded up. Source: Cochran (1977), 4.4.
    """
    wanted = Z_95**2 * share * (1 - share) / (points / 100) ** 2
    return min(population, math.ceil(wanted / (1 + (wanted - 1) / population) - 1e-9))


def margin(sample: int, population: int | None, share: float = 0.5) -> float:
    """Percentage points, half of Wilson's interval, for a share in a sample of n out of N."""
    found = around(share, effective(sample, population))
    return 100 * (found.high - found.low) / 2


def files_to_see(before: float, after: float) -> int:
    """How many files each time to see a step between two shares, four times of five.

    Source: Fleiss, Statistical Methods for Rates and Proportions (1981), 3.2, without continuity; R: power.prop.test.
    """
    middle, step = (before + after) / 2, abs(after - before)
    if not step:
        raise ValueError("no step to see")
    alike = Z_95 * math.sqrt(2 * middle * (1 - middle))
    apart = Z_80 * math.sqrt(before * (1 - before) + after * (1 - after))
    return math.ceil(((alike + apart) / step) ** 2)


@dataclass(frozen=True)
class Round:
    """A sample of n files; `population` None when it is large or not known."""

    sample: int
    population: int | None = None


def power(before: float, after: float, first: Round, second: Round) -> float:
    """The chance that Newcombe's interval leaves out 0 when the share has gone from `before` to `after`, exact.

    Every outcome of both samples is weighed with its chance; nothing is drawn at random.
    """
    bounds = _bounds(first, second)
    chances = [_chance(hits, second, after) for hits in range(second.sample + 1)]
    up_to = [0.0]
    for chance in chances:
        up_to.append(up_to[-1] + chance)
    total = 0.0
    for hits in range(first.sample + 1):
        fewer, more = bounds[hits]
        total += _chance(hits, first, before) * (up_to[fewer] + up_to[-1] - up_to[more])
    return min(1.0, total)


def _chance(hits: int, round_: Round, share: float) -> float:
    if round_.population is None:
        return binomial(hits, round_.sample, share)
    return hypergeometric(hits, round_.sample, round(share * round_.population), round_.population)


@lru_cache(maxsize=64)
def _bounds(first: Round, second: Round) -> tuple[tuple[int, int], ...]:
    """For each outcome of the first: outcomes of the second below the one, or from the other on, are a change."""
    before = [(hits / first.sample, around(hits / first.sample, _worth(first))) for hits in range(first.sample + 1)]
    after = [(hits / second.sample, around(hits / second.sample, _worth(second))) for hits in range(second.sample + 1)]
    found = []
    fewer = more = 0
    for share, interval in before:
        while fewer <= second.sample and difference(*after[fewer], share, interval).high < 0:
            fewer += 1
        while more <= second.sample and difference(*after[more], share, interval).low <= 0:
            more += 1
        found.append((fewer, more))
    return tuple(found)


def _worth(round_: Round) -> float:
    return effective(round_.sample, round_.population)


def smallest_step(before: float, first: Round, second: Round) -> int | None:
    """The smallest change, in whole percentage points towards the middle or past it, that is seen four times of five.

    None when not even a change all the way is seen so often.
    """
    room = 100 * max(before, 1 - before)
    sign = 1 if before <= 0.5 else -1
    low, high = 1, math.floor(room + 1e-9)
    if power(before, before + sign * high / 100, first, second) < POWER:
        return None
    while low < high:
        middle = (low + high) // 2
        seen = power(before, before + sign * middle / 100, first, second) >= POWER
        low, high = (low, middle) if seen else (middle + 1, high)
    return low
