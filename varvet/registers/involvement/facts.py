"""What an activity counts as: planned, held, who took part, what was talked about, what it led to, told back."""

from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import Telling

RELATED = ("themes__category__list",)
HAPPENINGS = ("planned", "held", "took_part", "mention", "decided", "told", "concluded", "cancelled")


def facts(activity: Activity) -> list[FactRow]:
    """All are counted in the activity's own unit; `planned` on the day it was put in the plan.

    `outcome` is what it led to, `days` are from the day it was held. `took_part` counts people; where it is known how
    many were invited, they are part of those. Who could not be reached has not been told.
    """
    rows = [_row(activity, "planned", day_of(activity.received_at))] if activity.planned_on else []
    if activity.cancelled_on:
        return [*rows, _row(activity, "cancelled", activity.cancelled_on)]
    if activity.held_on is None:
        return rows
    return [*rows, *_held(activity, activity.held_on)]


def _held(activity: Activity, held_on: date) -> list[FactRow]:
    held = _row(activity, "held", held_on)
    told_on = activity.told_on if activity.told_how != Telling.NOT_POSSIBLE else None
    later = {"decided": activity.decided_on, "told": told_on, "concluded": activity.concluded_on}
    happened = [replace(held, happening=name, day=on, days=(on - held_on).days) for name, on in later.items() if on]
    return [held, *_took_part(activity, held), *_mentions(activity, held), *happened]


def _took_part(activity: Activity, held: FactRow) -> list[FactRow]:
    number, invited = activity.took_part, activity.invited
    if number is None:
        return []
    row = replace(held, happening="took_part", count=number)
    return [replace(row, numerator=number, denominator=invited) if invited else row]


def _mentions(activity: Activity, held: FactRow) -> list[FactRow]:
    named = [theme.category for theme in activity.themes.all()]
    return [
        replace(held, happening="mention", category_list=category.list.key, category=category.code)
        for category in named
    ]


def _row(activity: Activity, happening: str, day: date) -> FactRow:
    return FactRow(
        happening=happening,
        day=day,
        unit_id=activity.unit_id,
        kind=activity.sort,
        channel=activity.method,
        outcome=activity.result,
    )
