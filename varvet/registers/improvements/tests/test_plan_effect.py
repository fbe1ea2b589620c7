"""Planning how the effect is followed up, and the measure as it was before."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.improvements import actions, rules
from varvet.registers.improvements.models import EffectPlan, Improvement, Reading
from varvet.registers.improvements.queries import list_clocks
from varvet.registers.improvements.rules import How
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    Counted,
    carried_out,
    counted,
    decision,
    fresh,
    last_event,
    make,
    make_given_up,
    make_planned,
    make_settled,
    plan,
)

MEASURE = {"how": How.MEASURE, "measure": "improvements.decided"}


def plan_it(held: Improvement, by: User, judge: User, **changed: object) -> Improvement:
    return actions.plan_effect(improvement=held, plan=plan(judge, **changed), version=held.version, by=by, now=NOW)


def test_it_is_kept_and_can_be_planned_anew(cast: Cast) -> None:
    held = plan_it(make(cast), cast.alice, cast.eva, how=How.INDICATOR, indicator=" Andel i tid ", target="95 %")
    kept = EffectPlan.objects.get(improvement=held)
    assert (kept.how, kept.indicator, kept.target, kept.judge) == (How.INDICATOR, "Andel i tid", "95 %", cast.eva)
    plan_it(fresh(held.pk), cast.alice, cast.alice)
    kept = EffectPlan.objects.get(improvement=held)
    assert (kept.how, kept.indicator, kept.judge) == (How.JUDGEMENT, "", cast.alice)


def test_audit_and_facts(cast: Cast) -> None:
    held = plan_it(make(cast), cast.alice, cast.eva)
    assert last_event(held) == ("effect_planned", cast.alice.pk, 2)
    assert counted(held) == [Counted("decided", DECIDED)]


def test_a_measure_is_read_for_as_many_days_before(cast: Cast) -> None:
    for day in (DECIDED - timedelta(days=1), DECIDED):
        make(cast, replace(decision(cast.a), decided_on=day))
    held = plan_it(make(cast), cast.alice, cast.eva, **MEASURE)
    before = Reading.objects.get(improvement=held)
    days = (TODAY + timedelta(days=60) - DECIDED).days
    assert (before.first_day, before.last_day) == (DECIDED - timedelta(days=days), DECIDED - timedelta(days=1))
    assert (before.moment, before.value, before.whole) == ("before", 1, None)


def test_planned_another_way_nothing_is_left_of_the_measure(cast: Cast) -> None:
    held = plan_it(make(cast), cast.alice, cast.eva, **MEASURE)
    plan_it(held, cast.alice, cast.eva)
    assert not Reading.objects.exists()


def test_a_measure_there_is_not_is_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        plan_it(make(cast), cast.alice, cast.eva, how=How.MEASURE, measure="deviations.nothing")
    assert not EffectPlan.objects.exists()


@pytest.mark.parametrize("who", ["bo", "dag", "cecilia", "stranger"])
def test_the_judge_handles_improvements_in_the_unit(cast: Cast, who: str) -> None:
    with pytest.raises(RuleBroken):
        plan_it(make(cast), cast.alice, getattr(cast, who))


def test_the_owner_is_not_the_judge(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        plan_it(make_planned(cast), cast.alice, cast.alice)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = make(cast)
    with pytest.raises(NotAllowed):
        plan_it(held, getattr(cast, who), cast.eva)
    assert fresh(held.pk).version == held.version


def test_not_when_given_up_or_settled(cast: Cast) -> None:
    for held in (make_given_up(cast), make_settled(cast)):
        with pytest.raises(RuleBroken):
            plan_it(held, cast.alice, cast.eva)


def test_an_old_version_is_not_written_over(cast: Cast) -> None:
    held = make(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        plan_it(held, cast.alice, cast.eva)


def test_the_clock_is_the_judges_on_the_planned_day(cast: Cast) -> None:
    held = carried_out(make_planned(cast), cast.alice)
    [clock] = list_clocks(cast.root)
    assert (clock.code, clock.holder_id, clock.due) == ("judge_effect", cast.eva.pk, TODAY + timedelta(days=60))
    assert clock.record_id == held.pk


def test_planned_to_be_judged_before_it_was_in_place_it_is_due_at_once(cast: Cast) -> None:
    held = make(cast)
    early = plan(cast.eva, due_on=held.due_on)
    actions.plan_effect(improvement=held, plan=early, version=held.version, by=cast.alice, now=NOW)
    Improvement.objects.filter(pk=held.pk).update(status=rules.Status.DONE, carried_out_on=date(2026, 9, 1))
    [clock] = list_clocks(cast.root)
    assert clock.due == date(2026, 9, 1)
    carried_back = Improvement.objects.filter(pk=held.pk)
    carried_back.update(status=rules.Status.PLANNED, carried_out_on=None)
