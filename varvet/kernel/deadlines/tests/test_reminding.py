"""Who is reminded, once a rung: whoever has it, else those nearest, and in the end those above."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.tests.cast import Cast, make_person
from varvet.kernel.deadlines.models import Reminder
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.notifications.models import Notification
from varvet.kernel.organisation.models import TermCorrection, Unit
from varvet.kernel.records import registry
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock
from varvet.kernel.records.tests.toy import TOYS, make_toy

MAY = "deviations.assess"
STARTED, DUE = date(2026, 3, 16), date(2026, 3, 19)
CLOCKS: list[Clock] = []


@pytest.fixture(autouse=True)
def clocked(toys: object) -> Iterator[None]:
    registry.clear()
    registry.add(replace(TOYS, clocks=_clocks))
    CLOCKS.clear()
    yield
    CLOCKS.clear()


def _clocks(root: Unit) -> list[Clock]:
    here = set(Record.objects.filter(root=root).values_list("pk", flat=True))
    return [clock for clock in CLOCKS if clock.record_id in here]


def run_clock(cast: Cast, holder: User | None = None) -> Record:
    record = make_toy(cast)
    CLOCKS.append(Clock(record.pk, "play", STARTED, DUE, MAY, holder.pk if holder else None, extendable=True))
    return record


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 5, 0, tzinfo=UTC)


def told() -> list[tuple[str, str]]:
    return list(Notification.objects.order_by("pk").values_list("receiver__name", "event"))


def test_each_rung_once_however_often_it_runs(cast: Cast) -> None:
    make_person("Disa", "department_manager", cast.department)
    run_clock(cast)
    for offset in range(14):
        for _ in range(2):
            remind_all(now=morning(STARTED + timedelta(days=offset)))
    assert told() == [
        ("Alice", "due_soon"),
        ("Alice", "due"),
        ("Alice", "overdue"),
        ("Disa", "escalated"),
        ("Alice", "overdue"),
    ]


def test_nothing_before_its_time(cast: Cast) -> None:
    run_clock(cast)
    assert remind_all(now=morning(STARTED)) == 0
    assert told() == []


def test_on_a_day_off_everybody_is_left_in_peace(cast: Cast) -> None:
    run_clock(cast)
    assert remind_all(now=morning(date(2026, 3, 21))) == 0  # a Saturday
    assert remind_all(now=morning(date(2026, 3, 23))) == 1


def test_after_a_stop_one_is_reminded_once_and_not_of_each_day(cast: Cast) -> None:
    run_clock(cast)
    remind_all(now=morning(date(2026, 4, 15)))
    assert told() == [("Alice", "overdue"), ("Dag", "escalated"), ("Eva", "escalated")]


def test_whoever_has_it_is_reminded(cast: Cast) -> None:
    run_clock(cast, holder=cast.eva)
    remind_all(now=morning(DUE))
    assert told() == [("Eva", "due")]


@pytest.mark.parametrize("name", ["stranger", "cecilia"])
def test_a_holder_who_no_longer_sees_it_is_passed_over(cast: Cast, name: str) -> None:
    run_clock(cast, holder=getattr(cast, name))
    remind_all(now=morning(DUE))
    assert told() == [("Alice", "due")]


def test_a_holder_who_has_left_is_passed_over(cast: Cast) -> None:
    run_clock(cast, holder=cast.eva)
    User.objects.filter(pk=cast.eva.pk).update(is_active=False)
    remind_all(now=morning(DUE))
    assert told() == [("Alice", "due")]


def test_without_a_manager_somebody_above_is_reminded(cast: Cast) -> None:
    run_clock(cast)
    Assignment.objects.filter(user=cast.alice).delete()
    remind_all(now=morning(DUE))
    assert sorted(told()) == [("Dag", "due"), ("Eva", "due")]


def test_what_is_done_is_not_reminded_of(cast: Cast) -> None:
    run_clock(cast)
    CLOCKS.clear()
    assert remind_all(now=morning(DUE)) == 0


def test_a_new_last_day_is_a_ladder_of_its_own(cast: Cast) -> None:
    run_clock(cast)
    remind_all(now=morning(DUE))
    CLOCKS[0] = replace(CLOCKS[0], due=DUE + timedelta(days=4))
    remind_all(now=morning(DUE + timedelta(days=4)))
    assert told() == [("Alice", "due")] * 2


def test_a_root_has_its_own_ladder(cast: Cast) -> None:
    TermCorrection.objects.create(
        root=cast.root,
        key="paminnelse_fore",
        value=3,
        unit="working days",
        source="lokalt mål",
        status="general knowledge, check before go-live",
        reason="Vi vill veta tidigt.",
        corrected_by_id=cast.eva.pk,
        corrected_at=morning(date(2026, 1, 1)),
    )
    run_clock(cast)
    assert remind_all(now=morning(STARTED)) == 1


def test_a_rung_and_its_notice_are_one(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    run_clock(cast)

    def broken(*given: object, **named: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("varvet.kernel.deadlines.reminding.tell_holder", broken)
        with pytest.raises(ZeroDivisionError):
            remind_all(now=morning(DUE))
    assert not Reminder.objects.exists()
    assert remind_all(now=morning(DUE)) == 1
