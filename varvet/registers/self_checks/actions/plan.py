"""Planning: which question is to be checked, where, how and when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.models import KIND, QUESTIONS, FormVersion, Round


@dataclass(frozen=True)
class Plan:
    """A round to come. `part` names a part of the unit, such as gruppbostad; empty means all of it."""

    unit: Unit
    question: Category
    category_list: CategoryList
    method: rules.Method
    first_day: date
    last_day: date
    goal: str = ""
    quality_area: str = ""
    target_percent: int | None = None
    part: str = ""
    form_version: FormVersion | None = None


@transaction.atomic
def plan(*, content: Plan, key: str, by: User, now: datetime) -> Record:
    """The new round, or the one the same key made before."""
    check(by, "self_checks.perform", content.unit, today=day_of(now))
    check_question(content.question, content.category_list)
    if content.form_version:
        check_usable(content.form_version, content.unit)
    rules.check_plan(content.first_day, content.last_day, content.target_percent)
    return once(key, by=by, create=lambda: _create(content, by, now))


def check_usable(version: FormVersion, unit: Unit) -> None:
    """Published, and of the unit's own root."""
    if version.published_at is None or version.form.root_id != unit.root_id:
        raise RuleBroken("self_check.set_up.form", "Välj ett formulär som är publicerat.", field="form")


def check_question(question: Category, category_list: CategoryList) -> None:
    if category_list.key != QUESTIONS or question.list_id != category_list.pk:
        raise RuleBroken("self_check.question.list", "Frågan finns inte i listan. Välj en annan.", field="question")


def _create(content: Plan, by: User, now: datetime) -> Round:
    root = content.unit.root
    assert root is not None
    round_ = Round.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(now).year),
        root=root,
        unit=content.unit,
        status=rules.Status.PLANNED,
        received_at=now,
        opened_by=by,
        question=content.question,
        goal=content.goal.strip(),
        quality_area=content.quality_area,
        method=content.method,
        part=content.part.strip(),
        first_day=content.first_day,
        last_day=content.last_day,
        form_version=content.form_version,
        target_percent=content.target_percent,
    )
    spine.commit(round_, "planned", by=by)
    return round_
