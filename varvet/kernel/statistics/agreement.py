"""How far two or more reviewers judge alike."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations

from varvet.kernel.statistics.shares import Z_95, Interval

Judged = Sequence[str | None]  # one file's judgements, a place for each reviewer; None where one did not judge
Distance = Callable[[int, int], float]


@dataclass(frozen=True)
class Kappa:
    """`alike`: the share judged alike. `value` None when chance alone explains all, since all judged the same."""

    alike: float
    value: float | None
    interval: Interval | None


def kappa(pairs: Sequence[tuple[str, str]]) -> Kappa:
    """Cohen's kappa of two reviewers with a 95 % interval. Source: Cohen (1960); Fleiss, Cohen & Everitt (1969)."""
    if not pairs:
        raise ValueError("nothing has been judged twice")
    count = len(pairs)
    cells = {pair: times / count for pair, times in Counter(pairs).items()}
    first = {word: times / count for word, times in Counter(one for one, _ in pairs).items()}
    second = {word: times / count for word, times in Counter(two for _, two in pairs).items()}
    alike = sum(share for (one, two), share in cells.items() if one == two)
    chance = sum(share * second.get(word, 0.0) for word, share in first.items())
    if chance >= 1:
        return Kappa(alike, None, None)
    value = (alike - chance) / (1 - chance)
    on = sum(
        share * (1 - (first[one] + second[one]) * (1 - value)) ** 2 for (one, two), share in cells.items() if one == two
    )
    off = (1 - value) ** 2 * sum(
        share * (second.get(one, 0.0) + first.get(two, 0.0)) ** 2 for (one, two), share in cells.items() if one != two
    )
    spread = max(0.0, on + off - (value - chance * (1 - value)) ** 2)
    half = Z_95 * math.sqrt(spread / count) / (1 - chance)
    return Kappa(alike, value, Interval(max(-1.0, value - half), min(1.0, value + half)))


def alpha(files: Sequence[Judged], order: Sequence[str] = ()) -> float | None:
    """Krippendorff's alpha: any number of reviewers, gaps allowed; None when all judged the same.

    `order` ranks the judgements from low to high; without it they are only names. Source: Krippendorff, Computing
    Krippendorff's Alpha-Reliability (2011), the coincidence matrix.
    """
    judged = [[word for word in file if word is not None] for file in files]
    words = tuple(order) or tuple(sorted({word for file in judged for word in file}))
    place = {word: number for number, word in enumerate(words)}
    together: Counter[tuple[int, int]] = Counter()
    weights: dict[tuple[int, int], float] = {}
    for file in judged:
        together.update((place[one], place[two]) for one, two in permutations(file, 2))
        for pair, times in together.items():
            weights[pair] = weights.get(pair, 0.0) + times / (len(file) - 1)
        together.clear()
    sums = [sum(weight for (one, _), weight in weights.items() if one == number) for number in range(len(words))]
    apart = _ranked(sums) if order else _named
    whole = sum(sums)
    expected = sum(sums[one] * sums[two] * apart(one, two) for one in range(len(words)) for two in range(len(words)))
    if not expected:
        return None
    seen = sum(weight * apart(one, two) for (one, two), weight in weights.items())
    return 1 - (whole - 1) * seen / expected


def _named(one: int, two: int) -> float:
    return float(one != two)


def _ranked(sums: Sequence[float]) -> Distance:
    def apart(one: int, two: int) -> float:
        low, high = min(one, two), max(one, two)
        return float((sum(sums[low : high + 1]) - (sums[low] + sums[high]) / 2) ** 2)

    return apart
