"""Chances the methods are built on, in logarithms so that they never overflow: binomial, hypergeometric, Student's t.

Sources: textbook formulas; the incomplete beta function by Lentz's continued fraction, Numerical Recipes, 6.4.
"""

import math
from collections.abc import Callable

TINY, CLOSE, STEPS = 1e-300, 1e-15, 300


def log_choose(whole: int, part: int) -> float:
    return math.lgamma(whole + 1) - math.lgamma(part + 1) - math.lgamma(whole - part + 1)


def binomial(hits: int, tries: int, chance: float) -> float:
    """P(exactly so many hits)."""
    if chance in {0.0, 1.0}:
        return float(hits == tries * chance)
    return math.exp(log_choose(tries, hits) + hits * math.log(chance) + (tries - hits) * math.log1p(-chance))


def hypergeometric(hits: int, sample: int, marked: int, population: int) -> float:
    """P(exactly so many marked in a sample of a population that holds `marked`)."""
    if hits > marked or sample - hits > population - marked or hits < 0:
        return 0.0
    ways = log_choose(marked, hits) + log_choose(population - marked, sample - hits)
    return math.exp(ways - log_choose(population, sample))


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _apart(1 - (a + b) * x / (a + 1))
    found = d
    for step in range(1, STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        for part in (even, odd):
            d, c = 1 / _apart(1 + part * d), _apart(1 + part / c)
            found *= c * d
        if abs(c * d - 1) < CLOSE:
            break
    return found


def _apart(value: float) -> float:
    return value if abs(value) > TINY else TINY


def t_quantile(freedom: float, chance: float = 0.975) -> float:
    """Student's t that is exceeded with a chance of 1 - `chance`; `chance` above one half."""
    tail = 2 * (1 - chance)
    x = crossing(lambda x: incomplete_beta(freedom / 2, 0.5, x) - tail, 0.0, 1.0)
    return math.sqrt(freedom * (1 - x) / x)


def beta_quantile(a: float, b: float, chance: float) -> float:
    return crossing(lambda x: incomplete_beta(a, b, x) - chance, 0.0, 1.0)


def crossing(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function passes zero, by halving."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
        if high - low <= 1e-14 * high:
            break
    return (low + high) / 2
