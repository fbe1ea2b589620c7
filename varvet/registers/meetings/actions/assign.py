"""Who has a meeting by name: chosen, or given to another when somebody leaves."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.meetings import rules
from varvet.registers.meetings.actions.steps import Change, begin, check_able, finish
from varvet.registers.meetings.models import Meeting, Part
from varvet.registers.meetings.rules import Event


@transaction.atomic
def assign(change: Change, responsible: User) -> Meeting:
    current = begin(change, Event.ASSIGN)
    check_able(responsible, current.unit, change.today)
    current.responsible = responsible
    tell(current, Told.ASSIGNED, to=[responsible], by=change.by, now=change.now)
    return finish(current, "assigned", change, responsible=responsible.pk)


@transaction.atomic
def reassign(meeting: Meeting, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves. Whether `by` may move a person's work has been asked."""
    current = spine.lock(meeting, version=meeting.version)
    rules.check_now(Event.ASSIGN, current.status)
    check_able(to, current.unit, day_of(now))
    before, current.responsible = current.responsible_id, to
    keep(current, {Part.HANDED: reason}, by=by, now=now)
    tell(current, Told.ASSIGNED, to=[to], by=by, now=now)
    finish(current, "reassigned", Change(current, current.version, by, now), responsible=to.pk, before=before)
