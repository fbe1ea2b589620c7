"""How long things took: median and quartiles of days, each number of days as heavy as it is common."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

FEW = 5  # fewer have no median worth saying: one slow case would move it


@dataclass(frozen=True)
class LeadTime:
    """In days. `lower` and `upper` are the quartiles: half of all took between them."""

    number: int
    lower: float
    median: float
    upper: float
    longest: int

    @property
    def few(self) -> bool:
        return self.number < FEW


def lead_time(days_and_counts: Iterable[tuple[int, int]]) -> LeadTime | None:
    """None where nothing was measured. Quartiles are interpolated between the two nearest (Hyndman and Fan, type 7)."""
    pairs = sorted((days, count) for days, count in days_and_counts if count > 0)
    if not pairs:
        return None
    days, ends = [pair[0] for pair in pairs], list(accumulate(count for _, count in pairs))
    lower, median, upper = (_at(days, ends, share) for share in (0.25, 0.5, 0.75))
    return LeadTime(ends[-1], lower, median, upper, days[-1])


def _at(days: Sequence[int], ends: Sequence[int], share: float) -> float:
    """The number of days so far into the row of all that were measured, shortest first."""
    place = (ends[-1] - 1) * share
    before = int(place)
    first, second = _nth(days, ends, before), _nth(days, ends, min(before + 1, ends[-1] - 1))
    return first + (second - first) * (place - before)


def _nth(days: Sequence[int], ends: Sequence[int], number: int) -> int:
    return next(day for day, end in zip(days, ends, strict=True) if number < end)
