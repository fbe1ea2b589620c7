"""Closing and taking up again."""

import pytest

from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback, Narrative, Part
from varvet.registers.feedback.tests.factories import (
    ANSWER,
    HARM,
    LATER,
    Desk,
    events,
    happenings,
    make_answered,
    make_captured,
    make_closed,
    make_reopened,
)


def test_what_is_answered_is_closed(desk: Desk) -> None:
    feedback = make_closed(desk)
    assert (feedback.status, feedback.closed_at, feedback.closed_on) == ("closed", LATER, day_of(LATER))
    assert events(feedback) == ["received", "answered", "closed"]
    assert [h for h, _ in happenings(feedback)] == ["received", "answered", "closed"]


@pytest.mark.parametrize(
    ("sort", "reason"),
    [
        (rules.Sort.PRAISE, ""),
        (rules.Sort.VIEW, "Den som sade det är anonym."),
    ],
)
def test_some_is_closed_without_an_answer(desk: Desk, sort: rules.Sort, reason: str) -> None:
    feedback = make_captured(desk, sort)
    actions.close(feedback=feedback, reason=reason, version=1, by=desk.cast.alice, now=LATER)
    stored = Feedback.objects.get(pk=feedback.pk)
    assert (stored.status, stored.answered_on) == ("closed", None)
    reasons = [n.text for n in Narrative.objects.filter(feedback=feedback, part=Part.REASON)]
    assert reasons == ([reason] if reason else [])


def test_a_complaint_without_an_answer_or_a_reason_stays_open(desk: Desk) -> None:
    feedback = make_captured(desk)
    with pytest.raises(RuleBroken, match="svara, eller skriv varför"):
        actions.close(feedback=feedback, reason="", version=1, by=desk.cast.alice, now=LATER)
    assert events(feedback) == ["received"]


def test_what_is_taken_up_again_needs_a_new_answer_to_close(desk: Desk) -> None:
    feedback = make_reopened(desk)
    assert (feedback.status, feedback.closed_at, feedback.reopened_on) == ("reopened", None, day_of(LATER))
    assert events(feedback)[-1] == "reopened"
    assert happenings(feedback) == [("received", TODAY), ("answered", day_of(LATER))]
    with pytest.raises(RuleBroken, match="svara, eller skriv varför"):
        actions.close(feedback=feedback, reason="", version=4, by=desk.cast.alice, now=LATER)


def test_closed_is_closed_and_open_is_open(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="inte att avsluta"):
        actions.close(feedback=make_closed(desk), reason="", version=3, by=desk.cast.eva, now=LATER)
    with pytest.raises(RuleBroken, match="inte att återöppna"):
        actions.reopen(feedback=make_captured(desk), reason="Igen", version=1, by=desk.cast.eva, now=LATER)


def test_taking_up_again_needs_a_reason(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="varför ärendet öppnas igen"):
        actions.reopen(feedback=make_closed(desk), reason="", version=3, by=desk.cast.alice, now=LATER)


def test_taken_to_the_persons_own_case_it_is_counted_and_its_words_are_gone(desk: Desk) -> None:
    """Nothing is removed until somebody says that it lies there."""
    feedback = make_answered(desk)
    with pytest.raises(RuleBroken, match="personens eget ärende"):
        actions.settle_in_case(feedback=feedback, moved=False, version=2, by=desk.cast.alice, now=LATER)
    feedback = actions.settle_in_case(feedback=feedback, moved=True, version=2, by=desk.cast.alice, now=LATER)
    assert (feedback.status, feedback.handled_in_case) == ("closed", True)
    assert not Narrative.objects.exists()
    assert events(feedback)[-1] == "settled_in_case"
    assert [name for name, _ in happenings(feedback)][-2:] == ["closed", "settled_in_case"]


def test_what_may_be_lex_sarah_is_neither_closed_nor_removed(desk: Desk) -> None:
    content = actions.Capture(desk.cast.a, rules.Sort.PRAISE, rules.Channel.PHONE, HARM, category="waiting")
    record = actions.capture(content=content, key="harm", by=desk.cast.bo, now=LATER)
    feedback = Feedback.objects.get(pk=record.pk)
    with pytest.raises(RuleBroken, match="lex Sarah"):
        actions.close(feedback=feedback, reason="", version=1, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="lex Sarah"):
        actions.settle_in_case(feedback=feedback, moved=True, version=1, by=desk.cast.alice, now=LATER)
    assert Narrative.objects.get(feedback=feedback).text == HARM


def test_nothing_is_closed_without_saying_what_it_is_about(desk: Desk) -> None:
    feedback = make_captured(desk, category="")
    feedback = actions.answer(feedback=feedback, content=ANSWER, version=1, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="välj vad det handlar om"):
        actions.close(feedback=feedback, reason="", version=2, by=desk.cast.alice, now=LATER)
