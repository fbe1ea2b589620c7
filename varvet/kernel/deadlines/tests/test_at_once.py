"""Two workers that remind at the same moment remind once; two who hand over the same work move it once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.deadlines.handing_over import Handover, Outcome, hand_over
from varvet.kernel.deadlines.models import Reminder
from varvet.kernel.deadlines.reminding import remind_all, remind_hours
from varvet.kernel.notifications.models import Notification
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.holding import Held
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.kernel.records.tests.toy import TOYS, make_toy

MAY = "deviations.assess"
STARTED = datetime(2026, 3, 13, 9, 30, tzinfo=NOW.tzinfo)  # 72 hours before
GIVEN: list[str] = []


def _clocks(root: Unit) -> list[Clock]:
    due: tuple[tuple[str, date | datetime, date | datetime], ...]
    due = (("day", TODAY, TODAY), ("hours", STARTED, NOW))
    return [
        Clock(one.pk, code, start, end, MAY) for one in Record.objects.filter(root=root) for code, start, end in due
    ]


def _reassign(record: Record, to: User, reason: str, by: User, now: datetime) -> None:
    GIVEN.append(to.name)
    Record.objects.filter(pk=record.pk).update(opened_by=to)


@pytest.fixture(autouse=True)
def clocked(toys: object) -> Iterator[None]:
    registry.clear()
    by_name = Held("opened_by", MAY, lambda root: Record.objects.filter(root=root))
    registry.add(replace(TOYS, clocks=_clocks, held=(by_name,), reassign=_reassign, tasks_for=(MAY,)))
    GIVEN.clear()
    return iter([None])


@pytest.mark.parametrize(("remind", "told"), [(remind_all, ["due"]), (remind_hours, ["overdue", "escalated"])])
def test_two_workers_remind_once(at_once: AtOnce, committed_cast: Cast, remind: object, told: list[str]) -> None:
    at_once.alone(lambda: make_toy(committed_cast))
    assert callable(remind)
    counts = at_once.run(*[lambda: remind(now=NOW)] * 3)
    rows = at_once.alone(lambda: list(Notification.objects.order_by("pk").values_list("receiver__name", "event")))
    assert sum(count for count in counts if isinstance(count, int)) == len(told)
    assert at_once.alone(Reminder.objects.count) == len(told)
    assert [event for name, event in rows if name in {"Alice", "Dag"}] == told


def test_two_who_hand_over_at_once_move_each_record_once(at_once: AtOnce, committed_cast: Cast) -> None:
    cast = committed_cast
    made = [at_once.alone(lambda: make_toy(cast)) for _ in range(3)]
    at_once.alone(lambda: Record.objects.filter(pk__in=[one.pk for one in made]).update(opened_by=cast.alice))
    first, second = (Handover(cast.alice, to, "Hon slutar.", cast.eva, NOW) for to in (cast.eva, cast.dag))
    outcomes = at_once.run(
        lambda: hand_over(reader_of(cast.eva), first), lambda: hand_over(reader_of(cast.eva), second)
    )
    assert all(isinstance(outcome, Outcome) for outcome in outcomes)
    assert sum(outcome.moved for outcome in outcomes if isinstance(outcome, Outcome)) == 3 == len(GIVEN)
    holders = at_once.alone(lambda: list(Record.objects.order_by("pk").values_list("opened_by__name", flat=True)))
    assert sorted(holders) == sorted(GIVEN)
