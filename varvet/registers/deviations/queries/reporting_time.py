"""How long it takes to report, over all who did: never for one person, and never for few."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from statistics import median

from varvet.kernel.access.reader import Reader
from varvet.registers.deviations.models import Deviation

FEWEST = 10  # reports; below that a figure could be one person's
LOOKED_BACK = timedelta(days=365)
MOST = 20_000


@dataclass(frozen=True)
class ReportingTime:
    """Seconds from opening the form to sending it, over `count` reports of the last year.

    `p90_seconds`: nine of ten took at most so long (nearest rank).
    """

    count: int
    median_seconds: int
    p90_seconds: int


def reporting_time(reader: Reader) -> ReportingTime | None:
    """Over the units whose deviations the reader reads; None for fewer than ten reports that were timed."""
    rows = Deviation.objects.filter(
        unit_id__in=reader.units("deviations.view"),
        received_at__date__gte=reader.today - LOOKED_BACK,
        seconds_to_report__isnull=False,
    )
    newest = rows.order_by("-received_at").values_list("seconds_to_report", flat=True)[:MOST]
    return summed_up(sorted(seconds for seconds in newest if seconds is not None))


def summed_up(seconds: list[int]) -> ReportingTime | None:
    """`seconds` in order, shortest first."""
    if len(seconds) < FEWEST:
        return None
    return ReportingTime(len(seconds), round(median(seconds)), seconds[ceil(0.9 * len(seconds)) - 1])
