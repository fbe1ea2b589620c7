"""Writing an activity in: planned, or held already; and what is known of it corrected later."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.drafts import drop_draft
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import unnumbered
from varvet.kernel.records.once import once
from varvet.registers.involvement import rules
from varvet.registers.involvement.actions.heard import Heard, set_heard
from varvet.registers.involvement.actions.steps import REPORT, begin, check_may, finish
from varvet.registers.involvement.models import KIND, Activity, AlsoIn, Part
from varvet.registers.involvement.rules import Event, Status

DRAFT = "involvement.record"  # the name under which what somebody has begun to write is kept


@dataclass(frozen=True)
class About:
    """`whom` is a group in general words. `also` are other units whose users take part."""

    sort: rules.Sort
    whom: str
    unit: Unit
    method: rules.Method
    also: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class Plan:
    about: About
    planned_on: date
    purpose: str = ""


@dataclass(frozen=True)
class Held:
    about: About
    held_on: date
    heard: Heard


@transaction.atomic
def plan(*, content: Plan, key: str, by: User, now: datetime) -> Record:
    """The new activity, or the one the same key made before. Whoever plans it is responsible for it."""
    check(by, REPORT, content.about.unit, today=day_of(now))
    check_about(content.about)
    rules.check_planned(content.planned_on, day_of(now))

    def create() -> Activity:
        activity = _new(content.about, status=rules.Status.PLANNED, by=by, now=now)
        activity.planned_on = content.planned_on
        _save_new(activity, content.about)
        keep(activity, {Part.PURPOSE: content.purpose}, by=by, now=now)
        spine.commit(activity, "planned", by=by)
        return activity

    return once(key, by=by, create=create)


@transaction.atomic
def record(*, content: Held, key: str, by: User, now: datetime) -> Record:
    """As `plan` for what has been held. What was heard may be written then or later."""
    check(by, REPORT, content.about.unit, today=day_of(now))
    check_about(content.about)
    rules.check_held(content.held_on, day_of(now))
    rules.check_people(content.heard.people)

    def create() -> Activity:
        activity = _new(content.about, status=rules.Status.HELD, by=by, now=now)
        activity.held_on = activity.occurred_day = content.held_on
        _save_new(activity, content.about)
        set_heard(activity, content.heard, by=by, now=now)
        activity.save()
        drop_draft(owner=by, form=DRAFT)
        spine.commit(activity, "recorded", by=by)
        return activity

    return once(key, by=by, create=create)


@transaction.atomic
def describe(
    *, activity: Activity, about: About, planned_on: date | None, version: int, by: User, now: datetime
) -> Activity:
    """Whoever moves it to a unit must be allowed there too. `planned_on` moves a day that lies ahead."""
    current = begin(activity, Event.DESCRIBE, version=version, by=by, now=now)
    check_about(about, root_id=current.root_id)
    if current.status == Status.PLANNED and planned_on and planned_on != current.planned_on:
        rules.check_planned(planned_on, day_of(now))
        current.planned_on = planned_on
    _fill(current, about)
    check_may(current, by=by, today=day_of(now))
    _set_also(current, about.also)
    return finish(current, "described", by=by, data={"unit": current.unit_id})


def check_about(about: About, root_id: int | None = None) -> None:
    """RuleBroken where a unit belongs to another root."""
    rules.check_whom(about.whom)
    root = root_id or about.unit.root_id
    if any(unit.root_id != root for unit in (about.unit, *about.also)):
        raise RuleBroken("activity.unit.root", marked("Välj en enhet i listan."), field="unit")


def _new(about: About, *, status: Status, by: User, now: datetime) -> Activity:
    """Not saved, waiting for its number."""
    root = about.unit.root
    assert root is not None
    activity = Activity(
        kind=KIND, reference=unnumbered(), root=root, status=status, received_at=now, opened_by=by, responsible=by
    )
    _fill(activity, about)
    return activity


def _save_new(activity: Activity, about: About) -> None:
    activity.save()
    _set_also(activity, about.also)


def _fill(activity: Activity, about: About) -> None:
    activity.sort, activity.whom, activity.method = about.sort, about.whom.strip(), about.method
    activity.unit = about.unit


def _set_also(activity: Activity, units: Iterable[Unit]) -> None:
    AlsoIn.objects.filter(activity=activity).delete()
    others = {unit.pk: unit for unit in units if unit.pk != activity.unit_id}
    AlsoIn.objects.bulk_create(AlsoIn(activity=activity, unit=unit) for unit in others.values())
