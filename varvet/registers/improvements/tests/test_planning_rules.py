"""The rules of planning, judging, reading measures and coming back, as truth tables."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.statistics.wordings import BY_CHANCE, NOT_BY_CHANCE
from varvet.registers.improvements import rules
from varvet.registers.improvements.rules import Change, Effect, How, Past, Plan, Reading, Span, Step
from varvet.registers.improvements.rules.readings import HIGHER, LOWER, NOT_MEASURED, TOO_FEW, UNCHANGED

DECIDED, DUE = date(2024, 2, 29), date(2024, 6, 30)
JUDGEMENT = Plan(How.JUDGEMENT, DUE, judge_id=2)
OWNER, OTHER, THIRD = 1, 2, 3


def code_of(raised: pytest.ExceptionInfo[RuleBroken]) -> tuple[str, str]:
    return raised.value.code, raised.value.field


@pytest.mark.parametrize(
    "plan",
    [
        JUDGEMENT,
        replace(JUDGEMENT, how=How.INDICATOR, indicator="Andel i tid", target="95 %"),
        replace(JUDGEMENT, how=How.MEASURE, measure="deviations.received"),
    ],
)
def test_a_whole_plan_is_taken(plan: Plan) -> None:
    rules.check_plan(plan, DECIDED, DUE)


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (replace(JUDGEMENT, due_on=DUE - timedelta(days=1)), "effect_on"),
        (replace(JUDGEMENT, how=How.INDICATOR, indicator="Andel i tid"), "indicator"),
        (replace(JUDGEMENT, how=How.INDICATOR, target="95 %"), "indicator"),
        (replace(JUDGEMENT, how=How.MEASURE), "measure"),
        (replace(JUDGEMENT, judge_id=None), "judge"),
    ],
)
def test_a_plan_that_lacks_something_is_refused_where_it_lacks(plan: Plan, field: str) -> None:
    with pytest.raises(RuleBroken) as raised:
        rules.check_plan(plan, DECIDED, DUE)
    assert raised.value.field == field


def test_without_a_last_day_the_effect_is_judged_no_earlier_than_the_decision() -> None:
    rules.check_plan(replace(JUDGEMENT, due_on=DECIDED), DECIDED, None)
    with pytest.raises(RuleBroken):
        rules.check_plan(replace(JUDGEMENT, due_on=DECIDED - timedelta(days=1)), DECIDED, None)


def test_nobody_is_planned_to_judge_their_own() -> None:
    rules.check_apart(OWNER, OTHER, field="judge")
    rules.check_apart(None, None, field="judge")
    with pytest.raises(RuleBroken) as raised:
        rules.check_apart(OWNER, OWNER, field="judge")
    assert code_of(raised) == ("improvement.judge.owner", "judge")


@pytest.mark.parametrize(
    ("owner", "by", "together", "code"),
    [
        (OWNER, OTHER, None, ""),
        (OWNER, OTHER, OWNER, ""),
        (OWNER, OWNER, OTHER, ""),
        (OWNER, OTHER, THIRD, ""),
        (None, OTHER, None, ""),
        (OWNER, OWNER, None, "improvement.judge.alone"),
        (OWNER, OTHER, OTHER, "improvement.judge.self"),
        (OWNER, OWNER, OWNER, "improvement.judge.self"),
        (None, OTHER, OTHER, "improvement.judge.self"),
    ],
)
def test_the_owner_does_not_judge_alone(owner: int | None, by: int, together: int | None, code: str) -> None:
    if not code:
        rules.check_judging(owner, by, together)
        return
    with pytest.raises(RuleBroken) as raised:
        rules.check_judging(owner, by, together)
    assert code_of(raised) == (code, "together_with")


def test_what_is_too_early_is_asked_again_on_a_day_to_come() -> None:
    rules.check_asked_again(Effect.TOO_EARLY, DECIDED + timedelta(days=1), DECIDED)
    rules.check_asked_again(Effect.TOO_EARLY, None, DECIDED)
    rules.check_asked_again(Effect.EFFECT, DECIDED, DECIDED)
    with pytest.raises(RuleBroken):
        rules.check_asked_again(Effect.TOO_EARLY, DECIDED, DECIDED)


def test_no_effect_says_what_is_done_instead() -> None:
    rules.check_next(Effect.NO_EFFECT, "Något annat")
    rules.check_next(Effect.EFFECT, "")
    for what in ("", " x ", "x" * 201):
        with pytest.raises(RuleBroken):
            rules.check_next(Effect.NO_EFFECT, what)


@pytest.mark.parametrize(
    "steps",
    [
        [Step(" ")],
        [Step("x" * 201)],
        [Step("Skriv", done_on=DECIDED + timedelta(days=1))],
        [Step("Skriv")] * 21,
    ],
)
def test_steps_that_cannot_be(steps: list[Step]) -> None:
    with pytest.raises(RuleBroken):
        rules.check_steps(steps, DECIDED)


def test_steps_that_can() -> None:
    rules.check_steps([Step("Skriv", done_on=DECIDED)] * 20, DECIDED)
    rules.check_steps([], DECIDED)


@pytest.mark.parametrize(
    "address", ["", "https://example.org/", "//example.org/", "/\\example.org", "/a\nb", "/" * 2001]
)
def test_an_origin_is_a_page_of_this_installation(address: str) -> None:
    with pytest.raises(RuleBroken):
        rules.check_origin_page("Siffran", address)


def test_an_origin_has_words() -> None:
    rules.check_origin_page("Siffran", "/siffror/?matt=x")
    for words in (" ", "x" * 201):
        with pytest.raises(RuleBroken):
            rules.check_origin_page(words, "/siffror/")


def test_spreading_to_units_that_have_it_not() -> None:
    rules.check_spreading([2, 3], [1], "")
    for wanted, taken, part in (([], [1], ""), ([1, 2], [1], ""), ([2], [1], rules.SPREAD)):
        with pytest.raises(RuleBroken):
            rules.check_spreading(wanted, taken, part)


def test_changing_nothing_is_refused() -> None:
    for change in (Change(owner_id=1), Change(due_on=DUE), Change(starts=True)):
        rules.check_change(change)
    with pytest.raises(RuleBroken):
        rules.check_change(Change())


# Before and after


def test_the_days_before_are_as_many_as_those_planned() -> None:
    assert rules.span_before(date(2024, 3, 1), date(2024, 3, 31)) == Span(date(2024, 1, 31), date(2024, 2, 29))
    assert rules.span_before(DECIDED, DECIDED).days == 1


def test_the_days_after_begin_when_it_is_in_place() -> None:
    assert rules.span_after(DUE, DUE + timedelta(days=10)) == Span(DUE + timedelta(days=1), DUE + timedelta(days=10))
    assert rules.span_after(DUE, DUE) == Span(DUE, DUE)


def share(part: int, whole: int) -> Reading:
    return Reading(Span(DECIDED, DUE), part / whole if whole else None, part, whole)


def number(value: float | None, days: int = 100) -> Reading:
    return Reading(Span(DECIDED, DECIDED + timedelta(days=days - 1)), value)


@pytest.mark.parametrize(
    ("before", "after", "direction", "chance"),
    [
        (share(16, 20), share(15, 20), LOWER, BY_CHANCE),
        (share(20, 100), share(80, 100), HIGHER, NOT_BY_CHANCE),
        (share(5, 10), share(5, 10), UNCHANGED, BY_CHANCE),
        (share(1, 9), share(9, 9), HIGHER, TOO_FEW),
        (number(40), number(10), LOWER, NOT_BY_CHANCE),
        (number(12), number(10), LOWER, BY_CHANCE),
        (number(5), number(4), LOWER, TOO_FEW),
        (number(20, days=100), number(10, days=50), UNCHANGED, BY_CHANCE),
    ],
)
def test_before_and_after_in_words(before: Reading, after: Reading, direction: str, chance: str) -> None:
    assert [one.wording for one in rules.compared(before, after)] == [direction, chance]


@pytest.mark.parametrize(("before", "after"), [(number(None), number(1)), (share(1, 2), number(1))])
def test_what_was_not_measured_is_not_compared(before: Reading, after: Reading) -> None:
    assert [one.wording for one in rules.compared(before, after)] == [NOT_MEASURED]


def test_an_interval_only_where_it_says_something() -> None:
    assert share(5, 9).interval is None
    assert number(20).interval is None
    around = share(5, 10).interval
    assert around is not None
    assert around.holds(0.5)


# Coming back

ONE = Past(pk=1, unit_id=1, area="A", cause="routine", first_year=2026, last_year=2026)


def earlier(year: int, **changed: object) -> Past:
    return replace(ONE, pk=year, first_year=year, last_year=year, **changed)  # type: ignore[arg-type]  # its fields


@pytest.mark.parametrize(
    ("others", "years"),
    [
        ([], 1),
        ([earlier(2025)], 2),
        ([earlier(2025), earlier(2024)], 3),
        ([earlier(2024)], 1),
        ([earlier(2027)], 1),
        ([earlier(2025, unit_id=2)], 1),
        ([earlier(2025, area="B")], 1),
        ([earlier(2025, cause="staffing")], 1),
        ([earlier(2025, cause="")], 2),
        ([replace(earlier(2025), first_year=2022)], 5),
    ],
)
def test_years_in_a_row(others: list[Past], years: int) -> None:
    assert rules.years_in_a_row(ONE, others) == years


def test_without_an_area_nothing_comes_back_but_its_own_years_count() -> None:
    one = replace(ONE, area="")
    assert rules.years_in_a_row(one, [earlier(2025, area="")]) == 1
    assert rules.years_in_a_row(replace(one, first_year=2025), []) == 2


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (1, ""),
        (2, "Andra året i rad för samma område i enheten"),
        (3, "Tredje året i rad för samma område i enheten"),
        (4, "4 år i rad för samma område i enheten"),
    ],
)
def test_what_is_told_of_the_years(years: int, said: str) -> None:
    assert str(rules.told(years) or "") == said
