"""Telling the people concerned: what was decided, once, with what they were told."""

from datetime import timedelta
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import Narrative, Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import How
from varvet.registers.privacy_incidents.tests.factories import (
    LATER,
    LATER_DAY,
    SOON_DAY,
    Desk,
    events,
    happenings,
    make_decided,
    make_informed,
    to_all,
)


def inform(desk: Desk, incident: PrivacyIncident, who: str = "alice", **changes: Any) -> PrivacyIncident:
    given: dict[str, Any] = {"on": SOON_DAY, "how": How.LETTER, "text": "Ett brev till var och en."} | changes
    return actions.inform(
        incident=incident,
        told=actions.Informed(**given),
        version=incident.version,
        by=desk.named(who),
        now=LATER,
    )


def test_when_how_and_what_with_trail_and_fact(desk: Desk) -> None:
    incident = make_informed(desk)
    assert (incident.informed_on, incident.informed_how) == (SOON_DAY, "phone")
    assert events(incident)[-1] == "informed"
    assert ("people_informed", SOON_DAY) in happenings(incident)
    assert Narrative.objects.get(incident=incident, part=Part.TOLD).text.startswith("Vad som hänt")


@pytest.mark.parametrize("who", ["bo", "dag", "officer", "delegate", "cecilia", "stranger", "hugo"])
def test_wrong_role_is_refused(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        inform(desk, make_decided(desk, to_all()), who)


def test_only_what_was_decided_and_once(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="inte informeras"):
        inform(desk, make_decided(desk))
    with pytest.raises(RuleBroken, match="redan skrivet"):
        inform(desk, make_informed(desk))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"on": TODAY - timedelta(days=1)}, "informed_on"),
        ({"on": LATER_DAY + timedelta(days=1)}, "informed_on"),
        ({"text": " "}, "text"),
    ],
)
def test_a_day_that_cannot_be_or_no_words_is_refused(desk: Desk, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        inform(desk, make_decided(desk, to_all()), **wrong)
    assert broken.value.field == field
