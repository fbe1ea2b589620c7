"""What every change of a plan does: may they, the plan locked, and afterwards what was changed is told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import quality_year
from varvet.registers.self_checks.models import KIND, PlanChange, PlannedRound, PlanRow, YearPlan
from varvet.registers.self_checks.rules import planning

PLAN, APPROVE = "self_checks.plan", "self_checks.approve_plan"


@dataclass(frozen=True)
class Noted:
    """Which row was changed, how, and why."""

    row: PlanRow
    what: planning.Change
    reason: str = ""


def open_plan(plan: YearPlan, permission: str, *, by: User, now: datetime) -> YearPlan:
    """The plan, locked until the transaction ends; NotAllowed for who may not."""
    check(by, permission, plan.unit, today=day_of(now))
    return YearPlan.objects.select_for_update(of=("self",)).select_related("unit", "root").get(pk=plan.pk)


def year_of(plan: YearPlan) -> planning.Span:
    found = quality_year(plan.root, plan.year)
    return planning.Span(found.first, found.last)


def progress_of(row: PlanRow, now: datetime) -> planning.Progress:
    rounds = PlannedRound.objects.filter(row=row).values_list("round__status", "round__last_day")
    return planning.progress_of(rounds, day_of(now))


def tell_change(plan: YearPlan, noted: Noted, *, by: User, now: datetime) -> None:
    """A draft is changed without further words; what is approved says what was done to it and why."""
    if plan.is_approved:
        planning.check_reason_of_change(noted.reason)
        PlanChange.objects.create(plan=plan, row=noted.row, what=noted.what, reason=noted.reason.strip(), at=now, by=by)
    finish(plan, f"plan_row_{noted.what}", by=by, data={"row": noted.row.pk})


def finish(plan: YearPlan, event: str, *, by: User, data: dict[str, Any] | None = None) -> None:
    plan.version += 1
    plan.save()
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=plan.unit_id)
    trail.write([trail.event(event, subject, data={"plan": plan.pk, **(data or {})})])
