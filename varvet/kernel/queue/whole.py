"""The whole queue on a page: by time, narrowed to a register or a unit by what stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from varvet.kernel.organisation.tree import sort_key
from varvet.kernel.queue.tasks import Waiting, due_day
from varvet.kernel.records.registry import Task


@dataclass(frozen=True)
class View:
    """A register's part of the queue, as a tab."""

    label: str
    href: str
    current: bool
    count: int


@dataclass(frozen=True)
class Group:
    """What is due in the same stretch of time."""

    label: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Queue:
    views: tuple[View, ...]
    groups: tuple[Group, ...]
    units: tuple[str, ...]
    unit: str
    register: str
    count: int


def whole_queue(waiting: Sequence[Waiting], asked: QueryDict, today: date) -> Queue:
    """`asked` may name a register (`register`) and a unit (`enhet`); what it does not know narrows to nothing."""
    register, unit = asked.get("register", ""), asked.get("enhet", "")
    of_unit = [one for one in waiting if unit in {"", one.task.unit_name}]
    shown = [one.task for one in of_unit if register in {"", one.register.kind}]
    return Queue(
        views=_views(of_unit, register, unit),
        groups=_groups(shown, today),
        units=tuple(sorted({one.task.unit_name for one in waiting}, key=sort_key)),
        unit=unit,
        register=register,
        count=len(shown),
    )


def _views(waiting: Sequence[Waiting], register: str, unit: str) -> tuple[View, ...]:
    labels = {one.register.kind: one.register.label for one in waiting}
    counts = {kind: sum(one.register.kind == kind for one in waiting) for kind in labels}
    one_each = [View(_(labels[kind]), _address(kind, unit), kind == register, counts[kind]) for kind in labels]
    return (View(_("Alla"), _address("", unit), not register, len(waiting)), *one_each)


def _address(register: str, unit: str) -> str:
    named = {name: value for name, value in (("register", register), ("enhet", unit)) if value}
    return f"{reverse('queue:all')}?{urlencode(named)}" if named else reverse("queue:all")


def _groups(tasks: Sequence[Task], today: date) -> tuple[Group, ...]:
    ends = (
        (_("Skulle varit klart"), today - timedelta(days=1)),
        (_("I dag"), today),
        (_("De närmaste sju dagarna"), today + timedelta(days=7)),
        (_("Senare"), date.max),
    )
    groups, after = [], date.min
    for label, last in ends:
        groups.append(Group(label, tuple(task for task in tasks if after < due_day(task) <= last)))
        after = last
    return tuple(group for group in groups if group.tasks)
