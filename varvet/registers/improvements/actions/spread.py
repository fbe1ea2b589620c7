"""Spreading: other units get the improvement as their own, to carry out and judge by themselves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.models import Link, LinkKind
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.decide import Decision, create
from varvet.registers.improvements.actions.plan_effect import EDIT, plan_of
from varvet.registers.improvements.models import KIND, Improvement


@transaction.atomic
def spread(
    *, improvement: Improvement, units: Sequence[Unit], version: int, by: User, now: datetime
) -> list[Improvement]:
    """A copy for each unit: what, areas, cause, last day and how the effect is seen. Why it began here is not told."""
    today = day_of(now)
    for unit in (improvement.unit, *units):
        check(by, "improvements.edit", unit, today=today)
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.SPREAD, current.status, current.effect)
    own = Link.objects.filter(source_id=current.pk, kind=LinkKind.FOLLOWS, part=rules.SPREAD)
    taken = {current.unit_id, *copies_of(current).values_list("unit_id", flat=True)}
    rules.check_spreading([unit.pk for unit in units], taken, rules.SPREAD if own.exists() else "")
    areas = tuple(area.quality_area for area in current.areas.all())
    bare = [_copy(current, unit, areas, now) for unit in units]
    contents = [replace(content, plan=_plan(current, content, by)) for content in bare]
    copies = [create(content, by, now, "spread_here") for content in contents]
    spine.commit(current, "spread", by=by, data={"units": [unit.pk for unit in units]})
    return copies


def copies_of(improvement: Improvement) -> QuerySet[Improvement]:
    ties = Link.objects.filter(target_id=improvement.pk, kind=LinkKind.FOLLOWS, part=rules.SPREAD, source__kind=KIND)
    return Improvement.objects.filter(pk__in=ties.values("source_id"))


def _plan(improvement: Improvement, content: Decision, by: User) -> rules.Plan | None:
    """Its effect is seen the same way, on the copy's own day: by the same judge, or whoever spreads it where that
    person does not work."""
    plan = plan_of(improvement)
    if plan is None:
        return None
    judge = plan.judge
    apart = judge is not None and can(judge, EDIT, content.unit, today=content.decided_on)
    days = rules.Spreading(improvement.decided_on, improvement.carried_out_on or improvement.due_on, plan.due_on)
    day = rules.judged_on(days, content.decided_on, content.due_on)
    return replace(plan.content, judge_id=plan.judge_id if apart else by.pk, due_on=day)


def _copy(improvement: Improvement, unit: Unit, areas: tuple[str, ...], now: datetime) -> Decision:
    today = day_of(now)
    still_ahead = improvement.due_on is not None and improvement.due_on > today
    return Decision(
        unit=unit,
        what=improvement.what,
        why="",
        quality_areas=areas,
        decided_on=today,
        due_on=improvement.due_on if still_ahead else None,
        follows=improvement,
        part=rules.SPREAD,
        cause=improvement.cause,
    )
