"""What is to be done by a day: the same for the queue, the page and the reminders."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import rows_of
from varvet.registers.activities.models import Occasion
from varvet.registers.activities.queries.visible import EDIT, VIEW
from varvet.registers.activities.rules import OPEN, Sort

DO = "do"
MOST_TASKS = 50
NEAR = timedelta(days=14)  # what is due further on, and has not begun, is not yet something to do
TITLES: dict[str, str] = {
    Sort.CHECK: marked("Gör en planerad egenkontroll"),
    Sort.ANALYSIS: marked("Gör en planerad analys"),
    Sort.REPORT: marked("Skriv en planerad rapport"),
    Sort.REVIEW: marked("Gör en planerad granskning"),
    Sort.RISK: marked("Gör ett planerat riskarbete"),
    Sort.MEETING: marked("Håll ett planerat möte"),
    Sort.OTHER: marked("Gör det som är planerat"),
}


def list_clocks(root: Unit) -> list[Clock]:
    return [_clock(row) for row in Occasion.objects.filter(root=root, status__in=OPEN).order_by("pk")]


def clocks_of(occasion: Occasion) -> list[Clock]:
    return [_clock(occasion)] if occasion.status in OPEN else []


def _clock(occasion: Occasion) -> Clock:
    """Whoever is responsible need not edit the unit's wheel. More time is given by moving it, with a reason."""
    holder = occasion.responsible_id
    permission = VIEW if holder else EDIT
    return Clock(occasion.pk, DO, occasion.starts_on, occasion.due_on, permission, holder_id=holder)


def _open_with_somebody(root: Unit) -> QuerySet[Occasion]:
    rows = Occasion.objects.filter(root=root, status__in=OPEN, responsible__isnull=False)
    return rows.select_related("activity")


HELD = (Held("responsible", VIEW, _open_with_somebody),)


def waiting(reader: Reader) -> QuerySet[Occasion]:
    """The reader's own, and in their units what nobody has by name: begun, or near."""
    own = Q(responsible=reader.user, unit_id__in=reader.units(VIEW))
    nobodys = Q(responsible__isnull=True, unit_id__in=reader.units(EDIT))
    now = Q(starts_on__lte=reader.today) | Q(due_on__lte=reader.today + NEAR)
    return Occasion.objects.filter(own | nobodys, now, root=reader.root, status__in=OPEN)


WAITING = Seldom("activities.occasions", waiting, ("reference", "sort", "starts_on", "due_on", "name"))


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first, at most 50."""
    rows = sorted(rows_of(reader, WAITING, Occasion), key=lambda row: (row.due_on, row.pk))
    return [_task(row) for row in rows[:MOST_TASKS]]


def _task(occasion: Occasion) -> Task:
    return Task(
        title=_(TITLES[occasion.sort]),
        reference=occasion.reference,
        unit_name=occasion.unit.name,
        href=reverse("activities:page", args=[occasion.reference]),
        started=occasion.starts_on,
        due=occasion.due_on,
        detail=occasion.name,
    )
