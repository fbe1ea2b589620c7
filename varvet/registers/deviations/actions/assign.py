"""Assigning: somebody has it by name; without a name the unit's manager has it."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import narratives, spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import open_case
from varvet.registers.deviations.actions.telling import MAY_HANDLE, tell_handler
from varvet.registers.deviations.models import Deviation, Part


@transaction.atomic
def assign(*, deviation: Deviation, handler: User | None, version: int, by: User, now: datetime) -> Deviation:
    current = open_case(deviation, rules.Event.ASSIGN, version=version, by=by, now=now).lead
    if handler is not None and not can(handler, MAY_HANDLE, current.unit, today=day_of(now)):
        raise RuleBroken("deviation.handler.role", "Välj någon som får handlägga i enheten.", field="handler")
    current.handler = handler
    current.save()
    tell_handler(current, Event.ASSIGNED, by=by, now=now)
    spine.commit(current, "assigned", by=by, data={"handler": handler.pk if handler else None})
    return current


@transaction.atomic
def reassign(deviation: Deviation, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves; whether `by` may move a person's work has been asked."""
    current = spine.lock(deviation, version=deviation.version)
    rules.check_now(rules.Event.ASSIGN, current.status)
    if not can(to, MAY_HANDLE, current.unit, today=day_of(now)):
        raise RuleBroken("deviation.handler.role", "Välj någon som får handlägga i enheten.", field="handler")
    before, current.handler = current.handler_id, to
    current.save()
    narratives.keep(current, {Part.NOTE: reason}, by=by, now=now)
    tell_handler(current, Event.ASSIGNED, by=by, now=now)
    spine.commit(current, "reassigned", by=by, data={"handler": to.pk, "before": before})
