"""The share that is done by its deadline when some cases are still open: Kaplan-Meier, with other ends as competing.

Time runs in days from each case's own deadline, so that cases with different deadlines are counted together.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from varvet.extracts.checks.shapes import Over

Z = 1.959963984540054  # 95 %
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
    terms: list[_Term] = []
    share, still = 0.0, 1.0
    for day in _days(lives):
        if day.ended:
            share += still * day.ended / day.at_risk
        terms.append(_Term(day, share, still))
        still *= 1 - (day.ended + day.left) / day.at_risk
        if day.ended:
            made.append(Step(day.days, share, _variance(terms, share), day.at_risk))
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


@dataclass(frozen=True)
class _Term:
    """A day with the share after it, and the part that was still open before it."""

    day: _Day
    share: float
    still: float


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


def _variance(terms: Iterable[_Term], share: float) -> float:
    total = 0.0
    for term in terms:
        n, ended, all_ends = term.day.at_risk, term.day.ended, term.day.ended + term.day.left
        left_to_come = share - term.share
        if n > all_ends:
            total += left_to_come**2 * all_ends / (n * (n - all_ends))
        total += term.still**2 * (n - ended) * ended / n**3
        total -= 2 * left_to_come * term.still * ended / n**2
    return max(total, 0.0)


def _interval(share: float, variance: float) -> Share:
    """On the scale of log(-log), so that it stays between 0 and 1."""
    open_share = 1 - share
    if not 0 < open_share < 1 or variance == 0:
        return Share(share, share, share)
    width = Z * math.sqrt(variance) / abs(open_share * math.log(open_share))
    ends = sorted((1 - open_share ** math.exp(width), 1 - open_share ** math.exp(-width)))
    return Share(share, *ends)
