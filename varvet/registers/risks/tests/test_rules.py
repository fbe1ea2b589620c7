"""The levels, and the days that border on what is allowed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui import matrix
from varvet.registers.risks import rules
from varvet.registers.risks.rules import Event, Level, Score, Status

TODAY = date(2026, 3, 16)
LATEST = date(2027, 3, 16)


@pytest.mark.parametrize(
    ("product", "level"), [(1, "low"), (7, "low"), (8, "medium"), (14, "medium"), (15, "high"), (25, "high")]
)
def test_levels(product: int, level: str) -> None:
    assert rules.level_of(product) == level


def test_the_levels_are_those_of_the_matrix() -> None:
    for consequence in matrix.SCALE:
        for probability in matrix.SCALE:
            assert Score(consequence, probability).level == matrix.level_of(consequence, probability)
    assert set(rules.LEVEL_LABELS) == set(Level) == set(matrix.LEVELS)


@pytest.mark.parametrize("score", [Score(0, 3), Score(6, 1), Score(1, 6), Score(3, 0)])
def test_a_score_is_two_numbers_from_one_to_five(score: Score) -> None:
    with pytest.raises(RuleBroken):
        rules.check_score(score)


def test_after_measures_a_risk_is_no_higher() -> None:
    rules.check_residual(Score(3, 4), Score(4, 3))
    rules.check_residual(None, Score(5, 5))
    with pytest.raises(RuleBroken, match="inte vara högre"):
        rules.check_residual(Score(3, 4), Score(5, 3))


@pytest.mark.parametrize("check", [rules.check_review, rules.check_acceptance])
def test_days_to_come(check: Callable[[date, date, date], None]) -> None:
    for right in (TODAY + timedelta(days=1), LATEST):
        check(right, LATEST, TODAY)
    for wrong in (TODAY, LATEST + timedelta(days=1)):
        with pytest.raises(RuleBroken):
            check(wrong, LATEST, TODAY)


def test_the_last_day_still_holds() -> None:
    assert not rules.is_expired(TODAY, TODAY)
    assert rules.is_expired(TODAY, TODAY + timedelta(days=1))
    assert not rules.is_expired(None, TODAY)


@pytest.mark.parametrize(
    ("event", "states"),
    [
        (Event.ASSESS, "identified assessed treated accepted"),
        (Event.TREAT, "assessed treated accepted"),
        (Event.ACCEPT, "assessed treated accepted"),
        (Event.REVIEW, "assessed treated accepted"),
        (Event.OCCUR, "identified assessed treated accepted"),
        (Event.DESCRIBE, "identified assessed treated accepted"),
        (Event.ASSIGN, "identified assessed treated accepted"),
        (Event.CLOSE, "identified assessed treated accepted"),
        (Event.REOPEN, "closed"),
    ],
)
def test_what_may_be_done_when(event: Event, states: str) -> None:
    assert {status for status in Status if rules.may(event, status)} == set(states.split())
