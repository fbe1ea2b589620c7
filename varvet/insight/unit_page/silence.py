"""How long a unit has been silent, and whether that is longer than chance allows: reports as a Poisson process."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

BASELINE = 365  # days before the last report, from which the unit's own rate is taken
LOOKED_BACK = 3 * BASELINE
LEAST_REPORTS = 3  # fewer in the baseline say nothing of a rate
LEAST_DAYS = 90  # of a unit's own life, likewise
UNUSUAL = 3.0  # reports to be expected; exp(-3) is 5 in 100


class Verdict(StrEnum):
    UNUSUAL = "unusual"
    USUAL = "usual"
    TOO_LITTLE = "too_little"  # no rate to compare with
    NEVER = "never"  # no report in the years looked at


@dataclass(frozen=True)
class Rate:
    """Reports a day, and whether it is the unit's own or the whole root's for as many staff."""

    a_day: float
    own: bool = True


@dataclass(frozen=True)
class Silence:
    """`expected` is how many reports the rate would have given since the last; `usual` the gap that 95 of 100 keep."""

    last: date | None
    days: int
    verdict: Verdict
    rate: Rate | None = None

    @property
    def expected(self) -> float | None:
        return self.rate.a_day * self.days if self.rate else None

    @property
    def usual(self) -> int | None:
        return math.ceil(UNUSUAL / self.rate.a_day) if self.rate else None

    @property
    def chance(self) -> float | None:
        """Of so long a gap if nothing has changed, 0-1: P(0 in t) = exp(-rate x t)."""
        return math.exp(-self.expected) if self.expected is not None else None


def silence(reports: Mapping[date, int], opened: date, today: date, others: Rate | None = None) -> Silence:
    """Of one unit: how many reports it made each day. A tally of many like events is one report.

    `others` is used where the unit's own reports are too few to give a rate.
    """
    days = [day for day in reports if day <= today]
    begun = max(opened, today - timedelta(days=LOOKED_BACK))
    if not days:
        return _judged(None, (today - begun).days, others)
    last = max(days)
    own = _own_rate(reports, last, opened)
    return _judged(last, (today - last).days, own or others)


def _own_rate(reports: Mapping[date, int], last: date, opened: date) -> Rate | None:
    """From the year before the last report, which is left out: it ends the stretch because it came."""
    first = max(opened, last - timedelta(days=BASELINE))
    number = sum(count for day, count in reports.items() if first <= day < last)
    length = (last - first).days
    if number < LEAST_REPORTS or length < LEAST_DAYS:
        return None
    return Rate(number / length)


def _judged(last: date | None, days: int, rate: Rate | None) -> Silence:
    if rate is None:
        return Silence(last, days, Verdict.TOO_LITTLE if last else Verdict.NEVER)
    longer = rate.a_day * days >= UNUSUAL
    if last is None and not longer:
        return Silence(last, days, Verdict.NEVER, rate)
    return Silence(last, days, Verdict.UNUSUAL if longer else Verdict.USUAL, rate)
