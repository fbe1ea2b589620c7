"""A new sheet: one for a unit and month, whoever asks for it how often."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.numbering import next_reference
from varvet.registers.meetings import rules
from varvet.registers.meetings.actions.steps import EDIT
from varvet.registers.meetings.models import KIND, Meeting


@transaction.atomic
def make(*, unit: Unit, month: date, by: User, now: datetime) -> Meeting:
    """The month's sheet if there is one already."""
    check(by, EDIT, unit, today=day_of(now))
    rules.check_month(month, day_of(now))
    return _find_or_make(unit, month, by, now)


@transaction.atomic
def make_waiting(*, unit: Unit, month: date, now: datetime) -> Meeting:
    """Without anybody: so that what came in is not forgotten, whoever is nearest the unit is reminded of it."""
    return _find_or_make(unit, month, None, now)


def _find_or_make(unit: Unit, month: date, by: User | None, now: datetime) -> Meeting:
    Unit.objects.select_for_update().get(pk=unit.pk)
    found = Meeting.objects.select_related("unit", "root").filter(place=unit, month=month).first()
    if found is not None:
        return found
    assert unit.root is not None
    made = Meeting.objects.create(
        kind=KIND,
        reference=next_reference(unit.root, KIND, day_of(now).year),
        root=unit.root,
        unit=unit,
        status=rules.Status.PLANNED,
        occurred_day=month,
        received_at=now,
        opened_by=by,
        place=unit,
        month=month,
        responsible=by,
    )
    spine.commit(made, "made", by=by)
    return made
