"""The interval in whole files: as published, against scipy, and as often right as it says."""

import pytest
from scipy import stats

from varvet.kernel.statistics.files import Files, whole_files


def test_as_published_for_18_of_20_of_60_files() -> None:
    assert whole_files(18, 20, 60) == Files(44, 58, 60)


@pytest.mark.parametrize(
    ("hits", "sample", "population"), [(0, 20, 60), (20, 20, 60), (7, 12, 40), (1, 1, 5), (29, 30, 31), (130, 150, 900)]
)
def test_holds_each_count_that_is_no_wonder(hits: int, sample: int, population: int) -> None:
    likely = [
        marked
        for marked in range(population + 1)
        if stats.hypergeom.cdf(hits, population, marked, sample) > 0.025
        and stats.hypergeom.sf(hits - 1, population, marked, sample) > 0.025
    ]
    found = whole_files(hits, sample, population)
    assert (found.low, found.high) == (likely[0], likely[-1])


def test_right_at_least_95_times_of_100_whatever_is_true() -> None:
    """Every outcome of a sample of 12 of 40 files, for every true count."""
    intervals = [whole_files(hits, 12, 40) for hits in range(13)]
    for marked in range(41):
        chances = stats.hypergeom.pmf(range(13), 40, marked, 12)
        right = sum(c for c, files in zip(chances, intervals, strict=True) if files.low <= marked <= files.high)
        assert right >= 0.95


def test_all_seen_is_exact() -> None:
    assert whole_files(14, 20, 20) == Files(14, 14, 20)


@pytest.mark.parametrize(("hits", "sample", "population"), [(0, 0, 10), (5, 4, 10), (2, 11, 10), (-1, 4, 10)])
def test_what_is_no_sample_is_refused(hits: int, sample: int, population: int) -> None:
    with pytest.raises(ValueError, match="not a sample"):
        whole_files(hits, sample, population)
