"""Who has it by name, notes between those who handle it, and what happens when somebody leaves."""

import pytest

from varvet.kernel.access.tests.cast import reader_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality
from varvet.registers.feedback import actions, queries
from varvet.registers.feedback.models import TOLD, Narrative, Part
from varvet.registers.feedback.tests.factories import LATER, Desk, events, make_captured, make_closed


def test_whoever_has_it_by_name_is_told_and_has_the_task_alone(desk: Desk) -> None:
    feedback = make_captured(desk)
    feedback = actions.assign(feedback=feedback, handler=desk.cast.alice, version=1, by=desk.cast.eva, now=LATER)
    assert (feedback.handler, events(feedback)[-1]) == (desk.cast.alice, "assigned")
    assert [row.receiver for row in Notification.objects.filter(event="assigned")] == [desk.cast.alice]
    assert len(queries.list_tasks(reader_of(desk.cast.alice))) == 1
    assert queries.list_tasks(reader_of(desk.cast.eva)) == []
    assert [clock.holder_id for clock in queries.clocks_of(feedback)] == [desk.cast.alice.pk]


def test_nobody_gets_what_they_may_not_answer(desk: Desk) -> None:
    shut = make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    for feedback, person in ((make_captured(desk), desk.cast.bo), (shut, desk.cast.alice)):
        with pytest.raises(RuleBroken, match="får svara i enheten"):
            actions.assign(feedback=feedback, handler=person, version=1, by=desk.cast.eva, now=LATER)
        assert person not in queries.list_able(feedback, LATER.date())
        assert events(feedback) == ["received"]


def test_what_is_closed_is_not_assigned(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="inte att fördela"):
        actions.assign(feedback=make_closed(desk), handler=None, version=3, by=desk.cast.eva, now=LATER)


def test_when_somebody_leaves_another_gets_it_with_the_reason(desk: Desk) -> None:
    feedback = make_captured(desk)
    feedback = actions.assign(feedback=feedback, handler=desk.cast.alice, version=1, by=desk.cast.eva, now=LATER)
    actions.reassign(feedback, desk.cast.eva, "Alice slutar.", desk.cast.eva, LATER)
    feedback.refresh_from_db()
    assert (feedback.handler, events(feedback)[-1]) == (desk.cast.eva, "reassigned")
    assert Narrative.objects.get(part=Part.NOTE).text == "Alice slutar."


def test_a_note_is_never_among_what_is_told(desk: Desk) -> None:
    feedback = make_captured(desk)
    actions.note(feedback=feedback, text="Ring på fredag.", version=1, by=desk.cast.alice, now=LATER)
    assert events(feedback)[-1] == "noted"
    assert Part.NOTE not in TOLD
    assert "Ring på fredag." not in [words.text for words in queries.read_told(feedback)]
    with pytest.raises(RuleBroken, match="Skriv något"):
        actions.note(feedback=feedback, text=" ", version=2, by=desk.cast.alice, now=LATER)
