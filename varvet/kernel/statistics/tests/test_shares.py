"""Intervals against published values and against what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.kernel.statistics.shares import Interval, change_is_certain, effective, newcombe, wilson, wilson_of


@pytest.mark.parametrize(
    ("hits", "sample", "low", "high"),
    [  # Newcombe 1998, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(hits: int, sample: int, low: float, high: float) -> None:
    found = wilson(hits, sample)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("now", "before", "low", "high"),
    [  # Newcombe 1998, table II, method 10
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0000),
    ],
)
def test_newcombe_as_published(now: tuple[int, int], before: tuple[int, int], low: float, high: float) -> None:
    found = newcombe(now, before)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_stays_within_bounds(share: tuple[int, int]) -> None:
    found = wilson(*share)
    assert 0 <= found.low <= share[0] / share[1] + 1e-12
    assert share[0] / share[1] - 1e-12 <= found.high <= 1


def test_a_small_sample_does_not_make_a_certain_change() -> None:
    assert not change_is_certain((14, 15), (10, 15))
    assert change_is_certain((140, 150), (100, 150))


@pytest.mark.parametrize(("hits", "sample"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_is_refused(hits: int, sample: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        wilson(hits, sample)


def test_a_finite_population_as_published_for_20_of_30_files() -> None:
    found = wilson_of(16, 20, 30)
    assert (round(found.low, 2), round(found.high, 2)) == (0.68, 0.88)


def test_all_seen_leaves_nothing_uncertain() -> None:
    assert wilson_of(14, 20, 20) == Interval(0.7, 0.7)
    assert newcombe((14, 20), (12, 24), (20, 24)) == Interval(0.7 - 0.5, 0.7 - 0.5)


def test_a_large_population_is_as_none() -> None:
    assert wilson_of(14, 20, 10**9).low == pytest.approx(wilson(14, 20).low, abs=1e-6)
    found, free = newcombe((14, 20), (9, 20), (10**9, 10**9)), newcombe((14, 20), (9, 20))
    assert (found.low, found.high) == pytest.approx((free.low, free.high), abs=1e-6)


def test_more_files_than_there_are_is_no_sample() -> None:
    with pytest.raises(ValueError, match="not a sample"):
        effective(21, 20)
