"""What waits for somebody, and by when: one next step an analysis."""

from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import rows_of
from varvet.registers.analyses.models import Analysis
from varvet.registers.analyses.queries import clocks
from varvet.registers.analyses.queries.visible import APPROVE, EDIT
from varvet.registers.analyses.rules import Status

MOST_TASKS = 50
TITLES: dict[str, str] = {
    clocks.HOLD_BY: marked("Förbered och håll ett analysmöte"),
    clocks.APPROVE_BY: marked("Fastställ en analys"),
}


def _waiting(reader: Reader) -> QuerySet[Analysis]:
    """To hold: one's own, and in one's units what nobody has by name. To approve: for managers, when it is held."""
    own = Q(responsible=reader.user, unit_id__in=reader.units(EDIT))
    nobodys = Q(responsible__isnull=True, unit_id__in=reader.units(EDIT))
    hold = Q(own | nobodys, status=Status.PREPARING)
    approve = Q(unit_id__in=reader.units(APPROVE), status=Status.HELD)
    return Analysis.objects.filter(hold | approve, root=reader.root)


TOLD_BY = "reference status received_at responsible_id meeting_on held_on period first_day last_day"
WAITING = Seldom("analyses.analyses", _waiting, tuple(TOLD_BY.split()))


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first."""
    rows = sorted(rows_of(reader, WAITING, Analysis), key=lambda row: (row.received_at, row.pk))
    found = rows[:MOST_TASKS]
    if not found:
        return []
    due = clocks.due_clocks(reader, found)
    tasks = [_task(row, due[row.pk]) for row in found if row.pk in due]
    return sorted(tasks, key=lambda task: (_day(task.due), task.reference))


def _day(due: object) -> date:
    assert isinstance(due, date)
    return due


def _task(analysis: Analysis, clock: Clock) -> Task:
    return Task(
        title=_(TITLES[clock.code]),
        reference=analysis.reference,
        unit_name=analysis.unit.name,
        href=reverse("analyses:page", args=[analysis.reference]),
        started=start_day_of(clock),
        due=due_day_of(clock),
        detail=analysis.stretch.name,
        counted_in="workdays" if clock.counted_in == "working days" else "days",
    )
