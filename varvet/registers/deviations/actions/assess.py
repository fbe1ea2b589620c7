"""Assessing: what kind of deviation it is, what it is about, how serious, and whether another register must know."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.organisation.shipped_lists import find_category
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.also import asks_lex_sarah, point_to_lead, tell_others, weigh_case
from varvet.registers.deviations.actions.case import Case, open_case
from varvet.registers.deviations.actions.hand_over import note_nature
from varvet.registers.deviations.actions.telling import tell_reporters
from varvet.registers.deviations.models import Deviation, Mention, Part
from varvet.registers.deviations.rules.also import Also

MUST_BE_ASSESSED = "lex_sarah_events"


@dataclass(frozen=True)
class Assessment:
    """What the handler decided. The first category is the primary.

    `lex_sarah_event` is a code of the root's list of events that always go to lex Sarah; changing one that was
    chosen before needs `unmark_reason`. `also` is what else it may be; `not_lex_sarah` why it is not, which is needed
    where something made it look so.
    """

    nature: rules.Nature
    category_list: CategoryList
    categories: tuple[Category, ...]
    quality_area: str = ""
    risk: rules.Risk | None = None
    huvudman: str = ""
    lex_sarah_event: str = ""
    also: frozenset[Also] = frozenset()
    not_lex_sarah: str = ""
    note: str = ""
    unmark_reason: str = ""


@transaction.atomic
def assess(*, deviation: Deviation, assessment: Assessment, version: int, by: User, now: datetime) -> Deviation:
    case = open_case(deviation, rules.Event.ASSESS, version=version, by=by, now=now)
    rules.check_risk(assessment.nature, assessment.risk)
    return settle(case, assessment, by=by, now=now)


def settle(case: Case, assessment: Assessment, *, by: User, now: datetime) -> Deviation:
    """Writes an assessment of a case that is locked."""
    current = case.lead
    _check_categories(assessment, current)
    _check_event(assessment, current, day_of(now))
    _set_values(current, assessment)
    case.move(rules.Status.ASSESSED, {"assessed_on": day_of(now)})
    _set_categories(current, assessment.categories)
    keep(current, {Part.NOTE: assessment.note, Part.UNMARKED: assessment.unmark_reason}, by=by, now=now)
    note_nature(current, by=by, now=now)
    _ask(case, assessment, by, now)
    tell_reporters(case.all, Event.ASSESSED, by=by, now=now)
    return case.commit("assessed", by=by, data={"nature": assessment.nature, "severity": current.severity})


def _ask(case: Case, assessment: Assessment, by: User, now: datetime) -> None:
    rules.check_also(assessment.nature, assessment.also)
    if not asks_lex_sarah(assessment.also, assessment.lex_sarah_event):
        weigh_case(case, assessment.not_lex_sarah, by=by, now=now)
        tell_others(case.lead, assessment.also, by=by, now=now)
        return
    tell_others(case.lead, assessment.also | {Also.LEX_SARAH}, by=by, now=now)
    point_to_lead(case, by=by, now=now)


def _set_values(deviation: Deviation, assessment: Assessment) -> None:
    risk = assessment.risk
    deviation.nature = assessment.nature
    deviation.category_list = assessment.category_list
    deviation.quality_area = assessment.quality_area
    deviation.huvudman = assessment.huvudman.strip()
    deviation.lex_sarah_event = assessment.lex_sarah_event
    deviation.consequence = risk.consequence if risk else None
    deviation.probability = risk.probability if risk else None
    deviation.severity = risk.severity if risk else ""


def _check_categories(assessment: Assessment, deviation: Deviation) -> None:
    if not assessment.categories:
        raise RuleBroken("deviation.category.none", "Välj minst en typ av avvikelse.", field="categories")
    own_list = assessment.category_list.root_id == deviation.root_id
    if not own_list or any(c.list_id != assessment.category_list.pk for c in assessment.categories):
        raise RuleBroken("deviation.category.list", "Typen finns inte i listan. Välj en annan.", field="categories")


def _check_event(assessment: Assessment, deviation: Deviation, today: date) -> None:
    before, chosen = deviation.lex_sarah_event, assessment.lex_sarah_event
    rules.check_unmarking(before, chosen, assessment.unmark_reason)
    if chosen and chosen != before and find_category(deviation.root, MUST_BE_ASSESSED, chosen, today) is None:
        raise RuleBroken("deviation.lex_sarah.event", "Välj en händelse i listan.", field="lex_sarah_event")


def _set_categories(deviation: Deviation, categories: tuple[Category, ...]) -> None:
    Mention.objects.filter(deviation=deviation).delete()
    Mention.objects.bulk_create(
        Mention(deviation=deviation, category=category, primary=number == 0)
        for number, category in enumerate(categories)
    )
