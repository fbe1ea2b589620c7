"""Describing what others have a part in: health care by kind and injury, collaboration by direction and counterpart."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import LONG_AGO, Cast
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Collaboration, Deviation, Handover, HealthCare
from varvet.registers.deviations.rules import Direction
from varvet.registers.deviations.tests.factories import (
    ASSESSED,
    CLOSED,
    assessed,
    assessment,
    closed,
    events_of,
    fresh,
    reported,
    tally_content,
)
from varvet.registers.deviations.tests.outside_cases import (
    FALL,
    PLAN,
    described,
    in_collaboration,
    in_health_care,
)


def known(deviation: Deviation, by: Any) -> dict[str, Any]:
    return {"deviation": deviation, "version": fresh(deviation).version, "by": by, "now": ASSESSED}


def outside_facts(deviation: Deviation) -> list[tuple[str, str, str, str, str, int]]:
    """Happening, list, category, direction, outcome and count of what others have a part in."""
    rows = Fact.objects.filter(record_id=deviation.pk, happening__in=["health_care", "collaboration", "counterpart"])
    return list(
        rows.order_by("pk").values_list("happening", "category_list", "category", "direction", "outcome", "count")
    )


def test_what_happened_is_of_the_roots_list_and_says_the_injury(cast: Cast) -> None:
    deviation = described(cast)
    care = HealthCare.objects.get(deviation=deviation)
    assert (care.kind.code, care.kind.list.root, care.injured) == ("fall_injury", cast.root, "injured")
    assert outside_facts(deviation) == [("health_care", "health_care_kinds", "fall_injury", "", "injured", 1)]
    assert events_of(deviation)[-1][0] == "health_care_described"


def test_before_it_is_described_it_counts_without_a_kind(cast: Cast) -> None:
    assert outside_facts(in_health_care(cast)) == [("health_care", "health_care_kinds", "", "", "unknown", 1)]
    assert outside_facts(in_collaboration(cast)) == [
        ("collaboration", "collaboration_agreements", "", "", "", 1),
        ("counterpart", "collaboration_counterparts", "", "", "", 1),
    ]
    assert outside_facts(assessed(cast)) == []


def test_it_can_be_said_anew(cast: Cast) -> None:
    deviation = described(cast)
    actions.describe_health_care(content=actions.CareEvent("wrong_dose", "unhurt"), **known(deviation, cast.alice))
    assert outside_facts(deviation) == [("health_care", "health_care_kinds", "wrong_dose", "", "unhurt", 1)]


def test_a_root_may_have_a_list_of_its_own(cast: Cast) -> None:
    own = NewList("Händelser", (CategoryValue("sharp", "Stick eller skärsår"),))
    new_version(root=cast.root, key=rules.KINDS, content=own, first_day=LONG_AGO)
    deviation = in_health_care(cast)
    with pytest.raises(RuleBroken, match="Välj vad som hände i listan"):
        actions.describe_health_care(content=FALL, **known(deviation, cast.alice))
    actions.describe_health_care(content=actions.CareEvent("sharp", "injured"), **known(deviation, cast.alice))
    assert HealthCare.objects.get(deviation=deviation).kind.label_sv == "Stick eller skärsår"


def test_what_we_saw_is_to_be_handed_over(cast: Cast) -> None:
    deviation = in_collaboration(cast)
    actions.describe_collaboration(content=replace(PLAN, their_number="MC-4"), **known(deviation, cast.alice))
    handover = Handover.objects.get(deviation=deviation)
    assert (handover.destination, handover.state) == ("counterpart", "open")
    assert (handover.receiver, handover.their_number) == ("Björkens vårdcentral", "MC-4")
    assert outside_facts(deviation) == [
        ("collaboration", "collaboration_agreements", "sip_not_held", "out", "", 1),
        ("counterpart", "collaboration_counterparts", "primary_care", "out", "", 1),
    ]
    assert events_of(deviation)[-1][0] == "collaboration_described"


def test_what_they_saw_is_to_be_answered(cast: Cast) -> None:
    deviation = in_collaboration(cast)
    actions.describe_collaboration(content=replace(PLAN, direction=Direction.IN), **known(deviation, cast.alice))
    assert Handover.objects.get(deviation=deviation).destination == "reply"


def test_said_anew_nothing_begins_again(cast: Cast) -> None:
    deviation = in_collaboration(cast)
    actions.describe_collaboration(content=PLAN, **known(deviation, cast.alice))
    handover = Handover.objects.get(deviation=deviation)
    told = {"version": fresh(deviation).version, "by": cast.alice, "now": ASSESSED}
    actions.withdraw(handover=handover, reason="Redan gjort.", **told)  # type: ignore[arg-type]  # as in `known`
    actions.describe_collaboration(content=replace(PLAN, agreement="discharge"), **known(deviation, cast.alice))
    assert Handover.objects.filter(deviation=deviation).count() == 1
    assert Collaboration.objects.get(deviation=deviation).agreement.code == "discharge"


@pytest.mark.parametrize(
    ("change", "field"), [({"counterpart": "moon"}, "counterpart"), ({"agreement": ""}, "agreement")]
)
def test_what_is_in_no_list_is_refused(cast: Cast, change: dict[str, Any], field: str) -> None:
    deviation = in_collaboration(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.describe_collaboration(content=replace(PLAN, **change), **known(deviation, cast.alice))
    assert broken.value.field == field
    assert not Handover.objects.exists()


@pytest.mark.parametrize("name", ["bo", "cecilia", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    care, between = in_health_care(cast), in_collaboration(cast)
    with pytest.raises(NotAllowed):
        actions.describe_health_care(content=FALL, **known(care, getattr(cast, name)))
    with pytest.raises(NotAllowed):
        actions.describe_collaboration(content=PLAN, **known(between, getattr(cast, name)))
    assert not HealthCare.objects.exists()


def test_of_another_kind_there_is_nothing_to_say(cast: Cast) -> None:
    deviation = assessed(cast)
    with pytest.raises(RuleBroken, match="annat slag"):
        actions.describe_health_care(content=FALL, **known(deviation, cast.alice))
    with pytest.raises(RuleBroken, match="annat slag"):
        actions.describe_collaboration(content=PLAN, **known(deviation, cast.alice))


def test_not_once_it_is_closed(cast: Cast) -> None:
    deviation = closed(cast)
    Deviation.objects.filter(pk=deviation.pk).update(nature="health_care")
    with pytest.raises(RuleBroken, match="Öppna avvikelsen igen"):
        actions.describe_health_care(content=FALL, **known(deviation, cast.alice))
    Deviation.objects.filter(pk=deviation.pk).update(nature="near_miss")


def test_a_stale_version_writes_nothing(cast: Cast) -> None:
    deviation = in_health_care(cast)
    with pytest.raises(StaleVersion):
        actions.describe_health_care(deviation=deviation, content=FALL, version=1, by=cast.alice, now=ASSESSED)
    assert not HealthCare.objects.exists()


def test_it_must_be_described_before_closing(cast: Cast) -> None:
    deviation, ending = in_health_care(cast), actions.Closing("Så blev det.")
    with pytest.raises(RuleBroken, match="uppgifter om vården"):
        actions.close(deviation=deviation, closing=ending, version=2, by=cast.alice, now=CLOSED)
    actions.describe_health_care(content=FALL, **known(deviation, cast.alice))
    actions.close(deviation=deviation, closing=ending, version=3, by=cast.alice, now=CLOSED)
    assert fresh(deviation).is_closed


def test_where_health_care_is_another_committees_it_is_handed_over_to_them(cast: Cast) -> None:
    choose(cast.root, "health_care_elsewhere", "Vård- och omsorgsnämnden", first_day=LONG_AGO)
    handover = Handover.objects.get(deviation=in_health_care(cast))
    assert (handover.destination, handover.receiver) == ("other_committee", "Vård- och omsorgsnämnden")
    assert not Handover.objects.filter(deviation=assessed(cast)).exists()


def test_where_it_is_ones_own_nothing_begins(cast: Cast) -> None:
    assert not Handover.objects.filter(deviation=in_health_care(cast)).exists()


def test_assessed_as_something_else_it_has_no_direction(cast: Cast) -> None:
    deviation = in_collaboration(cast)
    actions.describe_collaboration(content=PLAN, **known(deviation, cast.alice))
    actions.reroute(to=(cast.b, "Hör dit."), **known(deviation, cast.eva))
    about = assessment(cast)
    actions.assess(assessment=about, **known(deviation, cast.eva))
    assert fresh(deviation).direction == ""
    assert outside_facts(deviation) == []


def test_many_falls_of_a_month_are_one_entry(cast: Cast) -> None:
    many = tally_content(cast, nature=rules.Nature.HEALTH_CARE, category=None, care=actions.CareEvent("fall"), count=6)
    record = actions.tally(content=many, key=new_key(), by=cast.alice, now=ASSESSED)
    deviation = Deviation.objects.get(pk=record.pk)
    assert outside_facts(deviation) == [("health_care", "health_care_kinds", "fall", "", "unhurt", 6)]
    assert Fact.objects.get(record_id=deviation.pk, happening="health_care").day == date(2026, 2, 28)
    assert not deviation.mentions.exists()


@pytest.mark.parametrize(
    "change", [{"nature": rules.Nature.HEALTH_CARE}, {"nature": rules.Nature.DEVIATION, "category": None}]
)
def test_many_at_once_are_of_a_kind_or_a_type(cast: Cast, change: dict[str, Any]) -> None:
    with pytest.raises(RuleBroken):
        actions.tally(content=tally_content(cast, **change), key=new_key(), by=cast.alice, now=ASSESSED)
    assert not Deviation.objects.exists()


def test_a_report_is_described_only_once_it_is_assessed_as_such(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="annat slag"):
        actions.describe_health_care(content=FALL, **known(reported(cast), cast.alice))
