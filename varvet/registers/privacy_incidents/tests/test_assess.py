"""Assessing: one answer about IMY, by those who may, once."""

from dataclasses import replace

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import Narrative, Part, PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import (
    LATER,
    LATER_DAY,
    WHY_NOT,
    Desk,
    events,
    happenings,
    make_assessed,
    make_received,
    make_type,
    not_reported,
)


def test_not_reported_says_why_and_counts_no_report(desk: Desk) -> None:
    incident = make_assessed(desk)
    assert (incident.status, incident.assessed_on, incident.reported_to_imy_on) == ("assessed", LATER_DAY, None)
    assert events(incident) == ["received", "assessed"]
    assert happenings(incident) == [("received", TODAY), ("assessed", LATER_DAY)]
    assert Narrative.objects.get(incident=incident, part=Part.WHY_NOT).text == WHY_NOT
    coded = set(Fact.objects.values_list("category_list", "category", "days"))
    assert coded == {
        ("privacy_incident_type", "wrong_recipient", None),
        ("privacy_incident_type", "wrong_recipient", 2),
    }


def test_reported_counts_on_its_day(desk: Desk) -> None:
    given = actions.Assessment(desk.wrong_recipient, reported_on=TODAY)
    incident = make_received(desk)
    actions.assess(incident=incident, assessment=given, version=1, by=desk.cast.eva, now=LATER)
    assert ("reported_to_authority", TODAY) in happenings(incident)
    assert not Narrative.objects.filter(part=Part.WHY_NOT).exists()


def test_without_a_list_of_types_it_has_none(desk: Desk) -> None:
    given, incident = replace(not_reported(desk), category=None), make_received(desk)
    current = actions.assess(incident=incident, assessment=given, version=1, by=desk.cast.alice, now=LATER)
    assert (current.category, current.category_list) == (None, None)


@pytest.mark.parametrize("who", ["bo", "dag", "officer", "cecilia", "stranger", "hugo"])
def test_wrong_role_is_refused(desk: Desk, who: str) -> None:
    incident, by = make_received(desk), desk.officer if who == "officer" else getattr(desk.cast, who)
    with pytest.raises(NotAllowed):
        actions.assess(incident=incident, assessment=not_reported(desk), version=1, by=by, now=LATER)
    assert events(incident) == ["received"]


def test_once_only(desk: Desk) -> None:
    incident = make_assessed(desk)
    with pytest.raises(RuleBroken, match="Incidenten är bedömd"):
        actions.assess(incident=incident, assessment=not_reported(desk), version=2, by=desk.cast.alice, now=LATER)


def test_somebody_was_before(desk: Desk) -> None:
    incident = make_received(desk)
    with pytest.raises(StaleVersion):
        actions.assess(incident=incident, assessment=not_reported(desk), version=0, by=desk.cast.alice, now=LATER)


def test_no_answer_about_imy_leaves_it_as_it_was(desk: Desk) -> None:
    incident, given = make_received(desk), actions.Assessment(desk.wrong_recipient)
    with pytest.raises(RuleBroken, match="varför den inte behövs"):
        actions.assess(incident=incident, assessment=given, version=1, by=desk.cast.alice, now=LATER)
    assert PrivacyIncident.objects.get().status == "received"


def test_a_type_of_another_list_or_root_is_refused(desk: Desk) -> None:
    incident = make_received(desk)
    for other in (make_type(desk.cast.root, "other_list"), make_type(desk.cast.other_root)):
        given = replace(not_reported(desk), category=other)
        with pytest.raises(RuleBroken, match="Typen finns inte"):
            actions.assess(incident=incident, assessment=given, version=1, by=desk.cast.alice, now=LATER)
