"""Tally: many like events of a month in one entry, with a count and one lesson."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.organisation.settings_of_root import last_day_of_month
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.describe import CareEvent, keep_health_care
from varvet.registers.deviations.models import KIND, Channel, Deviation, Mention, Part


@dataclass(frozen=True)
class Tally:
    """`month` is any day of the month the events belong to; `count` of events, at least two.

    Events in health care are all of the one kind that `care` says, and need no category.
    """

    unit: Unit
    month: date
    count: int
    nature: rules.Nature
    category: Category | None = None
    quality_area: str = ""
    lesson: str = ""
    care: CareEvent | None = None


@transaction.atomic
def tally(*, content: Tally, key: str, by: User, now: datetime) -> Record:
    """The new entry, closed from the start, or the one the same key made before."""
    check(by, "deviations.tally", content.unit, today=day_of(now))
    rules.check_tally(content.month.replace(day=1), content.count, day_of(now))
    _check_about(content)
    return once(key, by=by, create=lambda: _create(content, by, now))


def _check_about(content: Tally) -> None:
    """Each is of a type, or of a kind of event in health care."""
    about_care = content.nature == rules.Nature.HEALTH_CARE
    if about_care and content.care is None:
        raise RuleBroken("deviation.health_care.kind", "Välj vad som hände i listan.", field="kind")
    if content.category is None and not about_care:
        raise RuleBroken("deviation.category.none", "Välj minst en typ av avvikelse.", field="category")
    if content.category is not None and content.category.list.root_id != content.unit.root_id:
        raise RuleBroken("deviation.category.list", "Typen finns inte i listan. Välj en annan.", field="category")


def _create(content: Tally, by: User, now: datetime) -> Deviation:
    root, today = content.unit.root, day_of(now)
    assert root is not None
    deviation = Deviation.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, today.year),
        root=root,
        unit=content.unit,
        status=rules.Status.CLOSED,
        received_at=now,
        closed_at=now,
        opened_by=by,
        channel=Channel.TALLY,
        nature=content.nature,
        quality_area=content.quality_area,
        category_list=content.category.list if content.category else None,
        tally_count=content.count,
        tally_month_end=last_day_of_month(content.month.year, content.month.month),
        assessed_on=today,
        closed_on=today,
    )
    if content.category is not None:
        Mention.objects.create(deviation=deviation, category=content.category, primary=True)
    if content.care is not None and content.nature == rules.Nature.HEALTH_CARE:
        keep_health_care(deviation, content.care, now)
    keep(deviation, {Part.LESSON: content.lesson}, by=by, now=now)
    spine.commit(deviation, "tallied", by=by, data={"count": content.count})
    return deviation
