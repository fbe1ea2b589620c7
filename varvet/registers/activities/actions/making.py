"""Occasions as they begin: planned, numbered, and with whoever is responsible and still works there."""

from datetime import date, datetime, timedelta

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.numbering import reserve
from varvet.registers.activities import rules
from varvet.registers.activities.actions.steps import VIEW
from varvet.registers.activities.models import KIND, Activity, Occasion
from varvet.registers.activities.rules import Slot


def make(activity: Activity, slots: list[Slot], by: User | None, now: datetime) -> int:
    if not slots:
        return 0
    person = able(activity, day_of(now))
    references = reserve(activity.root, KIND, day_of(now).year, len(slots))
    made = [
        _occasion(activity, slot, reference, person, (by, now))
        for slot, reference in zip(slots, references, strict=True)
    ]
    spine.insert_children(made)
    spine.commit_new(made, "planned", by=by)
    return len(made)


def _occasion(
    activity: Activity, slot: Slot, reference: str, person: User | None, made: tuple[User | None, datetime]
) -> Occasion:
    by, now = made
    return Occasion(
        kind=KIND,
        reference=reference,
        root=activity.root,
        unit=activity.unit,
        status=rules.Status.PLANNED,
        received_at=now,
        opened_by=by,
        activity=activity,
        repeat=activity.repeat,
        period=slot.period,
        name=activity.name,
        sort=activity.sort,
        makes=activity.makes,
        starts_on=slot.due - timedelta(days=activity.days_ahead),
        due_on=slot.due,
        responsible=person,
        changed_at=now,
    )


def able(activity: Activity, today: date) -> User | None:
    """Nobody by name once the person has left: then those nearest the unit are reminded."""
    person = activity.responsible
    return person if person is not None and can(person, VIEW, activity.unit, today=today) else None
