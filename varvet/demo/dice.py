"""Chance that falls the same way every time: seeded, and built on nothing that changes between Python versions."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Only `random()` is used of the library: Python promises its sequence for a seed, not that of the others."""

    def __init__(self, seed: str) -> None:
        self._source = Random(int.from_bytes(sha256(seed.encode()).digest()))  # noqa: S311 - a demo, not a secret

    def below(self, limit: int) -> int:
        """A whole number from 0 up to, not including, the limit."""
        return int(self._source.random() * limit)

    def between(self, low: int, high: int) -> int:
        """Both ends included."""
        return low + self.below(high - low + 1)

    def chance(self, share: float) -> bool:
        return self._source.random() < share

    def pick(self, among: Sequence[T]) -> T:
        return among[self.below(len(among))]

    def weighted(self, weights: Mapping[T, float]) -> T:
        left = self._source.random() * sum(weights.values())
        for value, weight in weights.items():
            left -= weight
            if left < 0:
                return value
        return list(weights)[-1]

    def shuffled(self, values: Sequence[T]) -> list[T]:
        found = list(values)
        for last in range(len(found) - 1, 0, -1):
            other = self.below(last + 1)
            found[last], found[other] = found[other], found[last]
        return found

    def deal(self, counts: Mapping[T, int]) -> list[T]:
        """Each value as many times as its count says, in mixed order."""
        return self.shuffled([value for value, count in counts.items() for _ in range(count)])
