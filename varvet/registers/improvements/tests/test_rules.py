"""The rules of improvements as truth tables."""

from datetime import date, timedelta

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.improvements import rules
from varvet.registers.improvements.rules import Days, Effect, Event, Status

TODAY = date(2024, 2, 29)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
ALLOWED = {
    (Event.START, Status.PLANNED),
    (Event.CARRY_OUT, Status.PLANNED),
    (Event.CARRY_OUT, Status.ONGOING),
    (Event.JUDGE, Status.DONE),
    (Event.GIVE_UP, Status.PLANNED),
    (Event.GIVE_UP, Status.ONGOING),
    (Event.CARRY_OVER, Status.PLANNED),
    (Event.CARRY_OVER, Status.ONGOING),
    *((event, status) for event in (Event.EDIT, Event.STEPS) for status in (Status.PLANNED, Status.ONGOING)),
    *((event, status) for event in (Event.PLAN, Event.SPREAD) for status in rules.STEPS),
}


@pytest.mark.parametrize("event", Event)
@pytest.mark.parametrize("status", Status)
def test_what_may_happen_in_each_state(event: Event, status: Status) -> None:
    assert rules.may(event, status, "") is ((event, status) in ALLOWED)


@pytest.mark.parametrize(("event", "status"), sorted(ALLOWED))
def test_what_may_happen_is_not_refused(event: Event, status: Status) -> None:
    rules.check_event(event, status, "")


@pytest.mark.parametrize(
    ("event", "status", "effect", "code"),
    [
        (Event.START, Status.DONE, "", "improvement.start.state"),
        (Event.CARRY_OUT, Status.NOT_FEASIBLE, "", "improvement.carry_out.state"),
        (Event.JUDGE, Status.PLANNED, "", "improvement.judge_effect.state"),
        (Event.JUDGE, Status.DONE, Effect.EFFECT, "improvement.judge_effect.settled"),
        (Event.JUDGE, Status.DONE, Effect.NO_EFFECT, "improvement.judge_effect.settled"),
        (Event.CARRY_OVER, Status.DONE, "", "improvement.carry_over.state"),
    ],
)
def test_refusals_name_their_rule(event: Event, status: Status, effect: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_event(event, status, effect)
    assert broken.value.code == code


def test_an_effect_too_early_to_say_is_asked_again() -> None:
    assert rules.may(Event.JUDGE, Status.DONE, Effect.TOO_EARLY)


@pytest.mark.parametrize("what", ["", "  ", "ab", "x" * 201])
def test_what_must_be_a_line(what: str) -> None:
    with pytest.raises(RuleBroken):
        rules.check_what(what)


@pytest.mark.parametrize("what", ["abc", "x" * 200])
def test_what_that_fits(what: str) -> None:
    rules.check_what(what)


@pytest.mark.parametrize(
    ("decided", "due", "code"),
    [
        (TOMORROW, None, "improvement.decided.future"),
        (TODAY, YESTERDAY, "improvement.due.early"),
        (TODAY, TODAY, ""),
        (TODAY, None, ""),
    ],
)
def test_days_of_a_decision(decided: date, due: date | None, code: str) -> None:
    assert code_of(lambda: rules.check_decision(decided, due, TODAY)) == code


@pytest.mark.parametrize(
    ("carried_out", "code"),
    [
        (TOMORROW, "improvement.carried_out.future"),
        (TODAY, ""),
        (YESTERDAY, ""),
        (YESTERDAY - timedelta(days=1), "improvement.carried_out.early"),
    ],
)
def test_day_it_was_carried_out(carried_out: date, code: str) -> None:
    assert code_of(lambda: rules.check_carried_out(carried_out, YESTERDAY, TODAY)) == code


@pytest.mark.parametrize(
    ("effect", "words", "code"),
    [
        (Effect.EFFECT, " ", "improvement.effect.words"),
        (Effect.NO_EFFECT, "", "improvement.effect.words"),
        (Effect.TOO_EARLY, "", ""),
        (Effect.EFFECT, "x" * 300, ""),
        (Effect.EFFECT, "x" * 301, "improvement.effect.long"),
    ],
)
def test_an_effect_is_shown_by_something(effect: Effect, words: str, code: str) -> None:
    assert code_of(lambda: rules.check_effect(effect, words)) == code


@pytest.mark.parametrize(
    ("target", "reason", "code"),
    [
        (Status.DONE, "Skäl", "improvement.give_up.target"),
        (Status.NOT_FEASIBLE, " ", "improvement.give_up.reason"),
        (Status.NOT_FEASIBLE, "Skäl", ""),
        (Status.IN_RISK_PICTURE, "Skäl", ""),
    ],
)
def test_giving_up(target: Status, reason: str, code: str) -> None:
    assert code_of(lambda: rules.check_giving_up(target, reason)) == code


@pytest.mark.parametrize(
    ("year", "reason", "code"),
    [
        (2024, "Skäl", "improvement.carry_over.year"),
        (2025, "Skäl", ""),
        (2029, "Skäl", ""),
        (2030, "Skäl", "improvement.carry_over.year"),
        (2025, "", "improvement.carry_over.reason"),
    ],
)
def test_carrying_over(year: int, reason: str, code: str) -> None:
    assert code_of(lambda: rules.check_carrying_over(year, 2024, reason)) == code


@pytest.mark.parametrize(
    ("status", "days", "effect", "code"),
    [
        (Status.PLANNED, Days(TODAY), "", ""),
        (Status.DONE, Days(TODAY), "", "improvement.history.done"),
        (Status.PLANNED, Days(TODAY, carried_out_on=TODAY), "", "improvement.history.done"),
        (Status.DONE, Days(TODAY, carried_out_on=TODAY), Effect.EFFECT, "improvement.history.effect"),
        (Status.DONE, Days(TODAY, carried_out_on=TODAY, effect_judged_on=TODAY), "", "improvement.history.effect"),
        (Status.ONGOING, Days(TODAY, effect_judged_on=TODAY), Effect.EFFECT, "improvement.history.judged"),
        (Status.DONE, Days(TODAY, carried_out_on=YESTERDAY), "", "improvement.history.order"),
        (Status.DONE, Days(TODAY, carried_out_on=TODAY, effect_judged_on=TODAY), Effect.EFFECT, ""),
    ],
)
def test_history_agrees_with_itself(status: Status, days: Days, effect: str, code: str) -> None:
    assert code_of(lambda: rules.check_days(status, days, effect)) == code


@pytest.mark.parametrize(
    ("status", "days", "state"),
    [
        (Status.DONE, Days(TODAY, TODAY, TODAY), Status.DONE),
        (Status.DONE, Days(YESTERDAY, YESTERDAY, TOMORROW), Status.ONGOING),
        (Status.DONE, Days(YESTERDAY, None, TOMORROW), Status.PLANNED),
        (Status.ONGOING, Days(YESTERDAY, TOMORROW), Status.PLANNED),
        (Status.IN_RISK_PICTURE, Days(YESTERDAY, given_up_on=TODAY), Status.IN_RISK_PICTURE),
        (Status.NOT_FEASIBLE, Days(YESTERDAY, YESTERDAY, given_up_on=TOMORROW), Status.ONGOING),
    ],
)
def test_state_at_the_end_of_a_day(status: Status, days: Days, state: Status) -> None:
    assert rules.state_on(status, days, TODAY) is state


def code_of(asked: object) -> str:
    """The rule that was broken, empty when none was."""
    assert callable(asked)
    try:
        asked()
    except RuleBroken as broken:
        return broken.code
    return ""
