"""Privacy incidents in every state, made by the actions themselves."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, Cast, make_person
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.privacy_incidents import actions, rules
from varvet.registers.privacy_incidents.models import TYPES, PrivacyIncident

LATER = NOW + timedelta(days=2)
LATER_DAY = day_of(LATER)
SECRET = "Anna Eks journal låg i skrivaren"
WHY_NOT = "Pappret hittades inom en timme."
DONE = "Skrivaren kräver nu kort."


@dataclass(frozen=True)
class Desk:
    """The cast, a data protection officer of the whole root, and a type from the root's list."""

    cast: Cast
    officer: User
    wrong_recipient: Category


def make_desk(cast: Cast) -> Desk:
    officer = make_person("Disa", "data_protection_officer", cast.root)
    return Desk(cast, officer, make_type(cast.root))


def make_type(root: Unit, key: str = TYPES) -> Category:
    """The first type of a list just made for the root."""
    values = (CategoryValue("wrong_recipient", "Fel mottagare"), CategoryValue("loss", "Förlust"))
    version = new_version(root=root, key=key, content=NewList("Typ av incident", values), first_day=LONG_AGO)
    return Category.objects.get(list_id=version.id, code="wrong_recipient")


def make_received(desk: Desk, aware_at: datetime = NOW) -> PrivacyIncident:
    content = actions.Report(unit=desk.cast.a, what=SECRET, aware_at=aware_at)
    record = actions.report(content=content, key=new_key(), by=desk.cast.bo, now=NOW)
    return PrivacyIncident.objects.get(pk=record.pk)


def not_reported(desk: Desk) -> actions.Assessment:
    return actions.Assessment(desk.wrong_recipient, why_not=WHY_NOT)


def make_assessed(desk: Desk) -> PrivacyIncident:
    given = not_reported(desk)
    return actions.assess(incident=make_received(desk), assessment=given, version=1, by=desk.cast.alice, now=LATER)


def make_closed(desk: Desk) -> PrivacyIncident:
    return actions.close(incident=make_assessed(desk), done=DONE, version=2, by=desk.cast.alice, now=LATER)


def history(desk: Desk, **given: object) -> actions.History:
    """A closed incident of 2023 from another system, with what a test gives instead."""
    values: dict[str, object] = {
        "unit": desk.cast.a,
        "received_at": datetime(2023, 5, 2, 8, tzinfo=UTC),
        "status": rules.Status.CLOSED,
        "category": desk.wrong_recipient,
        "assessed_on": date(2023, 5, 3),
        "reported_to_imy_on": date(2023, 5, 4),
        "closed_at": datetime(2023, 5, 12, 8, tzinfo=UTC),
        "synthetic": True,
    }
    return actions.History(**(values | given))  # type: ignore[arg-type]  # tests give one field at a time


def happenings(incident: PrivacyIncident) -> list[tuple[str, date]]:
    rows = Fact.objects.filter(record_id=incident.pk).order_by("pk")
    return [(fact.happening, fact.day) for fact in rows]


def events(incident: PrivacyIncident) -> list[str]:
    rows = AuditEvent.objects.filter(kind="privacy_incidents", record_id=incident.pk).order_by("pk")
    return [row.event for row in rows]
