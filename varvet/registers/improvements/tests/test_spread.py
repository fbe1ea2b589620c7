"""Spreading to other units, as their own copies."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_unit
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import EffectPlan, Improvement, Narrative
from varvet.registers.improvements.rules import How
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    WHY,
    Counted,
    carried_out,
    counted,
    decision,
    form_of,
    fresh,
    last_event,
    make,
    make_given_up,
    make_planned,
)
from varvet.registers.improvements.tests.factories import plan as plan_of


def spread(held: Improvement, by: User, *units: Unit) -> list[Improvement]:
    return actions.spread(improvement=held, units=units, version=held.version, by=by, now=NOW)


def test_each_unit_gets_its_own_without_why_it_began_here(cast: Cast) -> None:
    held = make(cast)
    [copy] = spread(held, cast.eva, cast.b)
    assert (copy.unit, copy.what, copy.status, copy.due_on) == (cast.b, held.what, "planned", held.due_on)
    assert [area.quality_area for area in copy.areas.all()] == ["A", "H"]
    assert [text.improvement_id for text in Narrative.objects.all()] == [held.pk]


def test_facts_and_audit_of_both(cast: Cast) -> None:
    held = make(cast)
    [copy] = spread(held, cast.eva, cast.b)
    assert counted(copy) == [Counted("decided", TODAY)]
    assert counted(held) == [Counted("decided", DECIDED)]
    assert last_event(copy) == ("spread_here", cast.eva.pk, 1)
    assert last_event(held) == ("spread", cast.eva.pk, 2)


def test_the_origin_tells_how_many_are_done_and_the_copy_where_it_came_from(client: Client, cast: Cast) -> None:
    third = make_unit("Mottagning C", cast.department)
    held = make(cast)
    copies = spread(held, cast.eva, cast.b, third)
    carried_out(copies[0], cast.cecilia)
    client.force_login(cast.alice)
    page = client.get(reverse("improvements:page", args=[held.reference])).content.decode()
    assert "1 av 2 enheter klara" in page
    assert cast.b.name in page
    assert copies[0].reference not in page  # Alice does not work there
    assert WHY in page
    client.force_login(cast.eva)
    copy = client.get(reverse("improvements:page", args=[copies[0].reference])).content.decode()
    assert "Kommer från en annan enhet" in copy
    assert WHY not in copy


def test_once_a_unit_and_not_from_a_copy(cast: Cast) -> None:
    held = make(cast)
    [copy] = spread(held, cast.eva, cast.b)
    for origin, unit in ((fresh(held.pk), cast.b), (fresh(held.pk), cast.a), (copy, cast.department)):
        with pytest.raises(RuleBroken):
            spread(origin, cast.eva, unit)
    assert Improvement.objects.count() == 2


@pytest.mark.parametrize("who", ["alice", "cecilia", "bo", "dag", "stranger"])
def test_only_who_decides_in_all_of_the_units(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        spread(make(cast), getattr(cast, who), cast.b)
    assert Improvement.objects.count() == 1


def test_not_what_was_given_up(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        spread(make_given_up(cast), cast.eva, cast.b)


def test_an_old_version_is_refused_and_nothing_is_made(cast: Cast) -> None:
    held = make(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        spread(held, cast.eva, cast.b)
    assert Improvement.objects.count() == 1


def test_the_form_offers_the_units_that_have_it_not(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.eva)
    address = reverse("improvements:spread", args=[held.reference])
    assert client.post(address, form_of(held, units=[cast.b.pk])).status_code == 302
    page = client.get(address).content.decode()
    assert f'value="{cast.b.pk}"' not in page
    assert f'value="{cast.a.pk}"' not in page


def test_a_copy_is_followed_up_the_same_way_on_its_own_day(cast: Cast) -> None:
    held = make_planned(cast, how=How.INDICATOR, indicator="Andel i tid", target="minst 95 %")
    [copy] = spread(held, cast.eva, cast.b)
    plan = EffectPlan.objects.get(improvement=copy)
    assert (plan.how, plan.indicator, plan.target) == (How.INDICATOR, "Andel i tid", "minst 95 %")
    assert (plan.judge, plan.due_on) == (cast.eva, TODAY + timedelta(days=60))
    assert copy.due_on == held.due_on


def test_a_copy_made_later_has_as_long_as_the_first_had(cast: Cast) -> None:
    held = carried_out(make_planned(cast), cast.alice, TODAY - timedelta(days=5))
    [copy] = spread(held, cast.eva, cast.b)
    plan = EffectPlan.objects.get(improvement=copy)
    assert plan.due_on - (copy.due_on or copy.decided_on) == timedelta(days=65)


def test_a_judge_who_does_not_work_there_is_whoever_spreads_it(cast: Cast) -> None:
    held = make(cast, replace(decision(cast.a), owner=cast.eva, plan=plan_of(cast.alice)))
    [copy] = spread(held, cast.eva, cast.b)
    assert EffectPlan.objects.get(improvement=copy).judge == cast.eva
