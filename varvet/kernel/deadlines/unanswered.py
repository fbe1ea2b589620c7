"""Telling those who follow the reconciliation of what may be lex Sarah and stands without an answer past its day."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.deadlines.ladder import Rung
from varvet.kernel.deadlines.models import Reminder
from varvet.kernel.law.days import day_of, is_working_day
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell_nearest
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import list_roots
from varvet.kernel.questions.reconciliation import PERMISSION, Possible, open_possible
from varvet.kernel.records.models import Record

CLOCK = "reconciliation"


def tell_unanswered(*, now: datetime) -> int:
    """Each once for each last day it passes, on working days. Returns how many somebody was told of now."""
    if not is_working_day(day_of(now)):
        return 0
    return sum(_tell(one, now) for root in list_roots() for one in _late(root, now))


def _late(root: Unit, now: datetime) -> list[Possible]:
    today = day_of(now)
    found = open_possible(root, Record.objects.filter(root=root), today=today)
    return [one for one in found if one.is_late(today)]


@transaction.atomic
def _tell(late: Possible, now: datetime) -> bool:
    """The row and the notices are written together, and by one worker alone."""
    assert late.due is not None
    _, new = Reminder.objects.get_or_create(
        record=late.record,
        clock=CLOCK,
        due=late.due.isoformat(),
        rung=Rung.ABOVE,
        number=1,
        defaults={"reminded_at": now},
    )
    if new:
        record = Record.objects.select_related("root").get(pk=late.record.pk)
        tell_nearest(record, Event.UNANSWERED, PERMISSION, by=None, now=now)
    return new
