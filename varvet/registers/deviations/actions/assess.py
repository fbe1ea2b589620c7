"""Assessing: what kind of deviation it is, what it is about, how serious, and whether another register must know."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.referrals import refer
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.telling import tell_reporter
from varvet.registers.deviations.models import Deviation, Mention, Part

LEX_SARAH = "lex_sarah"


@dataclass(frozen=True)
class Assessment:
    """What the handler decided. The first category is the primary."""

    nature: rules.Nature
    category_list: CategoryList
    categories: tuple[Category, ...]
    quality_area: str
    severity: str
    possible_lex_sarah: bool = False
    note: str = ""


@transaction.atomic
def assess(*, deviation: Deviation, assessment: Assessment, version: int, by: User, now: datetime) -> Deviation:
    check(by, "deviations.assess", deviation.unit, today=day_of(now))
    current = spine.lock(deviation, version=version)
    current.status = rules.check_transition(rules.Event.ASSESS, current.status)
    _check_categories(assessment, current)
    current.nature = assessment.nature
    current.category_list = assessment.category_list
    current.quality_area = assessment.quality_area
    current.severity = assessment.severity
    current.assessed_on = day_of(now)
    current.save()
    _set_categories(current, assessment.categories)
    keep(current, {Part.NOTE: assessment.note}, by=by, now=now)
    if assessment.possible_lex_sarah:
        refer(current, LEX_SARAH, by=by)
    tell_reporter(current, Event.ASSESSED, by=by, now=now)
    spine.commit(current, "assessed", by=by, data={"nature": assessment.nature, "severity": assessment.severity})
    return current


def _check_categories(assessment: Assessment, deviation: Deviation) -> None:
    if not assessment.categories:
        raise RuleBroken("deviation.category.none", "Välj minst en typ av avvikelse.", field="categories")
    own_list = assessment.category_list.root_id == deviation.root_id
    if not own_list or any(c.list_id != assessment.category_list.pk for c in assessment.categories):
        raise RuleBroken("deviation.category.list", "Typen finns inte i listan. Välj en annan.", field="categories")


def _set_categories(deviation: Deviation, categories: tuple[Category, ...]) -> None:
    Mention.objects.filter(deviation=deviation).delete()
    Mention.objects.bulk_create(
        Mention(deviation=deviation, category=category, primary=number == 0)
        for number, category in enumerate(categories)
    )
