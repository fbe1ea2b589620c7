"""Plans of self-checks to test with."""

from dataclasses import replace
from datetime import date

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks.actions import plan_rows, year_plans
from varvet.registers.self_checks.actions.make_rounds import make_rounds
from varvet.registers.self_checks.actions.plan_rows import RowContent
from varvet.registers.self_checks.models import PlanRow, Round, YearPlan
from varvet.registers.self_checks.rules import Method
from varvet.registers.self_checks.rules.planning import Frequency, Span
from varvet.registers.self_checks.tests.factories import question

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
WHY = "Två avvikelser visade ett behov."


def make_plan(cast: Cast, unit: Unit | None = None) -> YearPlan:
    """Eva's draft for the department, or the unit."""
    return year_plans.start_plan(unit=unit or cast.department, year=2026, by=cast.eva, now=NOW)


def content_of(cast: Cast, *units: Unit) -> RowContent:
    return RowContent(
        question=question(cast.root),
        units=units or (cast.a,),
        method=Method.FILE_AUDIT,
        frequency=Frequency.ONCE,
        span=YEAR,
        goal="God kvalitet i dokumentationen",
        quality_area="A",
        indicator="Andel akter som följer föreskrifterna",
        target_percent=90,
    )


def add_row(cast: Cast, plan: YearPlan, content: RowContent | None = None, *, key: str = "one") -> PlanRow:
    reason = WHY if plan.is_approved else ""
    given = content or content_of(cast)
    return plan_rows.add_row(plan=plan, content=given, key=key, reason=reason, by=cast.eva, now=NOW)


def approved(cast: Cast, *contents: RowContent) -> YearPlan:
    """A plan with its rows, approved by Eva; without rounds."""
    plan = make_plan(cast)
    for number, content in enumerate(contents or (content_of(cast),)):
        add_row(cast, plan, content, key=str(number))
    plan.refresh_from_db()
    return year_plans.approve_plan(plan=plan, version=plan.version, by=cast.eva, now=NOW)


def with_rounds(cast: Cast, *contents: RowContent) -> tuple[YearPlan, list[Round]]:
    plan = approved(cast, *contents)
    return plan, make_rounds(plan=plan, by=cast.eva, now=NOW)


def monthly(cast: Cast, *units: Unit) -> RowContent:
    return replace(content_of(cast, *units), frequency=Frequency.MONTH)
