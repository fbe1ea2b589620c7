"""What waits for somebody who is away or gone: for the deputy by their own roles, else for whoever could take it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.models import Absence, Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.cast import TODAY, Cast, reader_of
from varvet.kernel.queue.tasks import list_tasks
from varvet.kernel.records import registry
from varvet.kernel.records.holding import Held
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.tests.toy import TOYS, make_toy

MAY = "deviations.assess"
WEEK = TODAY + timedelta(days=6)


@pytest.fixture(autouse=True)
def held(toys: object) -> Iterator[None]:
    registry.clear()
    mine = Held("opened_by", MAY, lambda root: Record.objects.filter(root=root))
    registry.add(replace(TOYS, page="deviations:page", tasks=_tasks, tasks_for=(MAY,), held=(mine,)))
    return iter([None])


def _tasks(reader: Reader) -> list[Task]:
    mine = Record.objects.filter(opened_by=reader.user, unit_id__in=reader.units(MAY))
    return [Task("Lek", one.reference, one.unit.name, "/", TODAY, TODAY) for one in mine]


def toy_of(cast: Cast, person: User) -> Record:
    """With somebody by name."""
    record = make_toy(cast)
    Record.objects.filter(pk=record.pk).update(opened_by=person)
    record.refresh_from_db()
    return record


def away(person: User, deputy: User | None) -> Absence:
    return Absence.objects.create(user=person, deputy=deputy, first_day=TODAY, last_day=WEEK)


def queue_of(person: User) -> list[tuple[str, str, str]]:
    return [(task.title, task.detail, task.instead_of) for task in list_tasks(reader_of(person))]


def test_it_shows_whose_task_it_is(cast: Cast) -> None:
    toy_of(cast, cast.alice)
    assert queue_of(cast.eva) == []
    away(cast.alice, cast.eva)
    assert queue_of(cast.eva) == [("Lek", "", "Alice")]
    assert queue_of(cast.alice) == [("Lek", "", "")]
    assert queue_of(cast.dag) == []


def test_it_shows_a_deputy_nothing_beyond_their_own_roles(cast: Cast) -> None:
    toy_of(cast, cast.alice)
    for deputy in (cast.bo, cast.cecilia, cast.stranger, cast.gun, cast.hugo):
        Absence.objects.all().delete()
        away(cast.alice, deputy)
        assert queue_of(deputy) == []


def test_it_says_that_nobody_has_it_when_the_deputy_may_not(cast: Cast) -> None:
    toy_of(cast, cast.alice)
    away(cast.alice, cast.cecilia)
    assert queue_of(cast.eva) == [("Fördela ett ärende", "saknar ansvarig", "")]
    assert queue_of(cast.cecilia) == []


@pytest.mark.parametrize("how", ["left", "role ended", "role changed", "unit changed"])
def test_it_says_so_when_whoever_had_it_can_no_longer(cast: Cast, how: str) -> None:
    toy_of(cast, cast.alice)
    roles = Assignment.objects.filter(user=cast.alice)
    match how:
        case "left":
            User.objects.filter(pk=cast.alice.pk).update(is_active=False)
        case "role ended":
            roles.update(last_day=TODAY - timedelta(days=1))
        case "role changed":
            roles.update(role="employee")
        case _:
            roles.update(unit=cast.b)
    for person in (cast.eva, cast.dag):
        assert queue_of(person) == [("Fördela ett ärende", "saknar ansvarig", "")]
    assert queue_of(cast.cecilia) == queue_of(cast.bo) == []


def test_what_many_have_lost_is_asked_about_once(cast: Cast) -> None:
    def clock_of(record: Record) -> Clock:
        return Clock(record.pk, "play", TODAY, WEEK, MAY)

    mine = Held("opened_by", MAY, lambda root: Record.objects.filter(root=root))
    registry.clear()
    clocks = replace(
        TOYS,
        page="deviations:page",
        held=(mine,),
        tasks_for=(MAY,),
        clocks=lambda root: [clock_of(record) for record in Record.objects.filter(root=root)],
        clocks_of=lambda record: [clock_of(Record.objects.get(pk=record.pk))],
    )
    registry.add(clocks)
    asked = []
    User.objects.filter(pk=cast.alice.pk).update(is_active=False)
    for _ in range(4):
        toy_of(cast, cast.alice)
        with CaptureQueriesContext(connection) as queries:
            found = list_tasks(reader_of(cast.eva))
        assert {task.due for task in found} == {WEEK}
        asked.append(len(queries))
    assert (len(found), asked[1:]) == (4, [asked[1]] * 3)
