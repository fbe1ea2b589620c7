"""How long reporting takes: median and nine of ten, over all, never for few."""

from datetime import timedelta

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.registers.deviations import queries
from varvet.registers.deviations.queries.reporting_time import ReportingTime, summed_up
from varvet.registers.deviations.tests.factories import reported


@pytest.mark.parametrize(
    ("seconds", "median", "p90"),
    [
        (list(range(1, 11)), 6, 9),  # 5.5 is rounded to the even number
        (list(range(1, 12)), 6, 10),
        ([40] * 9 + [400], 40, 40),
        ([40] * 8 + [400, 500], 40, 400),
        ([60] * 100, 60, 60),
    ],
)
def test_the_figures(seconds: list[int], median: int, p90: int) -> None:
    assert summed_up(seconds) == ReportingTime(len(seconds), median, p90)


def test_fewer_than_ten_are_not_shown() -> None:
    assert summed_up([60] * 9) is None


def test_over_the_units_one_reads_and_the_last_year(cast: Cast) -> None:
    for number in range(10):
        reported(cast, seconds=60 + number)
    reported(cast, seconds=None)
    reported(cast, seconds=9_000, now=NOW - timedelta(days=367))
    reported(cast, seconds=9_000, by=cast.cecilia, unit=cast.b)
    assert queries.reporting_time(reader_of(cast.alice)) == ReportingTime(10, 64, 68)
    found = queries.reporting_time(reader_of(cast.eva))
    assert found is not None
    assert found.count == 11
    assert queries.reporting_time(reader_of(cast.cecilia)) is None
    assert queries.reporting_time(reader_of(cast.bo)) is None


def test_the_page_says_so_or_why_not(cast: Cast) -> None:
    page = text_of(as_(cast.alice).get(f"/rapportera/lankar/{cast.a.pk}/"))
    assert "minst tio rapporter" in page
