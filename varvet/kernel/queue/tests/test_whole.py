"""The whole queue: by time, and narrowed by what stands in the address."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import QueryDict

from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.queue.tasks import Waiting
from varvet.kernel.queue.whole import Queue, whole_queue
from varvet.kernel.records.registry import Task
from varvet.kernel.records.tests.toy import TOYS

DOLLS = replace(TOYS, kind="dolls", prefix="DOC", label="Dockor")


def waiting(reference: str, due: date, *, dolls: bool = False, unit: str = "Mottagning A") -> Waiting:
    return Waiting(DOLLS if dolls else TOYS, Task("Gör det", reference, unit, "/", date(2026, 3, 1), due))


ALL = (
    waiting("late", date(2026, 3, 15)),
    waiting("today", TODAY),
    waiting("week", date(2026, 3, 23), dolls=True),
    waiting("later", date(2026, 3, 24), unit="Åsgården"),
)


def shown(asked: str = "") -> Queue:
    return whole_queue(ALL, QueryDict(asked), TODAY)


def references(queue: Queue) -> list[list[str]]:
    return [[task.reference for task in group.tasks] for group in queue.groups]


def test_it_is_grouped_by_time_with_the_border_days_where_they_belong() -> None:
    queue = shown()
    assert references(queue) == [["late"], ["today"], ["week"], ["later"]]
    assert [group.label for group in queue.groups] == [
        "Skulle varit klart",
        "I dag",
        "De närmaste sju dagarna",
        "Senare",
    ]


def test_a_group_without_tasks_is_left_out() -> None:
    assert [group.label for group in shown("register=dolls").groups] == ["De närmaste sju dagarna"]


def test_it_narrows_to_a_register_and_a_unit_and_keeps_one_when_the_other_is_chosen() -> None:
    queue = shown("register=dolls&enhet=Mottagning+A")
    assert references(queue) == [["week"]]
    assert [(view.label, view.count, view.current) for view in queue.views] == [
        ("Alla", 3, False),
        (TOYS.label, 2, False),
        ("Dockor", 1, True),
    ]
    assert queue.views[0].href == "/att-gora/?enhet=Mottagning+A"


@pytest.mark.parametrize("asked", ["register=okant", "enhet=Nergalen"])
def test_what_is_not_known_narrows_to_nothing(asked: str) -> None:
    assert shown(asked).count == 0


def test_units_stand_in_swedish_order() -> None:
    assert shown().units == ("Mottagning A", "Åsgården")
    also = (*ALL, waiting("x", TODAY, unit="Zetterlunden"))
    assert whole_queue(also, QueryDict(""), TODAY).units == ("Mottagning A", "Zetterlunden", "Åsgården")
