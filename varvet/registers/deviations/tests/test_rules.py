"""The rules as truth tables, on the days where they turn."""

from datetime import date

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import rules
from varvet.registers.deviations.rules import Event, Status, When

TODAY = date(2024, 2, 29)  # leap day
ONE_WAY = {
    Event.ASSESS: ((Status.RECEIVED, Status.REOPENED), Status.ASSESSED),
    Event.INVESTIGATE: ((Status.ASSESSED,), Status.INVESTIGATING),
    Event.ACT: ((Status.INVESTIGATING, Status.FOLLOWING_UP), Status.ACTING),
    Event.FOLLOW_UP: ((Status.ACTING,), Status.FOLLOWING_UP),
    Event.CLOSE: ((Status.ASSESSED, Status.INVESTIGATING, Status.ACTING, Status.FOLLOWING_UP), Status.CLOSED),
    Event.REOPEN: ((Status.CLOSED, Status.NOT_DEVIATION, Status.DUPLICATE), Status.REOPENED),
    Event.REROUTE: ((Status.RECEIVED, Status.REOPENED, Status.ASSESSED), Status.RECEIVED),
    Event.DISMISS: ((Status.RECEIVED, Status.REOPENED, Status.ASSESSED), Status.NOT_DEVIATION),
    Event.DUPLICATE: ((Status.RECEIVED, Status.REOPENED, Status.ASSESSED), Status.DUPLICATE),
    Event.LEAVE: ((Status.ASSESSED, Status.INVESTIGATING, Status.ACTING, Status.FOLLOWING_UP), Status.ASSESSED),
}
LEADS_TO = {(event, source): target for event, (sources, target) in ONE_WAY.items() for source in sources}
ALL_OPEN = set(Status) - {Status.CLOSED, Status.NOT_DEVIATION, Status.DUPLICATE}
MAY_IN = {
    Event.CAUSES: {Status.INVESTIGATING},
    Event.JUDGE: {Status.FOLLOWING_UP},
    Event.JOIN: {Status.ASSESSED},
    Event.ASSIGN: ALL_OPEN,
    Event.WRITE: ALL_OPEN,
}


def code_of(broken: pytest.ExceptionInfo[RuleBroken]) -> tuple[str, str]:
    return broken.value.code, broken.value.field


@pytest.mark.parametrize("event", MAY_IN)
@pytest.mark.parametrize("status", Status)
def test_every_event_that_leads_to_no_state_of_its_own(event: Event, status: Status) -> None:
    assert rules.may(event, status) is (status in MAY_IN[event])


@pytest.mark.parametrize("event", ONE_WAY)
@pytest.mark.parametrize("status", Status)
def test_every_event_in_every_state(event: Event, status: Status) -> None:
    target = LEADS_TO.get((event, status))
    assert rules.may(event, status) is (target is not None)
    if target:
        assert rules.check_transition(event, status) == target
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_transition(event, status)
    assert broken.value.code == f"deviation.{event}.state"
    assert rules.STATUS_LABELS[status].lower() in broken.value.sentence


def test_every_state_and_event_has_its_words() -> None:
    assert set(rules.STATUS_LABELS) == set(Status)
    assert set(ONE_WAY) | set(MAY_IN) == set(Event)
    assert [t.event for t in rules.MOVES.transitions if t.label] == list(Event)
    assert set(rules.NATURE_LABELS) == set(rules.Nature)


def test_a_state_is_either_open_or_done() -> None:
    assert set(Status) - rules.OPEN == {Status.CLOSED, Status.NOT_DEVIATION, Status.DUPLICATE}


@pytest.mark.parametrize(
    ("when", "day", "code"),
    [
        pytest.param(When.JUST_NOW, None, "", id="just-now"),
        pytest.param(When.TODAY, None, "", id="today"),
        pytest.param(When.UNKNOWN, None, "", id="unknown"),
        pytest.param(When.OTHER, TODAY, "", id="other-day-is-today"),
        pytest.param(When.OTHER, date(2024, 2, 28), "", id="yesterday"),
        pytest.param(When.OTHER, date(2024, 3, 1), "deviation.when.future", id="tomorrow"),
        pytest.param(When.OTHER, None, "deviation.when.day", id="no-day"),
        pytest.param(When.TODAY, date(2024, 3, 1), "", id="a-day-left-in-the-form"),
    ],
)
def test_when_it_happened(when: When, day: date | None, code: str) -> None:
    if not code:
        rules.check_when(when, day, TODAY)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_when(when, day, TODAY)
    assert code_of(broken) == (code, "day")


