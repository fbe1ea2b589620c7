"""What is counted of the answers: in time by the working days, late ones that still wait included, and documented."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.records.models import Fact
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.rules import Contentment, Due, Handled, in_time
from varvet.registers.feedback.tests.factories import (
    LATER,
    Desk,
    events,
    make_answered,
    make_captured,
    make_closed,
    make_noted,
)

DUE = date(2026, 3, 30)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (Due(None, None, None, elsewhere=False), None),  # praise
        (Due(DUE, None, None, elsewhere=False), False),  # waits: late when its day has come
        (Due(DUE, DUE, None, elsewhere=False), True),  # on the last day
        (Due(DUE, DUE + DAY, None, elsewhere=False), False),  # the day after
        (Due(DUE, None, DUE, elsewhere=False), None),  # ended with a reason, in time
        (Due(DUE, None, DUE + DAY, elsewhere=False), False),  # ended with a reason, too late
        (Due(DUE, None, DUE + DAY, elsewhere=True), None),  # answered in the person's own case
    ],
)
def test_what_counts_as_answered_in_time(due: Due, *, expected: bool | None) -> None:
    assert in_time(due) is expected


def shares(feedback: Feedback) -> dict[str, tuple[date, int | None, int | None]]:
    rows = Fact.objects.filter(record_id=feedback.pk, denominator__isnull=False)
    return {row.happening: (row.day, row.numerator, row.denominator) for row in rows}


def test_what_waits_is_late_from_the_day_it_was_due(desk: Desk) -> None:
    assert shares(make_captured(desk)) == {"documented": (TODAY, 0, 1), "answer_due": (DUE, 0, 1)}


def test_an_answer_that_is_kept_is_documented(desk: Desk) -> None:
    assert shares(make_answered(desk)) == {"documented": (TODAY, 1, 1), "answer_due": (DUE, 1, 1)}


def test_an_answer_in_a_talk_is_in_time_and_nothing_shows_it(desk: Desk) -> None:
    assert shares(make_noted(desk, Handled.AT_ONCE)) == {"documented": (TODAY, 0, 1), "answer_due": (DUE, 1, 1)}


def test_praise_and_what_is_in_the_persons_own_case_owe_nothing(desk: Desk) -> None:
    assert shares(make_captured(desk, rules.Sort.PRAISE)) == {}
    assert shares(make_noted(desk, Handled.IN_CASE)) == {}


@pytest.mark.parametrize(("said", "content"), [(Contentment.CONTENT, 1), (Contentment.PARTLY, 0), (Contentment.NOT, 0)])
def test_what_they_thought_is_counted_once_the_last_time(desk: Desk, said: Contentment, content: int) -> None:
    feedback = make_closed(desk)
    for thought in (Contentment.PARTLY, said):
        feedback = actions.judge(
            feedback=feedback, contentment=thought, version=feedback.version, by=desk.cast.alice, now=LATER
        )
    assert shares(feedback)["judged"] == (LATER.date(), content, 1)
    assert events(feedback)[-1] == "judged"


def test_who_said_it_is_counted_apart(desk: Desk) -> None:
    make_noted(desk, Handled.AT_ONCE, said_by=rules.Speaker.RELATIVE)
    said = Fact.objects.get(happening="said")
    assert (said.category_list, said.category) == ("feedback_speakers", "relative")
