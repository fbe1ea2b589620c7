"""Moving to another unit: it counts and waits there, and the day it is due stays."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, reader_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.feedback import actions, queries
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.tests.factories import LATER, Desk, events, make_answered, make_captured

WHY = "Det handlar om dem."


def moved(desk: Desk, to: Unit) -> Feedback:
    feedback = make_captured(desk)
    return actions.move(feedback=feedback, to=(to, WHY), version=1, by=desk.cast.alice, now=LATER)


def test_the_other_unit_has_it_from_then_on(desk: Desk) -> None:
    feedback = moved(desk, desk.cast.b)
    due = feedback.answer_due_on
    assert (feedback.unit, feedback.handler, events(feedback)[-1]) == (desk.cast.b, None, "moved")
    assert set(Fact.objects.values_list("unit_id", flat=True)) == {desk.cast.b.pk}
    assert [task.due for task in queries.list_tasks(reader_of(desk.cast.cecilia))] == [due]
    assert queries.list_tasks(reader_of(desk.cast.alice)) == []
    assert [row.receiver for row in Notification.objects.filter(event="rerouted")] == [desk.cast.cecilia]


def test_about_no_unit_in_particular_is_the_whole_root(desk: Desk) -> None:
    feedback = moved(desk, desk.cast.root)
    assert feedback.unit == desk.cast.root
    assert [task.reference for task in queries.list_tasks(reader_of(desk.cast.eva))] == [feedback.reference]


def test_where_it_cannot_go(desk: Desk) -> None:
    for to in (desk.cast.a, desk.cast.other_unit):
        with pytest.raises(RuleBroken, match="en annan enhet"):
            moved(desk, to)
    lead, other = make_captured(desk), make_captured(desk)
    actions.join(feedback=other, lead=lead, version=1, by=desk.cast.alice, now=NOW)
    for one in (lead, other):
        with pytest.raises(RuleBroken, match="Ta först loss"):
            actions.move(feedback=one, to=(desk.cast.b, WHY), version=2, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="inte att flytta"):
        actions.move(feedback=make_answered(desk), to=(desk.cast.b, WHY), version=2, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="varför"):
        actions.move(feedback=make_captured(desk), to=(desk.cast.b, ""), version=1, by=desk.cast.alice, now=LATER)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_only_those_who_answer_it_move_it(desk: Desk, who: str) -> None:
    feedback = make_captured(desk)
    with pytest.raises(NotAllowed):
        actions.move(feedback=feedback, to=(desk.cast.b, WHY), version=1, by=getattr(desk.cast, who), now=LATER)
