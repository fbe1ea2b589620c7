"""Writing what the year holds: an activity added, changed, or the whole shipped wheel taken over as a copy."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import StaleVersion
from varvet.registers.activities import rules
from varvet.registers.activities.actions.fitting import fit
from varvet.registers.activities.actions.steps import EDIT, check_able
from varvet.registers.activities.models import KIND, Activity
from varvet.registers.activities.rules import Makes, Ready, Rule, Sort

SHIPPED = "shipped:"  # begins the key of what is a copy


@dataclass(frozen=True)
class Content:
    """What an activity says. A person or a role is responsible, not both; without either, those nearest the unit."""

    name: str
    sort: Sort
    makes: Makes
    rule: Rule
    first_day: date
    last_day: date | None = None
    days_ahead: int = 0
    responsible: User | None = None
    responsible_role: str = ""


@transaction.atomic
def add_activity(*, unit: Unit, content: Content, key: str, by: User, now: datetime) -> Activity:
    """The new activity with its occasions, or the one the same key made before."""
    check(by, EDIT, unit, today=day_of(now))
    assert unit.root is not None
    root = Unit.objects.select_for_update(of=("self",)).get(pk=unit.root.pk)
    made = Activity.objects.filter(root=root, key=key).first()
    if made is not None:
        return made
    _check(content, unit, day_of(now))
    activity = Activity(root=root, unit=unit, key=key, ruled_since=content.first_day)
    _write(activity, content, by, now)
    activity.save()
    fit(activity, by=by, now=now)
    _tell(activity, "activity_added", by)
    return activity


@transaction.atomic
def change_activity(*, activity: Activity, content: Content, version: int, by: User, now: datetime) -> Activity:
    """What is planned ahead follows; what has been stays as it was. StaleVersion where somebody saved first."""
    check(by, EDIT, activity.unit, today=day_of(now))
    current = lock_activity(activity)
    if current.version != version:
        raise StaleVersion(current.name, version, current.version)
    _check(content, current.unit, day_of(now))
    before, was = current.rule, current.responsible_id
    _write(current, content, by, now)
    if current.rule != before:
        current.ruled_since = max(day_of(now), current.first_day)
    current.version += 1
    current.save()
    fit(current, by=by, now=now, was=was)
    _tell(current, "activity_changed", by)
    return current


@transaction.atomic
def take_shipped(
    *, root: Unit, wanted: tuple[Ready, ...], by: User, now: datetime, first_day: date | None = None
) -> int:
    """Copies of those that the root has not taken before, from today on or the day given; how many they were."""
    check(by, EDIT, root, today=day_of(now))
    locked = Unit.objects.select_for_update(of=("self",)).get(pk=root.pk)
    taken = set(Activity.objects.filter(root=locked).values_list("key", flat=True))
    new = [ready for ready in wanted if f"{SHIPPED}{ready.code}" not in taken]
    for ready in new:
        content = _content(ready, first_day or day_of(now))
        add_activity(unit=locked, content=content, key=f"{SHIPPED}{ready.code}", by=by, now=now)
    return len(new)


def _content(ready: Ready, first_day: date) -> Content:
    return Content(
        name=ready.name,
        sort=ready.sort,
        makes=ready.makes,
        rule=ready.rule,
        first_day=first_day,
        days_ahead=ready.days_ahead,
        responsible_role=ready.role,
    )


def lock_activity(activity: Activity) -> Activity:
    """Locked until the transaction ends, with its root and unit."""
    rows = Activity.objects.select_for_update(of=("self",)).select_related("root", "unit", "responsible")
    return rows.get(pk=activity.pk)


def _check(content: Content, unit: Unit, today: date) -> None:
    rules.check_name(content.name)
    rules.check_rule(content.rule)
    rules.check_span(content.first_day, content.last_day)
    check_able(content.responsible, unit, today)


def _write(activity: Activity, content: Content, by: User, now: datetime) -> None:
    activity.name, activity.sort, activity.makes = content.name.strip(), content.sort, content.makes
    rule = content.rule
    activity.repeat, activity.month, activity.day, activity.on = rule.repeat, rule.month, rule.day, rule.on
    activity.first_day, activity.last_day = content.first_day, content.last_day
    activity.days_ahead = content.days_ahead
    activity.responsible, activity.responsible_role = content.responsible, content.responsible_role
    activity.changed_at, activity.changed_by = now, by


def _tell(activity: Activity, event: str, by: User) -> None:
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=activity.unit_id)
    trail.write([trail.event(event, subject, data={"activity": activity.pk, "version": activity.version})])
