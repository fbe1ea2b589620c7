"""An exact interval in whole files: of all there are, at least and at most so many can fulfil the goal."""

from dataclasses import dataclass

from varvet.kernel.statistics.chances import hypergeometric

ALPHA = 0.05


@dataclass(frozen=True)
class Files:
    """`low` to `high` of `population` files, both ends included."""

    low: int
    high: int
    population: int


def whole_files(hits: int, sample: int, population: int, alpha: float = ALPHA) -> Files:
    """95 % interval for how many of N files fulfil, when a simple random sample of n has been seen.

    Source: the hypergeometric test turned round, Buonaccorsi (1987), The American Statistician 41, 215-218: all K
    for which neither P(X <= x | K) nor P(X >= x | K) is at most alpha / 2.
    """
    if not 0 <= hits <= sample <= population or sample == 0:
        raise ValueError(f"{hits} of {sample} of {population} is not a sample")
    low = _fewest(hits, sample, population, alpha / 2)
    return Files(low, population - _fewest(sample - hits, sample, population, alpha / 2), population)


def _fewest(hits: int, sample: int, population: int, tail: float) -> int:
    """The smallest K for which so many hits or more are no wonder: P(X >= hits | K) > tail, which grows with K."""
    low, high = hits, population - (sample - hits)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _at_least(hits, sample, middle, population) > tail else (middle + 1, high)
    return low


def _at_least(hits: int, sample: int, marked: int, population: int) -> float:
    """The shorter tail is added up, so that little is lost."""
    if hits > sample / 2:
        return sum(hypergeometric(found, sample, marked, population) for found in range(hits, sample + 1))
    return 1 - sum(hypergeometric(found, sample, marked, population) for found in range(hits))
