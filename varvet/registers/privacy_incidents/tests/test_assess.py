"""Assessing: what happened to which data about whom, and how great the risk is, by those who may."""

from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.notifications.models import Notification
from varvet.kernel.organisation.models import CategoryList
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import GROUPS, Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Breach, Counted, People
from varvet.registers.privacy_incidents.tests.factories import (
    EFFECTS,
    LATER,
    SOON,
    SOON_DAY,
    Desk,
    assessment,
    events,
    happenings,
    make_assessed,
    make_closed,
    make_decided,
    make_excluding,
    make_received,
    texts_of,
    to_all,
)


def again(desk: Desk, incident: PrivacyIncident, **changes: Any) -> PrivacyIncident:
    given = assessment(**changes)
    return actions.assess(incident=incident, assessment=given, version=incident.version, by=desk.cast.alice, now=LATER)


def test_an_assessment_says_what_to_whom_and_how_risky(desk: Desk) -> None:
    incident = make_assessed(desk, measures="Vi byter skrivare.", processor=" Skrivarbolaget ", data_records=7)
    assert (incident.status, incident.assessed_on, incident.level) == ("assessed", SOON_DAY, "unlikely")
    assert incident.breaches == (Breach.CONFIDENTIALITY,)
    assert (incident.people_least, incident.people_most, incident.data_records) == (3, 3, 7)
    assert incident.processor == "Skrivarbolaget"
    assert events(incident) == ["received", "assessed"]
    assert happenings(incident) == [("received", TODAY), ("assessed", SOON_DAY)]
    texts = texts_of(incident)
    assert (texts[Part.CONSEQUENCES], texts[Part.MEASURES]) == (EFFECTS, "Vi byter skrivare.")


def test_each_group_sort_and_breach_is_counted(desk: Desk) -> None:
    incident = make_assessed(desk, breaches=frozenset(Breach), consequence=4, probability=4)
    facts = Fact.objects.filter(record_id=incident.pk)
    assert set(facts.filter(happening="breach").values_list("kind", flat=True)) == set(Breach)
    affected = facts.filter(happening="affected").values_list("category_list", "category")
    assert set(affected) == {
        ("privacy_incident_groups", "clients"),
        ("privacy_incident_groups", "children"),
        ("privacy_incident_data", "health"),
    }
    assert set(facts.values_list("severity", flat=True)) == {"high"}
    assert facts.get(happening="received").category == "wrong_recipient"


def test_the_delegate_is_told_that_it_waits(desk: Desk) -> None:
    incident = make_assessed(desk)
    told = Notification.objects.filter(record=incident.pk, event="assigned")
    assert [row.receiver.name for row in told] == ["Dora"]


def test_a_protected_identity_raises_the_risk_one_step(desk: Desk) -> None:
    assert make_assessed(desk, groups=("protected",)).level == "risk"


def test_a_root_without_a_list_begins_with_the_shipped_one(desk: Desk) -> None:
    assert not CategoryList.objects.filter(key=GROUPS).exists()
    make_assessed(desk)
    assert CategoryList.objects.filter(key=GROUPS, root=desk.cast.root).count() == 1


def test_a_greater_risk_is_decided_on_anew_and_a_smaller_is_not(desk: Desk) -> None:
    incident = again(desk, make_decided(desk))
    assert (incident.status, incident.notify) == ("decided", "no")
    assert again(desk, incident, consequence=5, probability=5).status == "assessed"


def test_assessed_again_it_is_counted_once_on_the_last_day(desk: Desk) -> None:
    incident = again(desk, make_decided(desk, to_all()))
    assert [name for name, _ in happenings(incident)].count("assessed") == 1
    assert Fact.objects.filter(record_id=incident.pk, happening="affected").count() == 3


@pytest.mark.parametrize("who", ["bo", "dag", "officer", "delegate", "cecilia", "stranger", "hugo"])
def test_wrong_role_is_refused(desk: Desk, who: str) -> None:
    incident = make_received(desk)
    with pytest.raises(NotAllowed):
        actions.assess(incident=incident, assessment=assessment(), version=1, by=desk.named(who), now=SOON)
    assert events(incident) == ["received"]


def test_a_manager_it_is_about_may_not_assess_it(desk: Desk) -> None:
    incident = make_excluding(desk)
    with pytest.raises(NotAllowed):
        actions.assess(incident=incident, assessment=assessment(), version=1, by=desk.cast.alice, now=SOON)
    actions.assess(incident=incident, assessment=assessment(), version=1, by=desk.cast.eva, now=SOON)


def test_what_is_closed_is_not_assessed(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Incidenten är avslutad"):
        again(desk, make_closed(desk))


def test_somebody_was_before(desk: Desk) -> None:
    incident = make_received(desk)
    with pytest.raises(StaleVersion):
        actions.assess(incident=incident, assessment=assessment(), version=0, by=desk.cast.alice, now=SOON)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"type": "nowhere"}, "category.list"),
        ({"groups": ("nobody",)}, "category.list"),
        ({"data": ("nothing",)}, "category.list"),
        ({"breaches": frozenset()}, "breaches"),
        ({"consequence": 0}, "risk.none"),
        ({"probability": 6}, "risk.none"),
        ({"people": People(Counted.EXACT)}, "people"),
        ({"effects": " "}, "effects.empty"),
    ],
)
def test_what_is_missing_or_wrong_leaves_it_as_it_was(desk: Desk, wrong: dict[str, Any], code: str) -> None:
    incident = make_received(desk)
    with pytest.raises(RuleBroken) as broken:
        again(desk, incident, **wrong)
    assert broken.value.code == f"privacy_incidents.{code}"
    assert PrivacyIncident.objects.get().status == "received"
