"""The rules of a plan: which rounds a row makes, what may be changed, and what a round lacks."""

from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules import Figures, Method, Status, planning
from varvet.registers.self_checks.rules.planning import Frequency, Progress, RowShape, Span
from varvet.registers.self_checks.rules.readiness import Lack, Standing, lacks_of
from varvet.registers.self_checks.rules.ready_plans import list_ready_plans, ready_plan

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
SPLIT_YEAR = Span(date(2025, 9, 1), date(2026, 8, 31))
TODAY = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("frequency", "count", "last"),
    [
        (Frequency.ONCE, 1, date(2026, 12, 31)),
        (Frequency.HALF_YEAR, 2, date(2026, 6, 30)),
        (Frequency.TERTIAL, 3, date(2026, 4, 30)),
        (Frequency.QUARTER, 4, date(2026, 3, 31)),
        (Frequency.MONTH, 12, date(2026, 1, 31)),
    ],
)
def test_a_year_is_cut_into_equal_parts(frequency: Frequency, count: int, last: date) -> None:
    found = planning.slots(frequency, YEAR, YEAR)
    assert (len(found), found[0].first, found[0].last, found[-1].last) == (count, YEAR.first, last, YEAR.last)


def test_a_quality_year_that_begins_in_september_has_its_own_tertials() -> None:
    found = planning.slots(Frequency.TERTIAL, SPLIT_YEAR, SPLIT_YEAR)
    assert [span.last for span in found] == [date(2025, 12, 31), date(2026, 4, 30), date(2026, 8, 31)]


def test_the_rows_own_days_cut_the_parts() -> None:
    found = planning.slots(Frequency.QUARTER, YEAR, Span(date(2026, 2, 15), date(2026, 7, 31)))
    assert found == [
        Span(date(2026, 2, 15), date(2026, 3, 31)),
        Span(date(2026, 4, 1), date(2026, 6, 30)),
        Span(date(2026, 7, 1), date(2026, 7, 31)),
    ]


def test_a_leap_february_is_one_month() -> None:
    year = Span(date(2028, 1, 1), date(2028, 12, 31))
    assert planning.slots(Frequency.MONTH, year, year)[1] == Span(date(2028, 2, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 1, 1), date(2027, 1, 1)),
        (date(2027, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2026, 12, 31), date(2027, 12, 31)),
        (date(2026, 4, 30), date(2027, 4, 30)),
    ],
)
def test_a_year_later_keeps_the_last_day_of_a_month(day: date, later: date) -> None:
    assert planning.a_year_later(day) == later


def test_progress_counts_each_round_once_and_says_it() -> None:
    rounds = [
        (Status.PERFORMED, date(2026, 3, 31)),
        (Status.ONGOING, date(2026, 6, 29)),
        (Status.PLANNED, date(2026, 6, 30)),
        (Status.NOT_DONE, date(2026, 3, 31)),
    ]
    found = planning.progress_of(rounds, TODAY, to_make=2)
    assert found == Progress(done=1, ongoing=1, waiting=1, not_done=1, late=1, to_make=2)
    assert str(planning.how_far(found)) == "Klara: 1 av 4. Pågår: 1. Inte påbörjade: 1. Blev inte av: 1."
    assert str(planning.how_far(Progress())) == "Omgångarna är inte skapade än."


@pytest.mark.parametrize(
    ("last", "late"), [(date(2026, 6, 29), True), (date(2026, 6, 30), False), (date(2026, 7, 1), False)]
)
def test_late_is_the_day_after_the_last(last: date, *, late: bool) -> None:
    assert planning.is_late(Status.PLANNED, last, TODAY) is late
    assert not planning.is_late(Status.PERFORMED, last, TODAY)


