"""Intervals against published values and against what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.insight.annual_report.statistics import change_is_certain, newcombe, wilson


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
