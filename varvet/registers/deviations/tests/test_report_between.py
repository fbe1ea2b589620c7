"""Registering what a counterpart told us, or what we tell them: a report whose kind is known."""

from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.rules import Direction
from varvet.registers.deviations.tests.factories import ASSESSED, CLOSED, assessment, content, events_of, fresh
from varvet.registers.deviations.tests.outside_cases import GIVEN, HANDED, PLAN, between


def test_what_they_told_has_no_reporter_among_us_and_is_to_be_answered(cast: Cast) -> None:
    deviation = between(cast, direction=Direction.IN)
    assert (deviation.nature, deviation.direction, deviation.channel) == ("collaboration", "in", "outside")
    assert (deviation.opened_by, deviation.status, deviation.worry) == (None, "received", None)
    assert Handover.objects.get(deviation=deviation).destination == "reply"


def test_what_we_tell_has_its_reporter(cast: Cast) -> None:
    deviation = between(cast)
    assert (deviation.direction, deviation.channel, deviation.opened_by) == ("out", "web", cast.alice)
    assert Handover.objects.get(deviation=deviation).destination == "counterpart"


def test_it_counts_as_collaboration_from_the_first_day(cast: Cast) -> None:
    deviation = between(cast, direction=Direction.IN)
    rows = Fact.objects.filter(record_id=deviation.pk, happening="received")
    assert list(rows.values_list("kind", "direction")) == [("collaboration", "in")]


def test_both_steps_are_in_the_trail_with_who_did_it(cast: Cast) -> None:
    deviation = between(cast, direction=Direction.IN)
    told = [("received", 1, cast.alice.pk), ("collaboration_described", 2, cast.alice.pk)]
    assert [event for event in events_of(deviation) if event[0] in {"received", "collaboration_described"}] == told


def test_sent_twice_it_is_one(cast: Cast) -> None:
    key, told = new_key(), content(cast, worry=None)
    known: dict[str, Any] = {"content": told, "between": PLAN, "key": key, "by": cast.alice, "now": ASSESSED}
    assert actions.report_between(**known).pk == actions.report_between(**known).pk
    assert Deviation.objects.count() == 1


@pytest.mark.parametrize("name", ["bo", "cecilia", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        between(cast, by=getattr(cast, name))
    assert not Deviation.objects.exists()


def test_a_counterpart_that_is_in_no_list_leaves_nothing_behind(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="Välj motpart"):
        between(cast, counterpart="moon")
    assert not Deviation.objects.exists()


def test_it_closes_when_the_counterpart_is_answered(cast: Cast) -> None:
    deviation = between(cast, direction=Direction.IN)
    known: dict[str, Any] = {"by": cast.alice, "now": HANDED}
    about = assessment(cast, nature=rules.Nature.COLLABORATION)
    actions.assess(deviation=deviation, assessment=about, version=2, **known)
    with pytest.raises(RuleBroken, match="1 av 1 överlämningar"):
        actions.close(deviation=deviation, closing=actions.Closing(), version=3, by=cast.alice, now=CLOSED)
    handover = Handover.objects.get(deviation=deviation)
    actions.hand_over(handover=handover, given=GIVEN, version=3, **known)
    sent = Handover.objects.get(pk=handover.pk)
    assert (sent.state, sent.ended_on, sent.answer_due_on) == ("sent", HANDED.date(), None)
    actions.close(deviation=deviation, closing=actions.Closing(), version=4, by=cast.alice, now=CLOSED)
    assert fresh(deviation).is_closed
    [fact] = Fact.objects.filter(record_id=deviation.pk, happening="replied")
    assert (fact.day, fact.days, fact.direction) == (HANDED.date(), 1, "reply")