@pytest.mark.parametrize(
    ("span", "units", "field"),
    [
        (Span(date(2025, 12, 31), YEAR.last), {1}, "first_day"),
        (Span(YEAR.first, date(2027, 1, 1)), {1}, "last_day"),
        (Span(YEAR.last, YEAR.first), {1}, "last_day"),
        (YEAR, set(), "units"),
    ],
)
def test_a_row_lies_in_its_year_and_somewhere(span: Span, units: set[int], field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        planning.check_row(span, YEAR, 90, units)
    assert broken.value.field == field


def test_a_row_may_fill_its_year() -> None:
    planning.check_row(YEAR, YEAR, None, {1})


SHAPE = RowShape("a-1-1", Method.FILE_AUDIT, Frequency.ONCE, YEAR, frozenset({1, 2}))
MADE = Progress(waiting=2)


@pytest.mark.parametrize(
    "after",
    [
        replace(SHAPE, question="a-1-2"),
        replace(SHAPE, method=Method.SURVEY),
        replace(SHAPE, frequency=Frequency.MONTH),
        replace(SHAPE, span=Span(YEAR.first, date(2026, 6, 30))),
        replace(SHAPE, units=frozenset({1})),
    ],
)
def test_rounds_that_are_made_keep_what_they_measure(after: RowShape) -> None:
    planning.check_change(SHAPE, after, Progress(to_make=2))
    with pytest.raises(RuleBroken):
        planning.check_change(SHAPE, after, MADE)


def test_more_units_may_always_join() -> None:
    planning.check_change(SHAPE, replace(SHAPE, units=frozenset({1, 2, 3})), Progress(done=2))


@pytest.mark.parametrize(
    ("progress", "reason", "may"),
    [
        (Progress(to_make=2), "", True),
        (Progress(waiting=2), "", False),
        (Progress(waiting=2), "Behovet är borta.", True),
        (Progress(ongoing=1), "Behovet är borta.", False),
        (Progress(done=1), "Behovet är borta.", False),
    ],
)
def test_what_has_begun_is_not_struck_out(progress: Progress, reason: str, *, may: bool) -> None:
    if may:
        planning.check_remove(progress, reason)
        return
    with pytest.raises(RuleBroken):
        planning.check_remove(progress, reason)


@pytest.mark.parametrize(("year", "may"), [(2024, False), (2025, True), (2028, True), (2029, False)])
def test_a_plan_is_of_a_year_near_this(year: int, *, may: bool) -> None:
    if may:
        planning.check_year(year, 2026)
        return
    with pytest.raises(RuleBroken):
        planning.check_year(year, 2026)


WHOLE = Standing(
    Status.PERFORMED, Method.FILE_AUDIT, Figures(False, 40, 15, 14), is_analysed=True, is_decided=True, is_by_sex=True
)


@pytest.mark.parametrize(
    ("round_", "lacks"),
    [
        (WHOLE, []),
        (replace(WHOLE, status=Status.PLANNED), [Lack.NOT_DONE]),
        (replace(WHOLE, status=Status.ONGOING), [Lack.NOT_DONE]),
        (replace(WHOLE, status=Status.NOT_DONE, is_analysed=False), []),
        (replace(WHOLE, is_analysed=False), [Lack.NOT_ANALYSED]),
        (replace(WHOLE, is_decided=False), [Lack.NOT_DECIDED]),
        (replace(WHOLE, status=Status.NOT_DONE, is_decided=False), []),
        (replace(WHOLE, is_by_sex=False), [Lack.NOT_BY_SEX]),
        (replace(WHOLE, is_by_sex=False, method=Method.CHECKLIST), []),
        (replace(WHOLE, figures=Figures(False, 40, 9, 9)), [Lack.TOO_SMALL]),
        (replace(WHOLE, figures=Figures(False, 40, 10, 9)), []),
        (replace(WHOLE, figures=Figures(True, 7, 7, 7)), []),
        (replace(WHOLE, figures=Figures(False, stated_permille=450)), []),
        (
            replace(WHOLE, is_analysed=False, is_by_sex=False, figures=Figures(False, sample=3)),
            [Lack.NOT_ANALYSED, Lack.NOT_BY_SEX, Lack.TOO_SMALL],
        ),
    ],
)
def test_what_a_round_lacks(round_: Standing, lacks: list[Lack]) -> None:
    assert lacks_of(round_) == lacks


def test_brommas_plan_has_its_23_questions_with_their_gaps() -> None:
    rows = ready_plan("bromma").rows
    numbers = [row.number for row in rows]
    assert [sum(row.quality_area == area for row in rows) for area in "AEH"] == [10, 8, 5]
    assert len(set(numbers)) == 23
    assert not {"E.1.4", "E.3.1"} & set(numbers)
    assert all(row.goal.startswith(row.number[:3]) for row in rows)


def test_goteborgs_plan_has_its_five_controls() -> None:
    rows = ready_plan("goteborg").rows
    assert [row.method for row in rows] == [
        Method.FILE_AUDIT, Method.LOG_REVIEW, Method.FILE_AUDIT, Method.PAYMENT_CHECK, Method.PAYMENT_CHECK,
    ]  # fmt: skip


def test_every_ready_row_fits_its_fields() -> None:
    for row in (row for plan in list_ready_plans() for row in plan.rows):
        assert len(row.label) <= planning.LONGEST_QUESTION
        assert len(row.goal) <= planning.LONGEST_GOAL
        assert row.indicator.endswith(".")
        assert len(row.indicator) <= planning.LONGEST_INDICATOR


def test_there_is_no_plan_by_another_name() -> None:
    with pytest.raises(KeyError):
        ready_plan("../bromma")
