"""A year's plan: begun, filled from a ready one, approved by a named person, and taken over to the next year."""

from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks.actions import year_plans
from varvet.registers.self_checks.models import QUESTIONS, YearPlan
from varvet.registers.self_checks.rules.planning import Frequency
from varvet.registers.self_checks.rules.ready_plans import ready_plan
from varvet.registers.self_checks.tests.factories import make_questions
from varvet.registers.self_checks.tests.planned import add_row, approved, content_of, make_plan

BROMMA, GOTEBORG = ready_plan("bromma"), ready_plan("goteborg")


def test_a_plan_is_a_draft_and_there_is_one_of_a_year(cast: Cast) -> None:
    plan = make_plan(cast)
    assert (plan.is_approved, plan.version, plan.made_by, plan.root) == (False, 1, cast.eva, cast.root)
    with pytest.raises(RuleBroken):
        make_plan(cast)
    assert AuditEvent.objects.get(kind="self_checks").event == "plan_started"


@pytest.mark.parametrize("who", ["alice", "bo", "cecilia", "dag", "stranger"])
def test_others_begin_none_for_the_department(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        year_plans.start_plan(unit=cast.department, year=2026, by=getattr(cast, who), now=NOW)
    assert not YearPlan.objects.exists()


def test_a_manager_begins_the_units_own(cast: Cast) -> None:
    assert year_plans.start_plan(unit=cast.a, year=2027, by=cast.alice, now=NOW).unit == cast.a


def test_brommas_plan_is_copied_in_one_step_and_only_once(cast: Cast) -> None:
    make_questions(cast.root)
    plan = year_plans.start_from_ready(unit=cast.department, year=2026, ready=BROMMA, by=cast.eva, now=NOW)
    assert plan.rows.count() == 23
    known = plan.rows.get(question__code="a-1-1")
    assert known.question.label == "A.1.1 Följer dokumentationen kraven?"  # the root's own words stay
    talks = plan.rows.get(question__code="a-2-3")
    assert (talks.frequency, talks.goal, [unit.pk for unit in talks.units.all()]) == (
        Frequency.MONTH, "A.2 Utredningstider", [cast.department.pk],
    )  # fmt: skip
    assert year_plans.take_ready(plan=plan, ready=BROMMA, by=cast.eva, now=NOW) == 0
    assert plan.rows.count() == 23


def test_two_ready_plans_fit_in_one_the_same_day(cast: Cast) -> None:
    plan = make_plan(cast)
    made = [year_plans.take_ready(plan=plan, ready=ready, by=cast.eva, now=NOW) for ready in (GOTEBORG, BROMMA)]
    assert made == [5, 23]
    questions = CategoryList.objects.get(root=cast.root, key=QUESTIONS)
    assert (questions.first_day, questions.categories.count()) == (TODAY, 28)
    orders = list(Category.objects.filter(list=questions).values_list("order", flat=True))
    assert orders == list(range(28))


def test_a_ready_plan_follows_a_quality_year_that_begins_in_september(cast: Cast) -> None:
    choose(cast.root, "quality_year_first_month", 9, first_day=date(2020, 1, 1))
    plan = year_plans.start_from_ready(unit=cast.a, year=2026, ready=GOTEBORG, by=cast.eva, now=NOW)
    days = set(plan.rows.values_list("first_day", "last_day"))
    assert days == {(date(2025, 9, 1), date(2026, 8, 31))}


def test_an_approved_plan_takes_no_ready_one(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        year_plans.take_ready(plan=approved(cast), ready=GOTEBORG, by=cast.eva, now=NOW)


def test_it_is_approved_by_somebody_by_name(cast: Cast) -> None:
    plan = approved(cast)
    assert (plan.approved_by, plan.approved_at) == (cast.eva, NOW)
    event = AuditEvent.objects.order_by("-pk")[0]
    assert (event.event, event.actor_id, event.data) == ("plan_approved", cast.eva.pk, {"plan": plan.pk})
    with pytest.raises(RuleBroken):
        year_plans.approve_plan(plan=plan, version=plan.version, by=cast.eva, now=NOW)


def test_an_empty_plan_is_not_approved(cast: Cast) -> None:
    plan = make_plan(cast)
    with pytest.raises(RuleBroken):
        year_plans.approve_plan(plan=plan, version=plan.version, by=cast.eva, now=NOW)


def test_it_is_approved_as_it_was_read(cast: Cast) -> None:
    plan = make_plan(cast)
    add_row(cast, plan)
    with pytest.raises(StaleVersion):
        year_plans.approve_plan(plan=plan, version=1, by=cast.eva, now=NOW)


@pytest.mark.parametrize("who", ["alice", "bo", "dag", "gun", "stranger"])
def test_others_do_not_approve(cast: Cast, who: str) -> None:
    plan = make_plan(cast)
    add_row(cast, plan)
    with pytest.raises(NotAllowed):
        year_plans.approve_plan(plan=plan, version=2, by=getattr(cast, who), now=NOW)


def test_next_years_plan_is_a_draft_with_the_same_rows_a_year_later(cast: Cast) -> None:
    point = replace(content_of(cast, cast.a, cast.b), control_point="Rätt ersättning", control_year=2026)
    plan = approved(cast, point)
    copy = year_plans.copy_plan(plan=plan, by=cast.eva, now=NOW)
    row = copy.rows.get()
    assert (copy.year, copy.is_approved) == (2027, False)
    assert (row.first_day, row.last_day) == (date(2027, 1, 1), date(2027, 12, 31))
    assert {unit.pk for unit in row.units.all()} == {cast.a.pk, cast.b.pk}
    assert (row.goal, row.control_point, row.control_year) == ("God kvalitet i dokumentationen", "", None)
    assert plan.rows.get().units.count() == 2
    with pytest.raises(RuleBroken):
        year_plans.copy_plan(plan=plan, by=cast.eva, now=NOW)


@pytest.mark.parametrize("who", ["alice", "dag", "stranger"])
def test_others_do_not_copy(cast: Cast, who: str) -> None:
    plan = approved(cast)
    with pytest.raises(NotAllowed):
        year_plans.copy_plan(plan=plan, by=getattr(cast, who), now=NOW)
