"""Reminding: each morning of a working day, everybody who has something to do by a day that is near or past."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.deadlines.clocks import list_clocks
from varvet.kernel.deadlines.ladder import Rung, Step, ladder_on, reached
from varvet.kernel.deadlines.models import Reminder
from varvet.kernel.law.days import day_of, is_working_day
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell, tell_above, tell_nearest
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.organisation.tree import list_roots
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock

EVENTS = {
    Rung.BEFORE: Event.DUE_SOON,
    Rung.DUE: Event.DUE,
    Rung.OVERDUE: Event.OVERDUE,
    Rung.ABOVE: Event.ESCALATED,
}
Key = tuple[int, str, date, str, int]


def remind_all(*, now: datetime) -> int:
    """Returns how many rungs somebody has been reminded of now. Run again, it reminds nobody twice."""
    if not is_working_day(day_of(now)):
        return 0
    return sum(_remind_root(root, now) for root in list_roots())


def _remind_root(root: Unit, now: datetime) -> int:
    today = day_of(now)
    ladder, clocks = ladder_on(read_terms(root), today), list_clocks(root)
    done = _done(clocks)
    steps = [(clock, step) for clock in clocks for step in reached(clock.due, today, ladder)]
    return sum(_remind(clock, step, now) for clock, step in steps if _key(clock, step) not in done)


def _key(clock: Clock, step: Step) -> Key:
    return (clock.record_id, clock.code, clock.due, step.rung, step.number)


def _done(clocks: list[Clock]) -> set[Key]:
    ids = {clock.record_id for clock in clocks}
    rows = Reminder.objects.filter(record__in=ids).values_list("record_id", "clock", "due", "rung", "number")
    return set(rows)


@transaction.atomic
def _remind(clock: Clock, step: Step, now: datetime) -> bool:
    """The rung's row and the notices are written together: both or none, and by one worker alone."""
    _, new = Reminder.objects.get_or_create(
        record_id=clock.record_id,
        clock=clock.code,
        due=clock.due,
        rung=step.rung,
        number=step.number,
        defaults={"reminded_at": now},
    )
    if new:
        _tell(clock, step.rung, now)
    return new


def _tell(clock: Clock, rung: Rung, now: datetime) -> None:
    record = Record.objects.select_related("root").get(pk=clock.record_id)
    if rung is Rung.ABOVE:
        tell_above(record, EVENTS[rung], clock.permission, now=now)
        return
    holder = User.objects.filter(pk=clock.holder_id) if clock.holder_id else User.objects.none()
    if not tell(record, EVENTS[rung], to=holder, by=None, now=now):
        tell_nearest(record, EVENTS[rung], clock.permission, by=None, now=now)
