"""Whether something has changed: the same files seen again, two samples by their exact chance, many at once."""

from collections.abc import Sequence

from varvet.kernel.statistics.chances import binomial, hypergeometric
from varvet.kernel.statistics.shares import Share

ALIKE = 1 + 1e-7  # chances this near count as the same, as in R's fisher.test


def mcnemar(better: int, worse: int) -> float:
    """Two-sided p when the same files are reviewed again: so many went from no to yes, so many from yes to no.

    Source: the exact binomial form of McNemar (1947).
    """
    changed = better + worse
    if not changed:
        return 1.0
    tail = sum(binomial(hits, changed, 0.5) for hits in range(min(better, worse) + 1))
    return min(1.0, 2 * tail)


def fisher(now: Share, before: Share) -> float:
    """Two-sided p of Fisher's exact test of two shares. Source: Fisher (1935); tables no likelier than the seen one."""
    hits, sample, population = now[0] + before[0], now[1], now[1] + before[1]
    chances = [hypergeometric(found, sample, hits, population) for found in range(min(hits, sample) + 1)]
    return min(1.0, sum(chance for chance in chances if chance <= chances[now[0]] * ALIKE))


def holm(chances: Sequence[float], alpha: float = 0.05) -> list[bool]:
    """Which of many comparisons hold when their number is taken into account. Source: Holm (1979)."""
    order = sorted(range(len(chances)), key=lambda place: chances[place])
    held = [False] * len(chances)
    for step, place in enumerate(order):
        if chances[place] > alpha / (len(chances) - step):
            break
        held[place] = True
    return held


def expected_by_chance(comparisons: int, alpha: float = 0.05) -> float:
    """How many comparisons stand out although nothing has changed."""
    return comparisons * alpha
