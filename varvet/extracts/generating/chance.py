"""Chance that is the same for the same seed, whatever the version of Python; and people who cannot exist."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)  # the period that the lists are about, and their day
T = TypeVar("T")


class Chance:
    """Only `random()` is used of the generator: its other methods have changed between versions."""

    def __init__(self, seed: int, what: str) -> None:
        self._dice = random.Random(f"{seed} {what}")  # noqa: S311 - made-up lists, the same every time

    def happens(self, share: float) -> bool:
        return self._dice.random() < share

    def below(self, most: int) -> int:
        return int(self._dice.random() * most)

    def skewed(self, most: int) -> int:
        """A few low numbers stand for much of it."""
        return int(self._dice.random() ** 2 * most)

    def one_of(self, words: Sequence[T]) -> T:
        return words[self.below(len(words))]

    def days(self, most: int) -> timedelta:
        return timedelta(days=self.below(most))

    def workday(self) -> date:
        """In the period, more seldom in July, never at a weekend."""
        while True:
            day = FIRST + self.days((LAST - FIRST).days + 1)
            if day.weekday() < 5 and (day.month != 7 or self.happens(0.4)):
                return day


def person(number: int) -> str:
    """A personal number that is nobody's: its check digit is wrong."""
    day = date(1940, 1, 1) + timedelta(days=number % 27_000)
    digits = f"{day:%y%m%d}{number // 27_000 % 1000:03}"
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    right = -sum(value // 10 + value % 10 for value in doubled) % 10
    return f"{day:%Y%m%d}-{digits[6:]}{(right + 1) % 10}"
