"""Chances against scipy, which only the tests have."""

import pytest
from scipy import stats

from varvet.kernel.statistics.chances import (
    beta_quantile,
    binomial,
    crossing,
    hypergeometric,
    incomplete_beta,
    t_quantile,
)


@pytest.mark.parametrize(("hits", "tries", "chance"), [(0, 1, 0.5), (3, 12, 0.1), (700, 1000, 0.72), (5, 5, 1.0)])
def test_binomial(hits: int, tries: int, chance: float) -> None:
    assert binomial(hits, tries, chance) == pytest.approx(stats.binom.pmf(hits, tries, chance), rel=1e-9)


@pytest.mark.parametrize(
    ("hits", "sample", "marked", "population"),
    [(14, 20, 40, 60), (0, 20, 40, 60), (0, 20, 40, 45), (20, 20, 30, 60), (250, 300, 150_000, 200_000)],
)
def test_hypergeometric(hits: int, sample: int, marked: int, population: int) -> None:
    wanted = stats.hypergeom.pmf(hits, population, marked, sample)
    assert hypergeometric(hits, sample, marked, population) == pytest.approx(wanted, rel=1e-6)


@pytest.mark.parametrize("freedom", [1, 2, 5, 17, 58, 400, 50_000])
def test_t(freedom: int) -> None:
    assert t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-8)


@pytest.mark.parametrize(("a", "b", "chance"), [(1, 1, 0.3), (4, 17, 0.025), (200, 1, 0.975), (800, 1200, 0.025)])
def test_beta(a: float, b: float, chance: float) -> None:
    assert beta_quantile(a, b, chance) == pytest.approx(stats.beta.ppf(chance, a, b), rel=1e-8)


@pytest.mark.parametrize(("x", "whole"), [(-0.1, 0.0), (0.0, 0.0), (1.0, 1.0), (1.1, 1.0)])
def test_at_the_ends_nothing_or_all(x: float, whole: float) -> None:
    assert incomplete_beta(2.0, 3.0, x) == whole


def test_what_is_over_zero_everywhere_is_halved_towards_the_lowest() -> None:
    assert 0 <= crossing(lambda _: 1.0, 0.0, 1.0) < 1e-50
