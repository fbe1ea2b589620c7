"""Who has an occasion by name: chosen, or given to another when somebody leaves."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.activities import rules
from varvet.registers.activities.actions.activities import lock_activity
from varvet.registers.activities.actions.steps import begin, check_able, finish
from varvet.registers.activities.models import Occasion, Part
from varvet.registers.activities.rules import Event


@transaction.atomic
def assign(*, occasion: Occasion, responsible: User | None, version: int, by: User, now: datetime) -> Occasion:
    """Without a name it is with those who edit the unit's wheel. The times after it keep who they have."""
    current = begin(occasion, Event.ASSIGN, version=version, by=by, now=now)
    check_able(responsible, current.unit, day_of(now))
    current.responsible = responsible
    current.save()  # whoever gets it sees it by having it
    tell(current, Told.ASSIGNED, to=[responsible], by=by, now=now)
    return finish(current, "assigned", by=by, now=now, data={"responsible": responsible.pk if responsible else None})


@transaction.atomic
def reassign(occasion: Occasion, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves, and so is the activity, with the times to come.

    Whether `by` may move a person's work has been asked.
    """
    activity = lock_activity(occasion.activity)
    current = spine.lock(occasion, version=occasion.version)
    rules.check_now(Event.ASSIGN, current.status)
    check_able(to, current.unit, day_of(now))
    before, current.responsible = current.responsible_id, to
    if activity.responsible_id == before:
        activity.responsible, activity.version = to, activity.version + 1
        activity.save()
    current.save()  # whoever gets it sees it by having it
    keep(current, {Part.NOTE: reason}, by=by, now=now)
    tell(current, Told.ASSIGNED, to=[to], by=by, now=now)
    finish(current, "reassigned", by=by, now=now, data={"responsible": to.pk, "before": before})
