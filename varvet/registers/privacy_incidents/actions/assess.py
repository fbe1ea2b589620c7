"""Assessing: what sort of incident it is, and whether it was reported to IMY or why it is not."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.models import TYPES, Part, PrivacyIncident


@dataclass(frozen=True)
class Assessment:
    """The type, None only where the root has no list of types; the day of the report to IMY, or why there is none."""

    category: Category | None
    reported_on: date | None = None
    why_not: str = ""


@transaction.atomic
def assess(
    *, incident: PrivacyIncident, assessment: Assessment, version: int, by: User, now: datetime
) -> PrivacyIncident:
    check(by, "privacy_incidents.assess", incident.unit, today=day_of(now))
    current = spine.lock(incident, version=version)
    current.status = rules.check_transition(rules.Event.ASSESS, current.status)
    check_category(assessment.category, current.root_id)
    answer = rules.Answer(assessment.reported_on, assessment.why_not)
    rules.check_answer(answer, day_of(current.received_at), day_of(now))
    current.category = assessment.category
    current.category_list = assessment.category.list if assessment.category else None
    current.assessed_on, current.reported_to_imy_on = day_of(now), assessment.reported_on
    current.save()
    keep(current, {Part.WHY_NOT: assessment.why_not}, by=by, now=now)
    spine.commit(current, "assessed", by=by, data={"reported": assessment.reported_on is not None})
    return current


def check_category(category: Category | None, root_id: int) -> None:
    """A type comes from the root's own list of types of incidents."""
    if category and (category.list.root_id, category.list.key) != (root_id, TYPES):
        raise RuleBroken(
            "privacy_incidents.category.list", "Typen finns inte i listan. Välj en annan.", field="category"
        )
