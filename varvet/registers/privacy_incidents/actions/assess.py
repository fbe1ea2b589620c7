"""Assessing: what happened to which data about whom, and how great the risk to them is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.organisation.shipped_lists import ensure_list
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.actions.case import open_case
from varvet.registers.privacy_incidents.actions.telling import tell_delegate
from varvet.registers.privacy_incidents.models import DATA, GROUPS, TYPES, Affected, Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Breach, Event, People, Risk, Status

UNKNOWN = People(rules.Counted.UNKNOWN)
PROTECTED = "protected"  # the group whose identities are secret


@dataclass(frozen=True)
class Assessment:
    """Codes of the root's lists of types, groups and sorts of data. `processor` is an organisation, never a person."""

    type: str
    breaches: frozenset[Breach]
    consequence: int
    probability: int
    groups: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    people: People = UNKNOWN
    data_records: int | None = None
    processor: str = ""
    effects: str = ""
    measures: str = ""

    @property
    def risk(self) -> Risk:
        return Risk(self.consequence, self.probability, PROTECTED in self.groups)


@transaction.atomic
def assess(
    *, incident: PrivacyIncident, assessment: Assessment, version: int, by: User, now: datetime
) -> PrivacyIncident:
    """May be made anew as more is known; a risk that has grown is decided on again."""
    current = open_case(incident, Event.ASSESS, version=version, by=by, now=now)
    level = rules.level_of(rules.check_risk(assessment.risk))
    rules.check_people(assessment.people)
    rules.check_words("effects", assessment.effects, "Skriv vilka följder det kan få för dem det gäller.")
    current.status = rules.after_assessing(current.status, current.level, level)
    _set_lists(current, assessment)
    _set_values(current, assessment, level)
    current.assessed_on = day_of(now)
    current.save()
    keep(current, {Part.CONSEQUENCES: assessment.effects, Part.MEASURES: assessment.measures}, by=by, now=now)
    if current.status == Status.ASSESSED:
        tell_delegate(current, by=by, now=now)
    spine.commit(current, "assessed", by=by, data={"level": level, "breaches": sorted(assessment.breaches)})
    return current


def _set_values(incident: PrivacyIncident, assessment: Assessment, level: rules.Level) -> None:
    if not assessment.breaches:
        raise RuleBroken("privacy_incidents.breaches", "Välj vad som hände med uppgifterna.", field="breaches")
    incident.lost_confidentiality = Breach.CONFIDENTIALITY in assessment.breaches
    incident.lost_integrity = Breach.INTEGRITY in assessment.breaches
    incident.lost_availability = Breach.AVAILABILITY in assessment.breaches
    incident.people_counted = assessment.people.counted
    incident.people_least, incident.people_most = assessment.people.least, assessment.people.most
    incident.data_records = assessment.data_records
    incident.processor = assessment.processor.strip()
    incident.consequence, incident.probability = assessment.consequence, assessment.probability
    incident.level = level


def _set_lists(incident: PrivacyIncident, assessment: Assessment) -> None:
    day = day_of(incident.received_at)
    [kind] = find_all(incident.root, TYPES, [assessment.type], day, field="type")
    affected = [
        *find_all(incident.root, GROUPS, assessment.groups, day, field="groups"),
        *find_all(incident.root, DATA, assessment.data, day, field="sorts"),
    ]
    incident.category, incident.category_list = kind, kind.list
    Affected.objects.filter(incident=incident).delete()
    Affected.objects.bulk_create(Affected(incident=incident, category=category) for category in affected)


def find_all(root: Unit, key: str, codes: Iterable[str], day: date, *, field: str) -> list[Category]:
    """The categories of the root's list in force on the day. RuleBroken for a code it does not have."""
    by_code = {category.code: category for category in ensure_list(root, key, day).categories.select_related("list")}
    wanted = list(dict.fromkeys(codes))
    if any(code not in by_code for code in wanted):
        raise RuleBroken("privacy_incidents.category.list", "Valet finns inte i listan. Välj ett annat.", field=field)
    return [by_code[code] for code in wanted]


def check_category(category: Category | None, root_id: int) -> None:
    """A type comes from the root's own list of types of incidents."""
    if category and (category.list.root_id, category.list.key) != (root_id, TYPES):
        raise RuleBroken("privacy_incidents.category.list", "Valet finns inte i listan. Välj ett annat.", field="type")
