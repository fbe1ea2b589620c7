"""What waits for somebody, and by when: one next step an activity."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Clock, Task
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


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first, at most 50: the reader's own, and in their units what nobody has by name."""
    nobodys = Q(responsible__isnull=True, unit_id__in=reader.units(HANDLE))
    return [waiting.task for waiting in _waiting(reader, _own(reader) | nobodys)]


def list_own(reader: Reader) -> list[Waiting]:
    """What the reader is responsible for, the most urgent first."""
    return _waiting(reader, _own(reader))


def _own(reader: Reader) -> Q:
    return Q(responsible=reader.user, unit_id__in=reader.units(REPORT))


def _waiting(reader: Reader, wanted: Q) -> list[Waiting]:
    rows = Activity.objects.filter(wanted, root=reader.root, status__in=OPEN)
    soon = rows.exclude(status=Status.PLANNED, planned_on__gt=reader.today + AHEAD)
    found = list(soon.select_related("unit").order_by("received_at", "pk")[:MOST_TASKS])
    if not found:
        return []
    due = clocks.due_clocks(reader, found)
    waiting = [Waiting(row, _task(row, due[row.pk]), due_day_of(due[row.pk])) for row in found]
    return sorted(waiting, key=lambda one: one.due)


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
