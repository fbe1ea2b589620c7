"""The rules as truth tables, with border days."""

from datetime import date, datetime, timedelta

import pytest

from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.rules import Course, Event, Status

AWARE, TODAY = date(2026, 3, 13), date(2026, 3, 16)
BEFORE, AFTER = date(2026, 3, 12), date(2026, 3, 17)
ALLOWED = {(Event.ASSESS, Status.RECEIVED): Status.ASSESSED, (Event.CLOSE, Status.ASSESSED): Status.CLOSED}


@pytest.mark.parametrize("event", list(Event))
@pytest.mark.parametrize("status", list(Status))
def test_an_event_leads_on_or_is_refused(event: Event, status: Status) -> None:
    assert rules.may(event, status) == ((event, status) in ALLOWED)
    if (event, status) in ALLOWED:
        assert rules.check_transition(event, status) == ALLOWED[event, status]
        return
    with pytest.raises(RuleBroken, match="Därför går det inte") as broken:
        rules.check_transition(event, status)
    assert broken.value.code == f"privacy_incidents.{event}.state"


@pytest.mark.parametrize("text", ["abc", "x" * 20_000])
def test_words_that_do(text: str) -> None:
    rules.check_words("what", text, "Berätta.")


@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" ab ", "empty"), ("x" * 20_001, "long")])
def test_words_that_do_not(text: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_words("what", text, "Berätta.")
    assert (broken.value.code, broken.value.field) == (f"privacy_incidents.what.{code}", "what")


@pytest.mark.parametrize("aware_at", [NOW, NOW - timedelta(days=400)])
def test_it_became_known_now_or_before(aware_at: datetime) -> None:
    rules.check_aware(aware_at, NOW)


def test_it_did_not_become_known_tomorrow() -> None:
    with pytest.raises(RuleBroken, match="Tiden ligger framåt"):
        rules.check_aware(NOW + timedelta(seconds=1), NOW)


@pytest.mark.parametrize(
    ("reported_on", "why_not"), [(AWARE, ""), (TODAY, "  "), (None, "Ingen löper risk."), (None, " abc ")]
)
def test_one_of_the_two_answers(reported_on: date | None, why_not: str) -> None:
    rules.check_answer(rules.Answer(reported_on, why_not), AWARE, TODAY)


@pytest.mark.parametrize(
    ("reported_on", "why_not", "code"),
    [
        (None, "", "why_not.empty"),
        (None, "  ", "why_not.empty"),
        (TODAY, "Ingen löper risk.", "answer.both"),
        (BEFORE, "", "answer.day"),
        (AFTER, "", "answer.day"),
    ],
)
def test_neither_both_or_an_impossible_day(reported_on: date | None, why_not: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_answer(rules.Answer(reported_on, why_not), AWARE, TODAY)
    assert broken.value.code == f"privacy_incidents.{code}"


@pytest.mark.parametrize(
    ("status", "course"),
    [
        (Status.RECEIVED, Course(AWARE)),
        (Status.ASSESSED, Course(AWARE, AWARE)),
        (Status.ASSESSED, Course(AWARE, TODAY, AWARE)),
        (Status.CLOSED, Course(AWARE, TODAY, closed_on=TODAY)),
        (Status.CLOSED, Course(AWARE, TODAY, AFTER, AFTER)),
    ],
)
def test_days_that_agree(status: Status, course: Course) -> None:
    rules.check_course(status, course)


@pytest.mark.parametrize(
    ("status", "course", "code"),
    [
        (Status.ASSESSED, Course(AWARE, BEFORE), "order"),
        (Status.ASSESSED, Course(AWARE, AWARE, BEFORE), "order"),
        (Status.CLOSED, Course(AWARE, TODAY, closed_on=AWARE), "order"),
        (Status.CLOSED, Course(AWARE, closed_on=BEFORE), "order"),
        (Status.RECEIVED, Course(AWARE, TODAY), "state"),
        (Status.RECEIVED, Course(AWARE, reported_on=TODAY), "state"),
        (Status.RECEIVED, Course(AWARE, closed_on=TODAY), "state"),
        (Status.ASSESSED, Course(AWARE), "state"),
        (Status.ASSESSED, Course(AWARE, TODAY, closed_on=TODAY), "state"),
        (Status.CLOSED, Course(AWARE, TODAY), "state"),
        (Status.CLOSED, Course(AWARE, closed_on=TODAY), "state"),
    ],
)
def test_days_that_do_not(status: Status, course: Course, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_course(status, course)
    assert broken.value.code == f"privacy_incidents.course.{code}"
