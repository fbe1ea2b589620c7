"""Capturing: all staff may, once, and who said it is kept apart."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback, Narrative, Part
from varvet.registers.feedback.tests.factories import SECRET, SENDER, Desk, events, happenings, make_captured


@pytest.mark.parametrize("sort", list(rules.Sort))
def test_what_was_said_becomes_received_feedback(desk: Desk, sort: rules.Sort) -> None:
    feedback = make_captured(desk, sort)
    assert (feedback.reference, feedback.status, feedback.version) == ("SYN-2026-0001", "received", 1)
    assert (feedback.unit, feedback.opened_by, feedback.sort) == (desk.cast.a, desk.cast.bo, sort)
    kept = {n.part: n.text for n in Narrative.objects.filter(feedback=feedback)}
    assert kept == {Part.WHAT: SECRET, Part.SENDER: SENDER}
    assert events(feedback) == ["received"]
    assert happenings(feedback) == [("received", TODAY)]
    fact = Fact.objects.get(record_id=feedback.pk, happening="received")
    assert (fact.kind, fact.channel, fact.category, fact.category_list) == (sort, "phone", "waiting", "feedback_type")


def test_the_same_key_makes_one_record(desk: Desk) -> None:
    content = actions.Capture(desk.cast.a, rules.Sort.VIEW, rules.Channel.LETTER, SECRET)
    first = actions.capture(content=content, key="same", by=desk.cast.bo, now=NOW)
    second = actions.capture(content=content, key="same", by=desk.cast.bo, now=NOW)
    assert first.pk == second.pk
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize("who", ["stranger", "hugo", "gun", "cecilia"])
def test_without_the_permission_there_nothing_is_captured(desk: Desk, who: str) -> None:
    content = actions.Capture(desk.cast.a, rules.Sort.VIEW, rules.Channel.LETTER, SECRET)
    with pytest.raises(NotAllowed):
        actions.capture(content=content, key="k", by=getattr(desk.cast, who), now=NOW)
    assert not Feedback.objects.exists()


def test_nothing_said_is_refused(desk: Desk) -> None:
    content = actions.Capture(desk.cast.a, rules.Sort.VIEW, rules.Channel.LETTER, " ")
    with pytest.raises(RuleBroken, match="Skriv vad personen sade"):
        actions.capture(content=content, key="k", by=desk.cast.bo, now=NOW)
    assert not Feedback.objects.exists()
