"""Several who say the same are answered as one: each counts, each gets the answer, and the first leads."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, reader_of
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Confidentiality, Fact
from varvet.registers.feedback import actions, queries
from varvet.registers.feedback.models import Feedback, Narrative, Part
from varvet.registers.feedback.tests.factories import (
    ANSWER,
    LATER,
    Desk,
    events,
    happenings,
    make_answered,
    make_captured,
    make_sent_in,
)


def joined(desk: Desk) -> tuple[Feedback, Feedback]:
    lead, other = make_captured(desk), make_captured(desk)
    other = actions.join(feedback=other, lead=lead, version=1, by=desk.cast.alice, now=NOW)
    return Feedback.objects.get(pk=lead.pk), other


def test_the_answer_and_the_close_reach_both_and_both_count(desk: Desk) -> None:
    lead, other = joined(desk)
    lead = actions.answer(feedback=lead, content=ANSWER, version=2, by=desk.cast.alice, now=LATER)
    actions.close(feedback=lead, reason="", version=3, by=desk.cast.alice, now=LATER)
    for one in (lead, other):
        stored = Feedback.objects.get(pk=one.pk)
        assert (stored.status, stored.answered_how) == ("closed", "phone")
        assert Narrative.objects.get(feedback=one, part=Part.ANSWER).text == ANSWER.text
        assert [name for name, _ in happenings(one)] == ["received", "answered", "closed"]
    assert events(lead) == ["received", "joined_by", "answered", "closed"]
    assert events(other) == ["received", "joined", "answered", "closed"]
    assert Fact.objects.filter(happening="received").count() == 2


def test_it_is_one_task_with_the_first_ones_day(desk: Desk) -> None:
    lead, _other = joined(desk)
    assert [task.reference for task in queries.list_tasks(reader_of(desk.cast.alice))] == [lead.reference]
    assert [clock.record_id for clock in queries.list_clocks(desk.cast.root)] == [lead.pk]


def test_what_is_done_in_the_other_is_not_done_here(desk: Desk) -> None:
    _lead, other = joined(desk)
    with pytest.raises(RuleBroken, match="hanteras i ett annat"):
        actions.answer(feedback=other, content=ANSWER, version=2, by=desk.cast.alice, now=LATER)


def test_taken_apart_it_is_answered_by_itself(desk: Desk) -> None:
    _lead, other = joined(desk)
    other = actions.leave(feedback=other, version=2, by=desk.cast.alice, now=LATER)
    assert (other.joined_to, events(other)[-1]) == (None, "left")
    with pytest.raises(RuleBroken, match="inte ihoplagt"):
        actions.leave(feedback=other, version=3, by=desk.cast.alice, now=LATER)


def test_who_asks_for_it_to_be_looked_at_again_gets_an_answer_of_their_own(desk: Desk) -> None:
    lead = make_captured(desk)
    other, code = make_sent_in(desk)
    actions.join(feedback=other, lead=lead, version=1, by=desk.cast.alice, now=NOW)
    lead = Feedback.objects.get(pk=lead.pk)
    actions.answer(feedback=lead, content=ANSWER, version=2, by=desk.cast.alice, now=LATER)
    actions.reopen_by_code(follow_hash=code, reason="Det hjälpte inte mig.", key="again", now=LATER)
    assert Feedback.objects.get(pk=other.pk).joined_to is None
    assert [Feedback.objects.get(pk=one.pk).status for one in (lead, other)] == ["answered", "reopened"]


def test_what_cannot_be_answered_as_one(desk: Desk) -> None:
    first, second = make_captured(desk), make_captured(desk)
    shut = make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    answered = make_answered(desk)
    for one, lead, code in (
        (first, second, "first"),
        (first, first, "self"),
        (answered, first, "state"),
        (second, answered, "answered"),
        (shut, first, "shut"),
    ):
        with pytest.raises(RuleBroken) as error:
            actions.join(feedback=one, lead=lead, version=one.version, by=desk.cast.eva, now=LATER)
        assert error.value.code == f"feedback.join.{code}"


def test_nothing_is_joined_to_what_is_itself_joined(desk: Desk) -> None:
    lead, other = joined(desk)
    third = make_captured(desk)
    with pytest.raises(RuleBroken, match="ett tredje"):
        actions.join(feedback=third, lead=other, version=1, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="redan tillsammans"):
        actions.join(feedback=lead, lead=third, version=2, by=desk.cast.alice, now=LATER)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_only_those_who_answer_both_join_them(desk: Desk, who: str) -> None:
    lead, other = make_captured(desk), make_captured(desk)
    with pytest.raises(NotAllowed):
        actions.join(feedback=other, lead=lead, version=1, by=getattr(desk.cast, who), now=NOW)
    with pytest.raises(StaleVersion):
        actions.join(feedback=other, lead=lead, version=9, by=desk.cast.alice, now=NOW)
    assert events(other) == ["received"]


def test_only_what_waits_where_one_answers_is_suggested(desk: Desk) -> None:
    first, second, _answered = make_captured(desk), make_captured(desk), make_answered(desk)
    assert queries.list_alike(reader_of(desk.cast.alice), second) == [first]
    assert queries.list_alike(reader_of(desk.cast.cecilia), second) == []
    assert queries.find_lead(reader_of(desk.cast.cecilia), second, first.reference) is None
