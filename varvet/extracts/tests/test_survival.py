"""Shares with open cases: against figures worked out by hand, Greenwood's variance and a world whose end is known."""

import math
import random

import pytest

from varvet.extracts.checks.shapes import Over
from varvet.extracts.checks.survival import Life, by_deadline, curve, followed, wilson

ENDED, LEFT, OPEN = Over.ENDED, Over.LEFT, Over.OPEN

# Freireich's 6-MP arm (1963), the textbook's example: weeks, and whether the remission ended.
WEEKS = {6: (3, 1), 7: (1, 0), 9: (0, 1), 10: (1, 1), 11: (0, 1), 13: (1, 0), 16: (1, 0), 17: (0, 1)}
WEEKS |= {19: (0, 1), 20: (0, 1), 22: (1, 0), 23: (1, 0), 25: (0, 1), 32: (0, 2), 34: (0, 1), 35: (0, 1)}
KNOWN = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
KNOWN_ERRORS = {6: 0.0764, 7: 0.0869, 10: 0.0963, 13: 0.1068, 16: 0.1141, 22: 0.1282, 23: 0.1346}


def freireich() -> list[Life]:
    return [Life(week, over, n) for week, (e, o) in WEEKS.items() for over, n in ((ENDED, e), (OPEN, o)) if n]


def test_the_textbook_curve() -> None:
    steps = {step.days: step for step in curve(freireich())}
    assert {week: round(1 - step.share, 3) for week, step in steps.items()} == KNOWN
    assert {week: round(math.sqrt(step.variance), 4) for week, step in steps.items()} == KNOWN_ERRORS


def test_without_open_cases_it_is_the_plain_share() -> None:
    lives = [Life(-3, ENDED, 6), Life(0, ENDED, 1), Life(2, ENDED, 2), Life(40, OPEN, 1)]
    found = by_deadline(lives)
    assert found is not None
    assert found.share == pytest.approx(0.7)
    assert found.low < 0.7 < found.high


def test_another_end_is_neither_kept_nor_waited_for() -> None:
    """Four of ten leave on day -5; of the six that stay, three end in time: three of ten, not three of six."""
    found = by_deadline([Life(-5, LEFT, 4), Life(-2, ENDED, 3), Life(9, OPEN, 3)])
    assert found is not None
    assert found.share == pytest.approx(0.3)


def test_what_ends_on_a_day_comes_before_what_is_last_seen_then() -> None:
    found = by_deadline([Life(-1, ENDED, 1), Life(-1, OPEN, 1)])
    assert found is not None
    assert found.share == pytest.approx(0.5)


def test_the_known_end_of_a_world_that_slows_down() -> None:
    """Of late the work takes longer; on the list's day many are open. The curve finds what closed cases hide."""
    dice = random.Random(4)  # noqa: S311 - the same world every time
    lives, in_time, closed, closed_in_time = [], 0, 0, 0
    for _ in range(20_000):
        since, takes = dice.randrange(200), round(dice.expovariate(1 / 90))
        in_time += takes <= 120
        ended = takes <= since
        lives.append(Life(min(takes, since) - 120, ENDED if ended else OPEN, 1))
        closed += ended
        closed_in_time += ended and takes <= 120
    found = by_deadline(lives)
    assert found is not None
    assert found.low < in_time / 20_000 < found.high
    assert closed_in_time / closed > found.high + 0.05


def test_nothing_and_nothing_ended() -> None:
    assert by_deadline([]) is None
    found = by_deadline([Life(-3, OPEN, 5)])
    assert found is not None
    assert (found.share, found.low) == (0, 0)
    assert found.high == pytest.approx(wilson(0, 5).high)


@pytest.mark.parametrize("cases", range(2, 60))
def test_when_the_last_one_followed_ended_there_is_no_interval_to_break(cases: int) -> None:
    """Sums of sevenths and the like end a hair from 1."""
    lives = [Life(-90 + day, OPEN if day % 7 == 1 else ENDED, 1) for day in range(cases)]
    found = by_deadline([*lives, Life(-1, ENDED, 1)])
    assert found is not None
    assert found.share == pytest.approx(1)
    assert 0 <= found.low <= found.high <= 1 + 1e-9


def test_followed_to_the_deadline() -> None:
    assert followed([Life(-3, OPEN, 5), Life(0, OPEN, 2), Life(4, OPEN, 1), Life(-9, ENDED, 3)]) == 6


@pytest.mark.parametrize(
    ("met", "whole", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (15, 20, 0.5313, 0.8881)]
)
def test_wilson(met: int, whole: int, low: float, high: float) -> None:
    share = wilson(met, whole)
    assert share.low == pytest.approx(low, abs=1e-4)
    assert share.high == pytest.approx(high, abs=1e-4)
