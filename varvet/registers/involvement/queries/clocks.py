"""What is to be done with an activity by a day: the same for the queue, the page and the reminders."""

from collections.abc import Sequence

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, set_clock, with_extensions_for
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.queries.visible import HANDLE, REPORT
from varvet.registers.involvement.rules import OPEN, Status

HOLD, WRITE, CONCLUDE = "hold", "write", "conclude"
WRITE_TERM, CONCLUDE_TERM = "brukarmedverkan_nedskriven", "brukarmedverkan_avslutad"


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open activity of a root."""
    terms = read_terms(root)
    rows = Activity.objects.filter(root=root, status__in=OPEN).order_by("pk")
    return [clock for row in rows if (clock := clock_of(row, terms))]


def clocks_of(activity: Activity) -> list[Clock]:
    clock = clock_of(activity, read_terms(activity.root))
    return [clock] if clock else []


def _open_with_somebody(root: Unit) -> QuerySet[Activity]:
    return Activity.objects.filter(root=root, status__in=OPEN, responsible__isnull=False)


HELD = (Held("responsible", REPORT, _open_with_somebody),)


def clock_of(activity: Activity, terms: TermTable) -> Clock | None:
    """As first set; none for what has ended. A planned one is to be held on its day."""
    if activity.status not in OPEN:
        return None
    if activity.status == Status.PLANNED:
        return _hold(activity)
    code, term = (WRITE, WRITE_TERM) if activity.written_on is None else (CONCLUDE, CONCLUDE_TERM)
    return set_clock(_duty(activity, code), activity.day, terms.term_on(term, activity.day))


def _hold(activity: Activity) -> Clock:
    duty, planned_on = _duty(activity, HOLD), activity.day
    started = min(day_of(activity.received_at), planned_on)
    return Clock(duty.record_id, duty.code, started, planned_on, duty.permission, duty.holder_id, extendable=True)


def _duty(activity: Activity, code: str) -> Duty:
    """Whoever is responsible need not handle the unit's other activities."""
    return Duty(activity.pk, code, REPORT if activity.responsible_id else HANDLE, activity.responsible_id)


def due_clocks(reader: Reader, activities: Sequence[Activity]) -> dict[int, Clock]:
    """By the record's id, with the time given in addition."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [clock for activity in activities if (clock := clock_of(activity, terms))])
    return {clock.record_id: clock for clock in clocks}
