"""Closing: what was done is written down, after the assessment."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import Narrative, Part
from varvet.registers.privacy_incidents.tests.factories import (
    DONE,
    LATER,
    LATER_DAY,
    Desk,
    events,
    happenings,
    make_assessed,
    make_closed,
    make_received,
)


def test_closed_with_trail_and_facts(desk: Desk) -> None:
    incident = make_closed(desk)
    assert (incident.status, incident.closed_at, incident.closed_on) == ("closed", LATER, LATER_DAY)
    assert events(incident) == ["received", "assessed", "closed"]
    assert happenings(incident) == [("received", TODAY), ("assessed", LATER_DAY), ("closed", LATER_DAY)]
    assert Narrative.objects.get(incident=incident, part=Part.DONE).text == DONE


@pytest.mark.parametrize("who", ["bo", "dag", "officer", "cecilia", "stranger"])
def test_wrong_role_is_refused(desk: Desk, who: str) -> None:
    incident, by = make_assessed(desk), desk.officer if who == "officer" else getattr(desk.cast, who)
    with pytest.raises(NotAllowed):
        actions.close(incident=incident, done=DONE, version=2, by=by, now=LATER)
    assert events(incident) == ["received", "assessed"]


def test_not_before_it_is_assessed_nor_twice(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Incidenten är mottagen"):
        actions.close(incident=make_received(desk), done=DONE, version=1, by=desk.cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="Incidenten är avslutad"):
        actions.close(incident=make_closed(desk), done=DONE, version=3, by=desk.cast.alice, now=LATER)


def test_nothing_said_is_refused(desk: Desk) -> None:
    incident = make_assessed(desk)
    with pytest.raises(RuleBroken, match="Skriv vad som har gjorts"):
        actions.close(incident=incident, done=" ", version=2, by=desk.cast.alice, now=LATER)
    assert events(incident) == ["received", "assessed"]
