"""When what is repeated is due, on the border days; and what may be written of it."""

from collections.abc import Callable
from datetime import date

import pytest

from varvet.kernel.law.days import is_working_day
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.activities import rules
from varvet.registers.activities.rules import MONTHS, Repeat, Rule, Span, shipped_wheel, slots

CALENDAR = Span(date(2026, 1, 1), date(2026, 12, 31))
GOTEBORG = Span(date(2025, 9, 1), date(2026, 8, 31))


def due(rule: Rule, *years: Span) -> list[str]:
    return [slot.due.isoformat() for slot in slots(rule, years)]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (Rule(Repeat.YEAR, 2, 31), ["2026-03-02"]),  # the month's last day is a Saturday
        (Rule(Repeat.YEAR, 12, 24), ["2026-12-28"]),  # julafton, juldagen, annandagen and a Sunday
        (Rule(Repeat.YEAR, 6, 19), ["2026-06-22"]),  # midsommarafton
        (Rule(Repeat.YEAR, 3, 29), ["2026-03-30"]),  # the clocks go forward on a Sunday
        (Rule(Repeat.YEAR, 10, 26), ["2026-10-26"]),  # the day after they go back
        (Rule(Repeat.HALF_YEAR, 1, 15), ["2026-01-15", "2026-07-15"]),
        (Rule(Repeat.TERTIAL, 4, 20), ["2026-04-20", "2026-08-20", "2026-12-21"]),
        (Rule(Repeat.QUARTER, 3, 31), ["2026-03-31", "2026-06-30", "2026-09-30", "2027-01-04"]),
        (Rule(Repeat.ONCE, on=date(2026, 5, 1)), ["2026-05-04"]),
        (Rule(Repeat.ONCE), []),
    ],
)
def test_a_day_in_each_part_and_never_a_day_off(rule: Rule, days: list[str]) -> None:
    assert due(rule, CALENDAR) == days


def test_every_month_has_its_last_day() -> None:
    found = slots(Rule(Repeat.MONTH, 1, 31), [CALENDAR])
    assert len(found) == 12
    assert [slot.period.month for slot in found] == list(range(1, 13))
    assert all(is_working_day(slot.due) for slot in found)


def test_the_quality_year_decides_the_parts_but_not_the_calendars_months() -> None:
    assert due(Rule(Repeat.TERTIAL, 1, 15), GOTEBORG) == ["2025-09-15", "2026-01-15", "2026-05-15"]
    assert due(Rule(Repeat.HALF_YEAR, 6, 28), GOTEBORG) == ["2026-03-02", "2026-08-28"]
    assert due(Rule(Repeat.YEAR, 2, 27), GOTEBORG) == ["2026-02-27"]
    assert due(Rule(Repeat.YEAR, 10, 1), GOTEBORG) == ["2025-10-01"]


def test_a_year_that_was_made_longer_or_shorter() -> None:
    longer = Span(date(2025, 1, 1), date(2026, 8, 31))
    shorter = Span(date(2025, 9, 1), date(2025, 12, 31))
    assert due(Rule(Repeat.YEAR, 2, 10), longer) == ["2025-02-10"]
    assert due(Rule(Repeat.YEAR, 2, 10), shorter) == []
    assert due(Rule(Repeat.HALF_YEAR, 6, 10), shorter) == ["2025-12-10"]


def test_what_is_shipped_is_right_and_differs() -> None:
    wheel = shipped_wheel()
    assert len({ready.code for ready in wheel}) == len(wheel) >= 14
    for ready in wheel:
        rules.check_name(ready.name)
        rules.check_rule(ready.rule)
        assert len(due(ready.rule, CALENDAR)) == 12 // MONTHS[ready.rule.repeat]
        assert len(f"shipped:{ready.code}") <= 64
        assert ready.since


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (lambda: rules.check_name("  "), "activity.name.empty"),
        (lambda: rules.check_name("Samtal om 811218-9876"), "activity.name.person"),
        (lambda: rules.check_reason(""), "activity.reason.empty"),
        (lambda: rules.check_reason("811218-9876 är sjuk"), "activity.reason.person"),
        (lambda: rules.check_rule(Rule(Repeat.ONCE)), "activity.on.none"),
        (lambda: rules.check_rule(Rule(Repeat.QUARTER, 4, 1)), "activity.month"),
        (lambda: rules.check_rule(Rule(Repeat.YEAR, 1, 0)), "activity.day"),
        (lambda: rules.check_span(date(2026, 2, 2), date(2026, 2, 1)), "activity.span"),
        (lambda: rules.check_done(date(2026, 2, 2), date(2026, 2, 1)), "activity.done.ahead"),
        (lambda: rules.check_moved(date(2026, 2, 2), date(2026, 2, 2), date(2026, 2, 1)), "activity.move.same"),
        (lambda: rules.check_moved(date(2026, 2, 2), date(2026, 1, 2), date(2026, 2, 1)), "activity.move.past"),
    ],
)
def test_what_is_refused(broken: Callable[[], None], code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        broken()
    assert refused.value.code == code


def test_what_is_right_is_let_through() -> None:
    rules.check_rule(Rule(Repeat.ONCE, on=date(2026, 2, 2)))
    rules.check_rule(Rule(Repeat.YEAR, 12, 31))
    rules.check_span(date(2026, 2, 2), None)
    rules.check_done(date(2026, 2, 2), date(2026, 2, 2))
    rules.check_moved(date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 3))
    assert rules.may(rules.Event.MOVE, "planned")
    assert not rules.may(rules.Event.MOVE, "done")
