"""Which rung is reached on which day: before, on, after, again, and above."""

from datetime import date

import pytest

from varvet.kernel.deadlines.ladder import Ladder, Rung, Step, ladder_on, reached
from varvet.kernel.organisation.terms import read_terms

LADDER = Ladder(before=1, again=7, above=5)
DUE = date(2026, 3, 19)  # a Thursday
ABOVE = Step(Rung.ABOVE)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2026, 3, 17), [], id="two-days-before"),
        pytest.param(date(2026, 3, 18), [Step(Rung.BEFORE)], id="the-working-day-before"),
        pytest.param(date(2026, 3, 19), [Step(Rung.DUE)], id="the-last-day"),
        pytest.param(date(2026, 3, 20), [Step(Rung.OVERDUE, 1)], id="the-day-after"),
        pytest.param(date(2026, 3, 25), [Step(Rung.OVERDUE, 1)], id="four-working-days-after"),
        pytest.param(date(2026, 3, 26), [Step(Rung.OVERDUE, 1), ABOVE], id="five-working-days-after"),
        pytest.param(date(2026, 3, 27), [Step(Rung.OVERDUE, 2), ABOVE], id="a-week-later-again"),
        pytest.param(date(2026, 4, 3), [Step(Rung.OVERDUE, 3), ABOVE], id="and-again"),
        pytest.param(date(2027, 3, 19), [Step(Rung.OVERDUE, 53), ABOVE], id="a-year"),
    ],
)
def test_each_day_has_its_rung(today: date, expected: list[Step]) -> None:
    assert reached(DUE, today, LADDER) == expected


def test_before_a_monday_is_the_friday() -> None:
    monday = date(2026, 3, 23)
    assert reached(monday, date(2026, 3, 20), LADDER) == [Step(Rung.BEFORE)]
    assert reached(monday, date(2026, 3, 19), LADDER) == []


@pytest.mark.django_db
def test_the_shipped_ladder() -> None:
    assert ladder_on(read_terms(None), DUE) == LADDER
