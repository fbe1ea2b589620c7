"""Near the end of a month: a unit where something came in, and that has no sheet, gets one, and so a reminder."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from varvet.kernel.access.models import Assignment
from varvet.kernel.access.roles import roles_with
from varvet.kernel.jobs.schedule import Periodic
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import Line, line_on
from varvet.kernel.records.models import Confidentiality, Fact, Record
from varvet.kernel.records.registry import list_registers
from varvet.registers.meetings.actions.make import make_waiting
from varvet.registers.meetings.actions.steps import EDIT
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.rules import end_of, month_of

NEAR_END = timedelta(days=7)
REPORTED = "received"


@task
def make_waiting_sheets() -> int:
    return make_all(now=timezone.now())


def make_all(*, now: datetime) -> int:
    """How many sheets were made. Done twice it makes none the second time."""
    today = day_of(now)
    if end_of(month_of(today)) - today >= NEAR_END:
        return 0
    roots = Meeting.objects.order_by().values_list("root", flat=True).distinct()
    units = [unit for root in Unit.objects.filter(pk__in=roots) for unit in _lacking(root, today)]
    return len([make_waiting(unit=unit, month=month_of(today), now=now) for unit in units])


def _lacking(root: Unit, today: date) -> Iterator[Unit]:
    """Units of a root that uses the sheets: those with a manager of their own, nearest above where it came in."""
    line, managed = line_on({root.pk}, today), _managed(root, today)
    near = {found for unit in _reported_in(root, today) if (found := _nearest(unit, line, managed))}
    made = set(Meeting.objects.filter(root=root, month=month_of(today)).values_list("unit_id", flat=True))
    covered = {unit for unit in near if _with_those_above(unit, line) & made}
    yield from Unit.objects.filter(pk__in=near - covered).exclude(last_day__lt=today).select_related("root")


def _reported_in(root: Unit, today: date) -> set[int]:
    kinds = [card.kind for card in list_registers() if card.meeting_lines and REPORTED in card.happenings]
    shut = Record.objects.filter(root=root).exclude(confidentiality=Confidentiality.NORMAL)
    facts = Fact.objects.filter(
        root=root, register__in=kinds, happening=REPORTED, day__gte=month_of(today), day__lte=today
    )
    return set(facts.exclude(record_id__in=shut.values("pk")).order_by().values_list("unit_id", flat=True).distinct())


def _managed(root: Unit, today: date) -> set[int]:
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(EDIT)]
    held = Assignment.objects.filter(in_force, unit__root=root, role__in=roles, user__is_active=True)
    return set(held.values_list("unit_id", flat=True))


def _nearest(unit: int, line: Line, managed: set[int]) -> int | None:
    level = {unit}
    while level:
        if level & managed:
            return min(level & managed)
        level = {over for one in level for over in line.above.get(one, ())}
    return None


def _with_those_above(unit: int, line: Line) -> set[int]:
    seen, level = {unit}, {unit}
    while level:
        level = {over for one in level for over in line.above.get(one, ())} - seen
        seen |= level
    return seen


PERIODIC = (Periodic("meetings.make_waiting_sheets", make_waiting_sheets, at=time(4, 40)),)
