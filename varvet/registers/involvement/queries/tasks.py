"""What waits for somebody, and by when: one next step an activity."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.queries import clocks
from varvet.registers.involvement.queries.visible import HANDLE, REPORT
from varvet.registers.involvement.rules import OPEN, Status

MOST_TASKS = 50
AHEAD = timedelta(days=30)  # what is planned further on is not yet something to do
TITLES: dict[str, str] = {
    clocks.HOLD: marked("Genomför en planerad brukarmedverkan"),
    clocks.WRITE: marked("Skriv vad ni hörde av brukarna"),
    clocks.CONCLUDE: marked("Berätta vad brukarnas medverkan ledde till"),
}
IN_WORKDAYS = frozenset({clocks.WRITE})


@dataclass(frozen=True)
class Waiting:
    """An activity with what is to be done in it, and the day by which."""

    activity: Activity
    task: Task
    due: date


def _own(reader: Reader) -> Q:
    return Q(responsible=reader.user, unit_id__in=reader.units(REPORT))


def waiting(reader: Reader) -> QuerySet[Activity]:
    """The reader's own, and in their units what nobody has by name."""
    nobodys = Q(responsible__isnull=True, unit_id__in=reader.units(HANDLE))
    rows = Activity.objects.filter(_own(reader) | nobodys, root=reader.root, status__in=OPEN)
    return rows.exclude(status=Status.PLANNED, planned_on__gt=reader.today + AHEAD)


WAITING = Seldom("involvement.activities", waiting)


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first, at most 50."""
    return [one.task for one in _list_waiting(reader)]


def list_own(reader: Reader) -> list[Waiting]:
    """What the reader is responsible for, the most urgent first."""
    return [one for one in _list_waiting(reader) if one.activity.responsible_id == reader.user.pk]


def _list_waiting(reader: Reader) -> list[Waiting]:
    ids = ids_of(reader, WAITING)
    if not ids:
        return []
    rows = Activity.objects.filter(pk__in=ids).select_related("unit")
    found = list(rows.order_by("received_at", "pk")[:MOST_TASKS])
    due = clocks.due_clocks(reader, found)
    shown = [Waiting(row, _task(row, due[row.pk]), due_day_of(due[row.pk])) for row in found]
    return sorted(shown, key=lambda one: one.due)


def _task(activity: Activity, clock: Clock) -> Task:
    return Task(
        title=_(TITLES[clock.code]),
        reference=activity.reference,
        unit_name=activity.unit.name,
        href=reverse("involvement:page", args=[activity.reference]),
        started=start_day_of(clock),
        due=due_day_of(clock),
        detail=activity.whom,
        counted_in="workdays" if clock.code in IN_WORKDAYS else "days",
    )
