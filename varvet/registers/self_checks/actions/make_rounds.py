"""A plan's rows become rounds: one for each unit and period, each of them once however often it is asked."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.numbering import reserve
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.planning_steps import PLAN, finish, open_plan, year_of
from varvet.registers.self_checks.models import KIND, PlannedRound, PlanRow, Round, YearPlan
from varvet.registers.self_checks.rules import planning


@transaction.atomic
def make_rounds(*, plan: YearPlan, by: User, now: datetime) -> list[Round]:
    """The rounds that were missing, all or none; an empty list when there were none."""
    current = open_plan(plan, PLAN, by=by, now=now)
    planning.check_make(is_approved=current.is_approved)
    wanted = _missing(current)
    if not wanted:
        return []
    versions = {row.form_id: row.form.usable() for row in {planned.row for planned, _ in wanted} if row.form}
    references = reserve(current.root, KIND, day_of(now).year, len(wanted))
    rounds = [
        _round(planned, span, reference, by, now) for (planned, span), reference in zip(wanted, references, strict=True)
    ]
    for (planned, _), round_ in zip(wanted, rounds, strict=True):
        round_.form_version = versions.get(planned.row.form_id)
    spine.insert_children(rounds)
    for (planned, _), round_ in zip(wanted, rounds, strict=True):
        planned.round = round_
    PlannedRound.objects.bulk_create([planned for planned, _ in wanted])
    spine.commit_new(rounds, "planned", by=by)
    finish(current, "plan_rounds_made", by=by, data={"rounds": len(rounds)})
    return rounds


def _missing(plan: YearPlan) -> list[tuple[PlannedRound, planning.Span]]:
    made = set(PlannedRound.objects.filter(row__plan=plan).values_list("row_id", "unit_id", "first_day"))
    rows = plan.rows.filter(removed_at__isnull=True).select_related("question", "responsible", "form", "plan__root")
    year = year_of(plan)
    return [
        (PlannedRound(row=row, unit=unit, first_day=span.first, responsible=row.responsible), span)
        for row in rows.prefetch_related("units__root")
        for span in planning.slots(row.frequency, year, row.span)
        for unit in sorted(row.units.all(), key=_order)
        if (row.pk, unit.pk, span.first) not in made
    ]


def _order(unit: Unit) -> tuple[str, int]:
    return unit.sort_key, unit.pk


def _round(planned: PlannedRound, span: planning.Span, reference: str, by: User, now: datetime) -> Round:
    row: PlanRow = planned.row
    return Round(
        kind=KIND,
        reference=reference,
        root=row.plan.root,
        unit=planned.unit,
        status=rules.Status.PLANNED,
        received_at=now,
        opened_by=by,
        question=row.question,
        goal=row.goal,
        quality_area=row.quality_area,
        method=row.method,
        first_day=span.first,
        last_day=span.last,
        target_percent=row.target_percent,
    )
