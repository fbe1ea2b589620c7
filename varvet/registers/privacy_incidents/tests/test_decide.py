"""Deciding: the delegate alone, with a reason for each no, on what the decision stands."""

from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import Narrative, Part
from varvet.registers.privacy_incidents.rules import Answer
from varvet.registers.privacy_incidents.tests.factories import (
    LATER,
    SOON,
    SOON_DAY,
    UNINFORMED,
    WHY_NOT,
    Desk,
    events,
    happenings,
    make_assessed,
    make_closed,
    make_decided,
    make_informed,
    make_notified,
    make_received,
    no_need,
    texts_of,
    to_all,
)


def test_a_no_is_kept_with_its_reasons_its_day_and_its_point(desk: Desk) -> None:
    incident = make_decided(desk)
    assert (incident.status, incident.notify, incident.inform) == ("decided", "no", "no")
    assert (incident.decided_on, incident.decided_by, incident.delegation) == (SOON_DAY, desk.delegate, "7.3")
    texts = texts_of(incident)
    assert (texts[Part.WHY_NOT], texts[Part.UNINFORMED]) == (WHY_NOT, UNINFORMED)
    assert events(incident)[-1] == "decided"
    assert ("decided", SOON_DAY) in happenings(incident)
    assert set(Fact.objects.filter(record_id=incident.pk).values_list("outcome", flat=True)) == {"no"}


def test_a_yes_keeps_no_reason_that_was_left_in_the_field(desk: Desk) -> None:
    incident = make_decided(desk, no_need(notify=Answer.YES, inform=Answer.YES))
    assert not Narrative.objects.filter(incident=incident, part__in=[Part.WHY_NOT, Part.UNINFORMED]).exists()


def test_whoever_handles_is_told(desk: Desk) -> None:
    incident = make_decided(desk)
    told = Notification.objects.filter(record=incident.pk, event="assigned", receiver=desk.cast.alice)
    assert told.count() == 1


@pytest.mark.parametrize("who", ["bo", "alice", "eva", "dag", "officer", "cecilia", "stranger", "hugo"])
def test_nobody_else_decides(desk: Desk, who: str) -> None:
    incident = make_assessed(desk)
    with pytest.raises(NotAllowed):
        actions.decide(incident=incident, decision=no_need(), version=2, by=desk.named(who), now=SOON)


def test_two_who_decide_at_once_make_one_decision(desk: Desk) -> None:
    incident = make_assessed(desk)
    actions.decide(incident=incident, decision=no_need(), version=2, by=desk.delegate, now=SOON)
    with pytest.raises(StaleVersion):
        actions.decide(incident=incident, decision=to_all(), version=2, by=desk.delegate, now=SOON)


def test_not_before_it_is_assessed_nor_when_it_is_closed(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Incidenten är mottagen"):
        actions.decide(incident=make_received(desk), decision=no_need(), version=1, by=desk.delegate, now=SOON)
    closed = make_closed(desk)
    with pytest.raises(RuleBroken, match="Incidenten är avslutad"):
        actions.decide(incident=closed, decision=no_need(), version=closed.version, by=desk.delegate, now=LATER)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"why_not_notify": " "}, "why_not.empty"),
        ({"why_not_inform": ""}, "why_not_inform.empty"),
        ({"delegation": " "}, "delegation"),
    ],
)
def test_a_no_without_a_reason_or_a_point_is_refused(desk: Desk, wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        make_decided(desk, no_need(**wrong))
    assert broken.value.code == f"privacy_incidents.{code}"


def test_what_is_done_cannot_be_decided_away(desk: Desk) -> None:
    notified = make_notified(desk)
    with pytest.raises(RuleBroken, match="redan anmäld"):
        actions.decide(incident=notified, decision=no_need(), version=notified.version, by=desk.delegate, now=LATER)
    informed = make_informed(desk)
    with pytest.raises(RuleBroken, match="redan informerade"):
        actions.decide(
            incident=informed,
            decision=no_need(notify=Answer.YES),
            version=informed.version,
            by=desk.delegate,
            now=LATER,
        )
