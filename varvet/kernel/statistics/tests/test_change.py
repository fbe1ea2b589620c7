"""Change against scipy, and Holm's steps by hand."""

import pytest
from scipy import stats

from varvet.kernel.statistics.change import fisher, holm, mcnemar


@pytest.mark.parametrize(("better", "worse"), [(0, 0), (5, 0), (6, 0), (10, 2), (7, 7), (1, 12), (60, 40)])
def test_mcnemar(better: int, worse: int) -> None:
    changed = better + worse
    wanted = stats.binomtest(better, changed, 0.5).pvalue if changed else 1.0
    assert mcnemar(better, worse) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("now", "before"),
    [((14, 20), (12, 20)), ((18, 20), (9, 20)), ((0, 5), (5, 5)), ((3, 3), (3, 3)), ((70, 90), (5, 9))],
)
def test_fisher(now: tuple[int, int], before: tuple[int, int]) -> None:
    table = [[hits, sample - hits] for hits, sample in (now, before)]
    assert fisher(now, before) == pytest.approx(stats.fisher_exact(table).pvalue)


@pytest.mark.parametrize(
    ("chances", "held"),
    [
        ([], []),
        ([0.05], [True]),
        ([0.051], [False]),
        ([0.01, 0.04, 0.03, 0.005], [True, False, False, True]),  # 0.03 > 0.05 / 2 stops those after it
        ([0.025, 0.05], [True, True]),
        ([0.026, 0.04], [False, False]),
    ],
)
def test_holm(chances: list[float], held: list[bool]) -> None:
    assert holm(chances) == held
