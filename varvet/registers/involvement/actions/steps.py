"""How every step begins and ends: who and when first, the activity locked, one commit last."""

from datetime import date, datetime

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.involvement import rules
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import Event

REPORT, VIEW, EDIT = "involvement.report", "involvement.view", "involvement.edit"
REMOVE_FILES = "involvement.remove_files"


def check_may(activity: Activity, *, by: User, today: date) -> None:
    """NotAllowed for who neither is responsible for it, and still works there, nor handles the unit's activities."""
    if activity.responsible_id == by.pk and can(by, REPORT, activity.unit, today=today):
        return
    check(by, EDIT, activity.unit, today=today)


def begin(activity: Activity, event: Event, *, version: int, by: User, now: datetime) -> Activity:
    """The activity, locked, for somebody who may do this to it, in a state where it can be done."""
    check_may(activity, by=by, today=day_of(now))
    current = spine.lock(activity, version=version)
    rules.check_now(event, current.status)
    return current


def finish(activity: Activity, event: str, *, by: User, data: dict[str, object] | None = None) -> Activity:
    activity.save()
    spine.commit(activity, event, by=by, data=data)
    return activity
