"""A year's plan: begun, filled from a ready one, taken over to the next year, and approved by somebody by name."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import quality_year_of
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks.actions.planning_steps import APPROVE, PLAN, finish, open_plan, year_of
from varvet.registers.self_checks.actions.questions import Wanted, find_or_add
from varvet.registers.self_checks.actions.shipped_forms import shipped_forms_of
from varvet.registers.self_checks.models import PlanRow, YearPlan
from varvet.registers.self_checks.rules import planning
from varvet.registers.self_checks.rules.ready_plans import ReadyPlan

FOLLOWS = (
    "question", "goal", "quality_area", "method", "form", "indicator", "target_percent",
    "frequency", "responsible", "responsible_role",
)  # fmt: skip


@transaction.atomic
def start_plan(*, unit: Unit, year: int, by: User, now: datetime) -> YearPlan:
    """An empty draft. RuleBroken where the unit has a plan of that year already."""
    check(by, PLAN, unit, today=day_of(now))
    assert unit.root is not None
    planning.check_year(year, quality_year_of(unit.root, day_of(now)).last.year)
    return _start(unit, year, by)


@transaction.atomic
def start_from_ready(*, unit: Unit, year: int, ready: ReadyPlan, by: User, now: datetime) -> YearPlan:
    """A draft that is a copy of a shipped plan."""
    plan = start_plan(unit=unit, year=year, by=by, now=now)
    take_ready(plan=plan, ready=ready, by=by, now=now)
    return plan


def _start(unit: Unit, year: int, by: User) -> YearPlan:
    Unit.objects.select_for_update().get(pk=unit.pk)  # two do not begin the same plan
    if YearPlan.objects.filter(unit=unit, year=year).exists():
        sentence = marked("Enheten har redan en plan för {year}. Öppna den i stället.")
        raise RuleBroken("self_check.plan.exists", sentence, field="year", values={"year": year})
    assert unit.root is not None
    plan = YearPlan.objects.create(root=unit.root, unit=unit, year=year, made_by=by)
    finish(plan, "plan_started", by=by)
    return plan


@transaction.atomic
def take_ready(*, plan: YearPlan, ready: ReadyPlan, by: User, now: datetime) -> int:
    """Copies a shipped plan's rows, those not taken before; returns how many. Only into a draft."""
    current = open_plan(plan, PLAN, by=by, now=now)
    if current.is_approved:
        raise RuleBroken("self_check.plan.approved", marked("Planen är redan godkänd."))
    wanted = [Wanted(row.label, row.number, row.code) for row in ready.rows]
    questions = find_or_add(current.root, wanted, day_of(now))
    forms = shipped_forms_of(current.root, {row.form for row in ready.rows if row.form}, by=by, now=now)
    year, known = year_of(current), set(current.rows.values_list("key", flat=True))
    made = 0
    for row, question in zip(ready.rows, questions, strict=True):
        key = f"{ready.name}:{row.code}"
        if key in known:
            continue
        copied = PlanRow.objects.create(
            plan=current,
            key=key,
            question=question,
            goal=row.goal,
            quality_area=row.quality_area,
            method=row.method,
            form=forms.get(row.form),
            indicator=row.indicator,
            target_percent=row.target_percent,
            frequency=row.frequency,
            first_day=year.first,
            last_day=year.last,
        )
        copied.units.add(current.unit)
        made += 1
    finish(current, "plan_taken", by=by, data={"ready": ready.name, "rows": made})
    return made


@transaction.atomic
def copy_plan(*, plan: YearPlan, by: User, now: datetime) -> YearPlan:
    """Next year's draft with the same rows, a year later. Nobody has approved it, and no control point follows."""
    source = open_plan(plan, PLAN, by=by, now=now)
    copy = _start(source.unit, source.year + 1, by)
    year = year_of(copy)
    for row in source.rows.filter(removed_at__isnull=True).prefetch_related("units"):
        first, last = planning.a_year_later(row.first_day), planning.a_year_later(row.last_day)
        copied = PlanRow.objects.create(
            plan=copy,
            key=f"from:{row.pk}",
            first_day=max(first, year.first),
            last_day=min(last, year.last),
            **{name: getattr(row, name) for name in FOLLOWS},
        )
        copied.units.set([unit for unit in row.units.all() if unit.last_day is None or unit.last_day >= year.first])
    finish(source, "plan_copied", by=by, data={"to": copy.pk})
    return copy


@transaction.atomic
def approve_plan(*, plan: YearPlan, version: int, by: User, now: datetime) -> YearPlan:
    """As it was read: StaleVersion where it has been changed since."""
    current = open_plan(plan, APPROVE, by=by, now=now)
    if current.version != version:
        raise StaleVersion(current.unit.name, version, current.version)
    rows = current.rows.filter(removed_at__isnull=True)
    planning.check_approve(is_approved=current.is_approved, rows=rows.count())
    if rows.filter(units__isnull=True).exists():
        raise RuleBroken("self_check.plan.units", marked("En kontroll saknar enhet. Välj minst en enhet."))
    current.approved_at, current.approved_by = now, by
    finish(current, "plan_approved", by=by)
    return current