@pytest.mark.parametrize(
    ("when", "day", "expected"),
    [
        (When.JUST_NOW, None, TODAY),
        (When.TODAY, None, TODAY),
        (When.TODAY, date(2024, 1, 1), TODAY),
        (When.OTHER, date(2024, 1, 1), date(2024, 1, 1)),
        (When.UNKNOWN, None, None),
        (When.UNKNOWN, date(2024, 1, 1), None),
    ],
)
def test_the_day_it_happened(when: When, day: date | None, expected: date | None) -> None:
    assert rules.event_day(when, day, TODAY) == expected


@pytest.mark.parametrize("assessed", [False, True])
@pytest.mark.parametrize("categorised", [False, True])
@pytest.mark.parametrize("told", [False, True])
def test_what_closing_needs(assessed: bool, categorised: bool, told: bool) -> None:  # noqa: FBT001 - a truth table
    progress = rules.Progress(Status.ASSESSED, assessed=assessed, categorised=categorised, told_reporter=told)
    items = rules.before_closing(progress)
    expected = {"Bedömning": assessed, "Typ av avvikelse": categorised, "Återkoppling till rapportören": told}
    assert {item.sentence: item.done for item in items} == expected
    assert [item.done for item in items] == sorted(item.done for item in items), "missing first"
    if assessed and categorised and told:
        rules.check_closing(items)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_closing(items)
    assert code_of(broken) == ("deviation.close.missing", items[0].place)
    assert items[0].sentence.lower() in broken.value.sentence


@pytest.mark.parametrize(
    ("count", "code"),
    [
        (-1, "deviation.tally.count"),
        (0, "deviation.tally.count"),
        (1, "deviation.tally.count"),
        (2, ""),
        (500, ""),
        (501, "deviation.tally.many"),
    ],
)
def test_how_many_a_tally_holds(count: int, code: str) -> None:
    if not code:
        rules.check_tally(date(2024, 2, 1), count, TODAY)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_tally(date(2024, 2, 1), count, TODAY)
    assert code_of(broken) == (code, "count")


@pytest.mark.parametrize(
    ("today", "allowed"),
    [
        pytest.param(date(2024, 2, 29), False, id="leap-day-before-the-month"),
        pytest.param(date(2024, 3, 1), True, id="first-day-of-the-month"),
        pytest.param(date(2024, 3, 31), True, id="last-day-of-the-month"),
        pytest.param(date(2025, 3, 1), True, id="a-year-after"),
        pytest.param(date(2023, 12, 31), False, id="new-years-eve-before"),
    ],
)
def test_the_month_of_a_tally_has_begun(today: date, allowed: bool) -> None:  # noqa: FBT001 - a truth table
    if allowed:
        rules.check_tally(date(2024, 3, 1), 2, today)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_tally(date(2024, 3, 1), 2, today)
    assert code_of(broken) == ("deviation.tally.month", "month")


@pytest.mark.parametrize(
    ("received", "month_end", "expected"),
    [
        pytest.param(TODAY, None, TODAY, id="a-report"),
        pytest.param(date(2024, 3, 15), TODAY, TODAY, id="a-tally-of-last-month"),
        pytest.param(TODAY, TODAY, TODAY, id="a-tally-on-the-last-day"),
        pytest.param(date(2024, 2, 10), TODAY, date(2024, 2, 10), id="a-tally-of-a-month-under-way"),
    ],
)
def test_the_day_it_counts_on(received: date, month_end: date | None, expected: date) -> None:
    assert rules.counted_on(received, month_end) == expected


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("", "deviation.what.empty"),
        ("  \n ", "deviation.what.empty"),
        ("ab", "deviation.what.empty"),
        ("abc", ""),
        ("å" * 20_000, ""),
        ("å" * 20_001, "deviation.what.long"),
    ],
    ids=["empty", "blank", "two", "three", "as-long-as-may-be", "too-long"],
)
def test_what_is_told(what: str, code: str) -> None:
    if not code:
        rules.check_words(what)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_words(what)
    assert code_of(broken) == (code, "what")


@pytest.mark.parametrize("sentence", [*rules.STATUS_LABELS.values(), *rules.NATURE_LABELS.values()])
def test_labels_are_words_not_codes(sentence: str) -> None:
    assert sentence[0].isupper()
    assert "_" not in sentence
