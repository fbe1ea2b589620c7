"""Activities and occasions in every state, made by the actions themselves."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import STOCKHOLM
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.activities import actions
from varvet.registers.activities.actions import Content, Outcome
from varvet.registers.activities.models import Activity, Occasion
from varvet.registers.activities.rules import Makes, Repeat, Rule, Sort

LATER = NOW + timedelta(days=2)
MONTHLY = Content("Loggarna granskas", Sort.CHECK, Makes.SELF_CHECK, Rule(Repeat.MONTH, 1, 20), TODAY)
YEARLY = replace(MONTHLY, name="Riskbilden beslutas", sort=Sort.RISK, makes=Makes.NOTE, rule=Rule(Repeat.YEAR, 5, 31))


def at(day: date) -> datetime:
    """In the morning there, when the night's job has run."""
    return datetime.combine(day, time(6), STOCKHOLM)


def add(cast: Cast, content: Content = MONTHLY, unit: Unit | None = None, by: User | None = None) -> Activity:
    return actions.add_activity(unit=unit or cast.a, content=content, key=new_key(), by=by or cast.alice, now=NOW)


def first_of(activity: Activity) -> Occasion:
    rows = Occasion.objects.select_related("unit", "root", "activity").filter(activity=activity, withdrawn=False)
    return rows.order_by("due_on").all()[0]


def planned(cast: Cast, content: Content = MONTHLY) -> Occasion:
    return first_of(add(cast, content))


def done(cast: Cast, day: date = TODAY) -> Occasion:
    row = planned(cast)
    return actions.mark_done(occasion=row, outcome=Outcome(day), version=row.version, by=cast.alice, now=LATER)


def change(activity: Activity, content: Content, by: User, now: datetime = LATER) -> Activity:
    version = Activity.objects.get(pk=activity.pk).version
    return actions.change_activity(activity=activity, content=content, version=version, by=by, now=now)


def days_of(activity: Activity) -> list[date]:
    rows = Occasion.objects.filter(activity=activity, withdrawn=False).order_by("due_on")
    return list(rows.values_list("due_on", flat=True))


def happenings(row: Occasion) -> list[str]:
    return list(Fact.objects.filter(record_id=row.pk).order_by("pk").values_list("happening", flat=True))


def events(row: Occasion) -> list[str]:
    return list(AuditEvent.objects.filter(record_id=row.pk).order_by("pk").values_list("event", flat=True))
