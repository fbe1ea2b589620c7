"""The rows of a plan: added, changed, and struck out while nothing has begun."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.planning_steps import (
    PLAN,
    Noted,
    open_plan,
    progress_of,
    tell_change,
    year_of,
)
from varvet.registers.self_checks.actions.questions import Wanted, find_or_add
from varvet.registers.self_checks.models import Form, PlannedRound, PlanRow, Round, YearPlan
from varvet.registers.self_checks.rules import planning

PERFORM = "self_checks.perform"


@dataclass(frozen=True)
class RowContent:
    """What a row says. `question` is a category of the root's list, or the words of a new one.

    A person or a role is responsible, not both; without either, those nearest each unit are.
    """

    question: Category | str
    units: tuple[Unit, ...]
    method: rules.Method
    frequency: planning.Frequency
    span: planning.Span
    form: Form | None = None
    goal: str = ""
    quality_area: str = ""
    indicator: str = ""
    target_percent: int | None = None
    responsible: User | None = None
    responsible_role: str = ""
    control_point: str = ""
    control_year: int | None = None


@transaction.atomic
def add_row(*, plan: YearPlan, content: RowContent, key: str, reason: str, by: User, now: datetime) -> PlanRow:
    """The new row, or the one the same key made before."""
    current = open_plan(plan, PLAN, by=by, now=now)
    made = PlanRow.objects.filter(plan=current, key=key).first()
    if made is not None:
        return made
    _check(current, content, now)
    row = PlanRow(plan=current, key=key)
    _write(row, content, _question(current, content, now))
    row.save()
    row.units.set(content.units)
    tell_change(current, Noted(row, planning.Change.ADDED, reason), by=by, now=now)
    return row


@transaction.atomic
def change_row(*, row: PlanRow, content: RowContent, version: int, reason: str, by: User, now: datetime) -> PlanRow:
    """Rounds that are planned and not begun get the new words too. StaleVersion where somebody saved first."""
    plan = open_plan(row.plan, PLAN, by=by, now=now)
    current = _current(row, version)
    _check(plan, content, now)
    question, units = _question(plan, content, now), list(current.units.all())
    before, progress, form = _shape(current, units), progress_of(current, now), current.form
    _write(current, content, question)
    planning.check_change(before, _shape(current, content.units), progress)
    current.version += 1
    current.save()
    current.units.set(content.units)
    _carry_on(current, form, by)
    tell_change(plan, Noted(current, planning.Change.CHANGED, reason), by=by, now=now)
    return current


@transaction.atomic
def remove_row(*, row: PlanRow, version: int, reason: str, by: User, now: datetime) -> PlanRow:
    """Rounds that are made are not done, with the reason. RuleBroken when one has begun."""
    plan = open_plan(row.plan, PLAN, by=by, now=now)
    current = _current(row, version)
    planning.check_remove(progress_of(current, now), reason)
    for round_ in _waiting(current):
        round_.status = rules.Status.NOT_DONE
        round_.not_done_reason, round_.closed_at = reason.strip(), now
        round_.save()
        spine.commit(round_, "not_done", by=by)
    current.removed_at, current.version = now, current.version + 1
    current.save()
    tell_change(plan, Noted(current, planning.Change.REMOVED, reason), by=by, now=now)
    return current


def _current(row: PlanRow, version: int) -> PlanRow:
    current = PlanRow.objects.select_related("question", "form").get(pk=row.pk)  # its plan is locked
    if current.removed_at is not None:
        raise RuleBroken("self_check.plan.removed", marked("Kontrollen är redan struken ur planen."))
    if current.version != version:
        raise StaleVersion(current.question.label, version, current.version)
    return current


def _check(plan: YearPlan, content: RowContent, now: datetime) -> None:
    planning.check_row(content.span, year_of(plan), content.target_percent, content.units)
    if any(unit.root_id != plan.root_id for unit in content.units):
        raise RuleBroken("self_check.plan.elsewhere", marked("Välj enheter i listan."), field="units")
    check_able(content.responsible, content.units, day_of(now))
    check_form(content.form, plan)


def check_form(form: Form | None, plan: YearPlan) -> None:
    """The root's own, with a version to use."""
    if form is not None and (form.root_id != plan.root_id or form.usable() is None):
        raise RuleBroken("self_check.plan.form", marked("Välj ett formulär som är publicerat."), field="form")


def check_able(person: User | None, units: tuple[Unit, ...], today: date) -> None:
    """Who is responsible may carry out the check in every one of the units."""
    if person is None or all(can(person, PERFORM, unit, today=today) for unit in units):
        return
    raise RuleBroken(
        "self_check.plan.responsible",
        marked("Personen får inte göra kontrollen i alla enheterna. Välj en annan, eller en roll."),
        field="responsible",
    )


def _question(plan: YearPlan, content: RowContent, now: datetime) -> Category:
    if isinstance(content.question, Category):
        return content.question
    [found] = find_or_add(plan.root, [Wanted(content.question.strip())], day_of(now))
    return found


def _shape(row: PlanRow, units: "tuple[Unit, ...] | list[Unit]") -> planning.RowShape:
    ids = frozenset(unit.pk for unit in units)
    return planning.RowShape(row.question.code, row.method, row.frequency, row.span, ids)


def _write(row: PlanRow, content: RowContent, question: Category) -> None:
    row.question, row.method, row.frequency = question, content.method, content.frequency
    row.form = content.form
    row.first_day, row.last_day = content.span.first, content.span.last
    row.goal, row.indicator = content.goal.strip(), content.indicator.strip()
    row.quality_area, row.target_percent = content.quality_area, content.target_percent
    row.responsible, row.responsible_role = content.responsible, content.responsible_role
    row.control_point, row.control_year = content.control_point.strip(), content.control_year


def _carry_on(row: PlanRow, form: Form | None, by: User) -> None:
    """What the row says now reaches its rounds that have not begun; a round that chose another form keeps it."""
    PlannedRound.objects.filter(row=row, round__status__in=rules.OPEN).update(responsible=row.responsible)
    version = row.form.usable() if row.form else None
    for round_ in _waiting(row):
        follows = row.form != form and (round_.form_version.form if round_.form_version else None) == form
        said = (row.goal, row.quality_area, row.target_percent, version if follows else round_.form_version)
        if (round_.goal, round_.quality_area, round_.target_percent, round_.form_version) == said:
            continue
        round_.goal, round_.quality_area, round_.target_percent, round_.form_version = said
        round_.save()
        spine.commit(round_, "replanned", by=by)


def _waiting(row: PlanRow) -> list[Round]:
    rounds = Round.objects.select_for_update(of=("self",)).filter(planned__row=row, status=rules.Status.PLANNED)
    return list(rounds.select_related("form_version__form").order_by("pk"))
