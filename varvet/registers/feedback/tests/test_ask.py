"""Asking whoever got in touch: read and answered with the code, and what they add waits until somebody has read it."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import reader_of
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback import actions, queries, rules
from varvet.registers.feedback.models import Feedback, Narrative, Part
from varvet.registers.feedback.tests.factories import LATER, Desk, events, make_captured, make_sent_in

ASKED = "Vilken dag var det?"


def added(desk: Desk) -> Feedback:
    """Answered by us, and then added to with the code."""
    feedback, code = make_sent_in(desk)
    content = actions.Answer("Vi tittar på det.", rules.AnswerWay.CODE)
    actions.answer(feedback=feedback, content=content, version=1, by=desk.cast.alice, now=LATER)
    actions.add_by_code(follow_hash=code, text="Det var i måndags.", key="reply", now=LATER)
    return Feedback.objects.get(pk=feedback.pk)


def test_a_question_waits_for_its_reply_and_the_reply_for_a_reader(desk: Desk) -> None:
    feedback, code = make_sent_in(desk)
    feedback = actions.ask(feedback=feedback, text=ASKED, version=1, by=desk.cast.alice, now=LATER)
    assert feedback.asked_on == day_of(LATER)
    assert Narrative.objects.get(feedback=feedback, part=Part.ASKED).text == ASKED
    actions.add_by_code(follow_hash=code, text="Det var i måndags.", key="reply", now=LATER)
    feedback = Feedback.objects.get(pk=feedback.pk)
    assert (feedback.asked_on, feedback.added_on) == (None, day_of(LATER))
    assert events(feedback) == ["received", "asked", "added"]
    assert [row.receiver for row in Notification.objects.filter(event="added")] == [desk.cast.alice]
    [task] = queries.list_tasks(reader_of(desk.cast.alice))
    assert (task.title, task.detail) == ("Svara på ett klagomål", "har kompletterats")


def test_what_is_added_after_the_answer_is_a_task_until_it_is_read(desk: Desk) -> None:
    feedback = added(desk)
    [task] = queries.list_tasks(reader_of(desk.cast.alice))
    assert (task.title, task.due) == ("Läs det som har kommit till i en synpunkt", day_of(LATER))
    sorting = actions.Sorting(rules.Sort.COMPLAINT, ("waiting",))
    feedback = actions.categorise(feedback=feedback, sorting=sorting, version=3, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="läs det som har kommit till"):
        actions.close(feedback=feedback, reason="", version=4, by=desk.cast.alice, now=LATER)
    actions.note_read(feedback=feedback, version=feedback.version, by=desk.cast.alice, now=LATER)
    assert [task.title for task in queries.list_tasks(reader_of(desk.cast.alice))] == ["Avsluta ett besvarat klagomål"]
    assert events(feedback)[-1] == "read"


def test_nobody_is_asked_who_cannot_read_the_question(desk: Desk) -> None:
    feedback = make_captured(desk)
    with pytest.raises(RuleBroken, match="har ingen kod"):
        actions.ask(feedback=feedback, text=ASKED, version=1, by=desk.cast.alice, now=LATER)
    content = actions.Answer("Vi ändrar.", rules.AnswerWay.CODE)
    with pytest.raises(RuleBroken, match="har ingen kod"):
        actions.answer(feedback=feedback, content=content, version=1, by=desk.cast.alice, now=LATER)
    assert events(feedback) == ["received"]


def test_with_a_code_handed_over_they_read_the_answer(desk: Desk) -> None:
    """Whoever noted it hands over the first code; afterwards only those who answer make another."""
    feedback = make_captured(desk)
    code = actions.give_code(feedback=feedback, version=1, by=desk.cast.bo, now=LATER)
    assert queries.find_by_code(code)
    feedback = Feedback.objects.get(pk=feedback.pk)
    content = actions.Answer("Vi ändrar.", rules.AnswerWay.CODE)
    actions.answer(feedback=feedback, content=content, version=2, by=desk.cast.alice, now=LATER)
    feedback = Feedback.objects.get(pk=feedback.pk)
    assert [words.part for words in queries.read_told(feedback)] == ["what", "answer"]
    newer = actions.give_code(feedback=feedback, version=3, by=desk.cast.alice, now=LATER)
    assert newer != code
    assert not queries.find_by_code(code)
    assert events(feedback) == ["received", "code_given", "answered", "code_given"]


@pytest.mark.parametrize("who", ["bo", "cecilia", "stranger", "dag"])
def test_a_second_code_is_made_by_those_who_answer(desk: Desk, who: str) -> None:
    feedback = make_captured(desk)
    actions.give_code(feedback=feedback, version=1, by=desk.cast.bo, now=LATER)
    with pytest.raises(NotAllowed):
        actions.give_code(feedback=feedback, version=2, by=getattr(desk.cast, who), now=LATER)
