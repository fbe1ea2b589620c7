"""How every step begins and ends: who and when first, the occasion locked, one commit last."""

from datetime import date, datetime

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.activities import rules
from varvet.registers.activities.models import Occasion
from varvet.registers.activities.rules import Event

VIEW, EDIT = "activities.view", "activities.edit"


def check_may(occasion: Occasion, *, by: User, today: date) -> None:
    """NotAllowed for who neither is responsible for it, and still works there, nor edits the unit's wheel."""
    if occasion.responsible_id == by.pk and can(by, VIEW, occasion.unit, today=today):
        return
    check(by, EDIT, occasion.unit, today=today)


def begin(occasion: Occasion, event: Event, *, version: int, by: User, now: datetime) -> Occasion:
    """The occasion, locked, for somebody who may do this to it, in a state where it can be done."""
    check_may(occasion, by=by, today=day_of(now))
    current = spine.lock(occasion, version=version)
    rules.check_now(event, current.status)
    return current


def finish(
    occasion: Occasion, event: str, *, by: User | None, now: datetime, data: dict[str, object] | None = None
) -> Occasion:
    occasion.changed_at = now
    occasion.save()
    spine.commit(occasion, event, by=by, data=data)
    return occasion


def check_able(person: User | None, unit: Unit, today: date) -> None:
    """Who is responsible reads the wheel of the unit."""
    if person is not None and not can(person, VIEW, unit, today=today):
        sentence = marked("Välj någon som arbetar i enheten, eller en roll.")
        raise RuleBroken("activity.responsible.role", sentence, field="responsible")
