"""Truth tables of the rules: every event in every state, every ending, every course with every state."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback import rules
from varvet.registers.feedback.rules import Course, Event, Progress, Sort, Status

S, E = Status, Event
DAY = date(2026, 3, 16)
NEXT = DAY + timedelta(days=1)
READY = Progress(Sort.COMPLAINT, answered=True, categorised=True, unread=False, unweighed=False, questions=0)
# event: where it may happen and what it leads to, None where the state stays; everywhere else it is refused
LEADS = {
    E.ANSWER: ({S.RECEIVED, S.REOPENED}, S.ANSWERED),
    E.CLOSE: ({S.RECEIVED, S.ANSWERED, S.REOPENED}, S.CLOSED),
    E.REOPEN: ({S.ANSWERED, S.CLOSED}, S.REOPENED),
    E.ASK: ({S.RECEIVED, S.ANSWERED, S.REOPENED}, None),
    E.ADD: ({S.RECEIVED, S.ANSWERED, S.REOPENED}, None),
    E.JUDGE: ({S.ANSWERED, S.CLOSED}, None),
    E.SETTLE: ({S.RECEIVED, S.ANSWERED, S.REOPENED}, S.CLOSED),
    E.ASK_OTHER: ({S.RECEIVED, S.ANSWERED, S.REOPENED}, None),
    E.ASSIGN: ({S.RECEIVED, S.ANSWERED, S.REOPENED}, None),
    E.LEAVE: ({S.RECEIVED, S.ANSWERED, S.REOPENED}, None),
    E.MOVE: ({S.RECEIVED, S.REOPENED}, None),
    E.JOIN: ({S.RECEIVED, S.REOPENED}, None),
    **dict.fromkeys([E.CATEGORISE, E.NOTE, E.READ, E.REGISTER, E.REGISTER_ANSWER, E.GIVE_CODE], (set(S), None)),
}
# state: is it answered, is it closed
FITS = {
    S.RECEIVED: {(False, False)},
    S.ANSWERED: {(True, False)},
    S.CLOSED: {(False, True), (True, True)},
    S.REOPENED: {(False, False), (True, False)},
}


@pytest.mark.parametrize(("event", "status"), list(product(Event, Status)))
def test_each_event_in_each_state(event: Event, status: Status) -> None:
    sources, target = LEADS[event]
    assert rules.may(event, status) == (status in sources)
    if status in sources:
        rules.check_event(event, status)
        assert target is None or rules.check_transition(event, status) == target
        return
    with pytest.raises(RuleBroken) as error:
        rules.check_event(event, status)
    assert error.value.code == f"feedback.{event}.state"


@pytest.mark.parametrize(("status", "answered", "closed"), list(product(Status, [False, True], [False, True])))
def test_days_agree_with_the_state_or_are_refused(*, status: Status, answered: bool, closed: bool) -> None:
    course = Course(DAY, answered_on=NEXT if answered else None, closed_on=NEXT if closed else None)
    if (answered, closed) in FITS[status]:
        rules.check_course(status, course)
        return
    with pytest.raises(RuleBroken) as error:
        rules.check_course(status, course)
    assert error.value.code == "feedback.course.state"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Course(NEXT, registered_on=DAY), "order"),
        (Course(NEXT, answered_on=DAY), "order"),
        (Course(NEXT, closed_on=DAY), "order"),
        (Course(DAY, answer_registered_on=DAY), "answer"),
        (Course(DAY, answered_on=NEXT, answer_registered_on=DAY), "answer"),
    ],
)
def test_a_course_that_cannot_have_been(wrong: Course, code: str) -> None:
    with pytest.raises(RuleBroken) as error:
        rules.check_course(Status.REOPENED, wrong)
    assert error.value.code == f"feedback.course.{code}"


@pytest.mark.parametrize(("sort", "answered", "reason"), list(product(Sort, [False, True], ["", " ", "Anonym"])))
def test_what_may_end_without_an_answer(*, sort: Sort, answered: bool, reason: str) -> None:
    progress = replace(READY, sort=sort, answered=answered)
    if sort is Sort.PRAISE or answered or reason == "Anonym":
        rules.check_closing(progress, reason)
        return
    with pytest.raises(RuleBroken) as error:
        rules.check_closing(progress, reason)
    assert (error.value.code, error.value.field) == ("feedback.close.answer", "reason")


@pytest.mark.parametrize(
    ("left", "place"),
    [
        ({"categorised": False}, "categorise"),
        ({"unread": True}, "read"),
        ({"unweighed": True}, "weigh"),
        ({"questions": 1}, "asked"),
    ],
)
def test_no_reason_closes_what_lacks_something_else(left: dict[str, object], place: str) -> None:
    progress = replace(READY, **left)  # type: ignore[arg-type]  # one field at a time
    assert [item.place for item in rules.before_closing(progress) if not item.done] == [place]
    with pytest.raises(RuleBroken) as error:
        rules.check_closing(progress, "Anonym")
    assert (error.value.code, error.value.field) == (f"feedback.close.{place}", "")


def test_it_is_registered_once_and_with_a_number() -> None:
    rules.check_diary_number("SN-1", None)
    with pytest.raises(RuleBroken, match="redan diariefört"):
        rules.check_diary_number("SN-1", DAY)
    with pytest.raises(RuleBroken, match="Skriv diarienumret"):
        rules.check_diary_number("  ", None)


def test_an_answer_is_registered_once_after_it_is_given() -> None:
    rules.check_answer_register(DAY, None)
    with pytest.raises(RuleBroken, match="inget svar"):
        rules.check_answer_register(None, None)
    with pytest.raises(RuleBroken, match="redan diariefört"):
        rules.check_answer_register(DAY, DAY)


@pytest.mark.parametrize(("text", "code"), [("", "empty"), ("  a  ", "empty"), ("a" * 20_001, "long")])
def test_words_are_asked_for_and_have_an_end(text: str, code: str) -> None:
    rules.check_words("what", "abc", "Skriv.")
    with pytest.raises(RuleBroken) as error:
        rules.check_words("what", text, "Skriv.")
    assert (error.value.code, error.value.field) == (f"feedback.what.{code}", "what")


def test_every_state_sort_and_channel_has_a_label() -> None:
    assert list(rules.STATUS_LABELS) == list(Status)
    assert list(rules.SORT_LABELS) == list(Sort)
    assert list(rules.CHANNEL_LABELS) == list(rules.Channel)
