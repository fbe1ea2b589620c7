"""Answering and the diary."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Confidentiality, Fact
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Narrative, Part
from varvet.registers.feedback.tests.factories import (
    ANSWER,
    LATER,
    Desk,
    events,
    happenings,
    make_answered,
    make_captured,
    make_closed,
    make_reopened,
)

STEPS: list[Callable[..., object]] = [
    partial(actions.answer, content=ANSWER),
    partial(actions.ask, text="När var det?"),
    partial(actions.ask_other, asked=actions.Asked("deviations", "deviation")),
    partial(actions.note, text="Ring på fredag."),
    partial(actions.assign, handler=None),
    partial(actions.judge, contentment=rules.Contentment.CONTENT),
    partial(actions.settle_in_case, moved=True),
    actions.note_read,
    actions.leave,
    partial(actions.register, diary_number="SN-1"),
    actions.register_answer,
    partial(actions.close, reason="Anonym."),
    partial(actions.reopen, reason="Svaret räckte inte."),
    partial(actions.categorise, sorting=actions.Sorting(rules.Sort.VIEW)),
]
NOW_THEN = actions.Answer("Nu då.", rules.AnswerWay.LETTER)
EMPTY = actions.Answer(" ", rules.AnswerWay.PHONE)


def test_an_answer_is_kept_and_counted(desk: Desk) -> None:
    feedback = make_answered(desk)
    assert (feedback.status, feedback.answered_on) == ("answered", day_of(LATER))
    assert Narrative.objects.get(feedback=feedback, part=Part.ANSWER).text == "Vi ändrar."
    assert events(feedback) == ["received", "answered"]
    assert happenings(feedback) == [("received", TODAY), ("answered", day_of(LATER))]
    assert Fact.objects.get(record_id=feedback.pk, happening="answered").days == 4


def test_a_second_answer_after_reopening_never_counts_twice(desk: Desk) -> None:
    feedback = make_reopened(desk)
    much_later = LATER + timedelta(days=30)
    actions.answer(feedback=feedback, content=NOW_THEN, version=4, by=desk.cast.alice, now=much_later)
    assert happenings(feedback) == [("received", TODAY), ("answered", day_of(LATER))]
    assert Narrative.objects.filter(feedback=feedback, part=Part.ANSWER).count() == 2


def test_what_is_answered_or_closed_is_not_answered_again(desk: Desk) -> None:
    for feedback in (make_answered(desk), make_closed(desk)):
        with pytest.raises(RuleBroken, match="inte att besvara"):
            actions.answer(feedback=feedback, content=ANSWER, version=feedback.version, by=desk.cast.alice, now=LATER)


def test_an_answer_has_words(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Skriv svaret"):
        actions.answer(feedback=make_captured(desk), content=EMPTY, version=1, by=desk.cast.alice, now=LATER)


def test_it_is_registered_in_the_diary_once(desk: Desk) -> None:
    feedback = make_captured(desk)
    feedback = actions.register(feedback=feedback, diary_number=" SN-1 ", version=1, by=desk.cast.alice, now=NOW)
    assert (feedback.diary_number, feedback.registered_on, feedback.status) == ("SN-1", TODAY, "received")
    assert events(feedback) == ["received", "registered"]
    assert happenings(feedback) == [("received", TODAY), ("registered", TODAY)]
    with pytest.raises(RuleBroken, match="redan diariefört"):
        actions.register(feedback=feedback, diary_number="SN-2", version=2, by=desk.cast.alice, now=NOW)


def test_the_answer_is_registered_after_it_is_given(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="inget svar"):
        actions.register_answer(feedback=make_captured(desk), version=1, by=desk.cast.alice, now=LATER)
    feedback = make_answered(desk)
    feedback = actions.register_answer(feedback=feedback, version=2, by=desk.cast.alice, now=LATER)
    assert events(feedback)[-1] == "answer_registered"
    assert happenings(feedback)[-1] == ("answer_registered", day_of(LATER))
    with pytest.raises(RuleBroken, match="redan diariefört"):
        actions.register_answer(feedback=feedback, version=3, by=desk.cast.alice, now=LATER)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("who", ["stranger", "bo", "cecilia", "dag", "gun"])
def test_only_those_who_answer_handle(desk: Desk, step: Callable[..., object], who: str) -> None:
    feedback = make_captured(desk)
    with pytest.raises(NotAllowed):
        step(feedback=feedback, version=1, by=getattr(desk.cast, who), now=LATER)
    assert events(feedback) == ["received"]


@pytest.mark.parametrize("step", STEPS)
def test_a_manager_it_is_about_does_not_handle_it(desk: Desk, step: Callable[..., object]) -> None:
    feedback = make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    with pytest.raises(NotAllowed):
        step(feedback=feedback, version=1, by=desk.cast.alice, now=LATER)


def test_the_coordinator_handles_what_is_about_the_manager(desk: Desk) -> None:
    feedback = make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    feedback = actions.answer(feedback=feedback, content=ANSWER, version=1, by=desk.cast.eva, now=LATER)
    assert feedback.status == "answered"


@pytest.mark.parametrize("step", STEPS)
def test_a_version_that_is_not_the_latest_writes_nothing(desk: Desk, step: Callable[..., object]) -> None:
    feedback = make_captured(desk)
    with pytest.raises(StaleVersion):
        step(feedback=feedback, version=7, by=desk.cast.alice, now=LATER)
    assert events(feedback) == ["received"]
