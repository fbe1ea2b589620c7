"""What waits for somebody, and by when: one next step an activity."""

from datetime import timedelta

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


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first, at most 50: the reader's own, and in their units what nobody has by name."""
    own = Q(responsible=reader.user, unit_id__in=reader.units(REPORT))
    nobodys = Q(responsible__isnull=True, unit_id__in=reader.units(HANDLE))
    rows = Activity.objects.filter(own | nobodys, root=reader.root, status__in=OPEN)
    soon = rows.exclude(status=Status.PLANNED, planned_on__gt=reader.today + AHEAD)
    found = list(soon.select_related("unit").order_by("received_at", "pk")[:MOST_TASKS])
    due = clocks.due_clocks(reader, found)
    return sorted((_task(activity, due[activity.pk]) for activity in found), key=lambda task: task.due)


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
