"""Assigning: somebody has it by name, or the unit's manager; never nobody."""

from datetime import datetime
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import TODAY, Cast, reader_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import ACTED, assessed, fresh, reported
from varvet.registers.deviations.tests.six_cases import SixCases


class TestAssign(SixCases):
    event, trail, place, status = rules.Event.ASSIGN, "assigned", "fordela", rules.Status.RECEIVED

    def prepare(self, cast: Cast) -> Any:
        return cast.dag

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.assign(deviation=deviation, handler=extra, version=version, by=by, now=now)


def assigned(cast: Cast, deviation: Deviation, to: User | None) -> Deviation:
    version = fresh(deviation).version
    return actions.assign(deviation=deviation, handler=to, version=version, by=cast.alice, now=ACTED)


def owners(deviation: Deviation) -> list[str]:
    return [holder.user.name for holder in queries.owners_of(fresh(deviation), TODAY)]


def test_without_a_name_the_manager_has_it(cast: Cast) -> None:
    deviation = reported(cast)
    assert owners(deviation) == ["Alice"]
    assigned(cast, deviation, cast.dag)
    assert owners(deviation) == ["Dag"]
    assigned(cast, deviation, None)
    assert owners(deviation) == ["Alice"]


def test_a_handler_who_has_left_has_it_no_longer(cast: Cast) -> None:
    deviation = assigned(cast, reported(cast), cast.dag)
    cast.dag.assignments.all().delete()
    assert owners(deviation) == ["Alice"]


def test_without_a_manager_those_above_have_it(cast: Cast) -> None:
    deviation = reported(cast)
    cast.alice.assignments.all().delete()
    assert owners(deviation) == ["Dag", "Eva"]


def test_it_is_in_the_handlers_queue_alone(cast: Cast) -> None:
    deviation = assigned(cast, assessed(cast), cast.dag)
    assert [task.reference for task in queries.list_tasks(reader_of(cast.dag))] == [deviation.reference]
    assert queries.list_tasks(reader_of(cast.alice)) == []


def test_the_handler_is_told(cast: Cast) -> None:
    deviation = assigned(cast, reported(cast), cast.dag)
    assert Notification.objects.filter(receiver=cast.dag, record_id=deviation.pk, event="assigned").exists()


def test_whoever_takes_it_is_told_nothing_and_nobody_else_is(cast: Cast) -> None:
    deviation = reported(cast)
    actions.assign(deviation=deviation, handler=cast.dag, version=1, by=cast.dag, now=ACTED)
    assert not Notification.objects.filter(record_id=deviation.pk, event="assigned").exists()


@pytest.mark.parametrize("name", ["bo", "cecilia", "gun", "stranger"])
def test_only_somebody_who_handles_there(cast: Cast, name: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        assigned(cast, reported(cast), getattr(cast, name))
    assert (broken.value.code, broken.value.field) == ("deviation.handler.role", "handler")
