"""The share that is done by its deadline when some cases are still open: Kaplan-Meier, with other ends as competing.

Time runs in days from each case's own deadline, so that cases with different deadlines are counted together.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from varvet.extracts.checks.shapes import Over

Z = 1.959963984540054  # 95 %
NEARLY = 1e-9  # sums of shares miss 0 and 1 by a hair
FEW = 10  # cases followed to the deadline, below which the share is uncertain


@dataclass(frozen=True)
class Life:
    """`count` cases that ended, or were last seen open, `days` after their deadline (negative: before)."""

    days: int
    over: Over
    count: int


@dataclass(frozen=True)
class Step:
    """The share (0-1) that has ended by the end of a day, with its variance; how many were open when it began."""

    days: int
    share: float
    variance: float
    at_risk: int


@dataclass(frozen=True)
class Share:
    """0-1, with a 95 % interval."""

    share: float
    low: float
    high: float


def curve(lives: Iterable[Life]) -> tuple[Step, ...]:
    """A step for each day on which cases ended. With no other ends this is one minus the Kaplan-Meier estimate.

    On one day what ended comes before what was last seen open. Aalen-Johansen, with the variance by the delta method
    (Marubini and Valsecchi 1995, 10.2); without other ends it is Greenwood's.
    """
    made: list[Step] = []
    sums, share, still = _Sums(), 0.0, 1.0
    for day in _days(lives):
        share += still * day.ended / day.at_risk
        sums.add(day, share, still)
        still *= 1 - (day.ended + day.left) / day.at_risk
        if day.ended:
            made.append(Step(day.days, share, sums.variance(share), day.at_risk))
    return tuple(made)


def by_deadline(lives: Iterable[Life]) -> Share | None:
    """The share that ended on its deadline or before; None when there is nothing to say."""
    lives = list(lives)
    if not lives:
        return None
    steps = [step for step in curve(lives) if step.days <= 0]
    if not steps:
        return Share(0.0, 0.0, wilson(0, sum(life.count for life in lives)).high)
    return _interval(steps[-1].share, steps[-1].variance)


def followed(lives: Iterable[Life]) -> int:
    """How many cases were seen up to their deadline, or until they ended before it."""
    return sum(life.count for life in lives if life.over is not Over.OPEN or life.days >= 0)


def wilson(met: int, whole: int) -> Share:
    """A plain share with Wilson's interval. ZeroDivisionError for none."""
    share = met / whole
    middle = (share + Z * Z / (2 * whole)) / (1 + Z * Z / whole)
    half = Z / (1 + Z * Z / whole) * math.sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole))
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return Share(share, 0.0 if met == 0 else low, 1.0 if met == whole else high)


@dataclass(frozen=True)
class _Day:
    days: int
    at_risk: int
    ended: int
    left: int


def _days(lives: Iterable[Life]) -> Iterator[_Day]:
    counts: dict[int, dict[Over, int]] = {}
    for life in lives:
        of_day = counts.setdefault(life.days, dict.fromkeys(Over, 0))
        of_day[life.over] += life.count
    at_risk = sum(sum(of_day.values()) for of_day in counts.values())
    for days in sorted(counts):
        of_day = counts[days]
        yield _Day(days, at_risk, of_day[Over.ENDED], of_day[Over.LEFT])
        at_risk -= sum(of_day.values())


class _Sums:
    """The sums that the variance consists of, kept as days go by: each step costs the same, however many there were."""

    def __init__(self) -> None:
        self._ends = [0.0, 0.0, 0.0]  # weighted by 1, the share and its square
        self._own = 0.0
        self._mixed = [0.0, 0.0]

    def add(self, day: _Day, share: float, still: float) -> None:
        """A day with the share after it, and the part that was open before it."""
        n, ended, all_ends = day.at_risk, day.ended, day.ended + day.left
        weight = all_ends / (n * (n - all_ends)) if n > all_ends else 0.0
        self._ends = [total + weight * share**power for power, total in enumerate(self._ends)]
        self._own += still**2 * (n - ended) * ended / n**3
        self._mixed = [total + still * ended / n**2 * share**power for power, total in enumerate(self._mixed)]

    def variance(self, share: float) -> float:
        ends = share**2 * self._ends[0] - 2 * share * self._ends[1] + self._ends[2]
        return max(ends + self._own - 2 * (share * self._mixed[0] - self._mixed[1]), 0.0)


def _interval(share: float, variance: float) -> Share:
    """On the scale of log(-log), so that it stays between 0 and 1."""
    open_share = 1 - share
    if min(share, open_share) < NEARLY or variance == 0:
        return Share(share, share, share)
    width = Z * math.sqrt(variance) / abs(open_share * math.log(open_share))
    ends = sorted((1 - open_share ** math.exp(width), 1 - open_share ** math.exp(-width)))
    return Share(share, *ends)
