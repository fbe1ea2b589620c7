"""How every step begins and ends: who and when first, the inspection locked, one commit last."""

from datetime import date, datetime

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.inspections import rules
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Event

REGISTER, VIEW, EDIT = "inspections.register", "inspections.view", "inspections.edit"
VIEW_DECIDED, ANSWER = "inspections.view_decided", "inspections.answer"
REMOVE_FILES, EXPORT = "inspections.remove_files", "inspections.export"


def check_may(inspection: Inspection, *, by: User, today: date) -> None:
    """NotAllowed for who neither is responsible for it, and still works there, nor handles the unit's inspections."""
    if inspection.responsible_id == by.pk and can(by, ANSWER, inspection.unit, today=today):
        return
    check(by, EDIT, inspection.unit, today=today)


def begin(inspection: Inspection, event: Event, *, version: int, by: User, now: datetime) -> Inspection:
    """The inspection, locked, for somebody who may do this to it, in a state where it can be done."""
    check_may(inspection, by=by, today=day_of(now))
    current = spine.lock(inspection, version=version)
    rules.check_suits(event, current.sort, current.status)
    return current


def finish(inspection: Inspection, event: str, *, by: User, data: dict[str, object] | None = None) -> Inspection:
    inspection.save()
    spine.commit(inspection, event, by=by, data=data)
    return inspection
