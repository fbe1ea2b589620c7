"""Clocks and the queue: one next step a report, on the day that its state says, also where days are few."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.deadlines.extending import extend
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports import actions, queries
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Known, Status, Subject
from varvet.registers.provider_reports.tests.factories import (
    another,
    assessed,
    closed,
    disowned,
    events_of,
    excluded,
    followed_up,
    following_up,
    fresh,
    in_state,
    registered,
    reopened,
    requested,
    taken_in,
)

Make = Callable[[Cast], ProviderReport]


@pytest.mark.parametrize(
    ("make", "code", "started", "due"),
    [
        (registered, "request", date(2026, 3, 12), date(2026, 3, 17)),  # three working days over a weekend
        (requested, "investigation", date(2026, 3, 17), date(2026, 4, 17)),  # the day that was asked for
        (taken_in, "assess", date(2026, 3, 31), date(2026, 4, 16)),  # ten working days with Easter among them
        (assessed, "end", date(2026, 4, 3), date(2026, 5, 5)),  # twenty, with the first of May
        (following_up, "follow_up", date(2026, 4, 3), date(2026, 4, 30)),
        (followed_up, "end", date(2026, 4, 15), date(2026, 5, 15)),
        (reopened, "assess", date(2026, 5, 5), date(2026, 5, 20)),
    ],
)
def test_each_state_has_its_clock(cast: Cast, make: Make, code: str, started: date, due: date) -> None:
    [clock] = clocks_of(make(cast))
    assert (clock.code, clock.started, clock.due, clock.extendable) == (code, started, due, True)


@pytest.mark.parametrize("make", [closed, disowned])
def test_what_has_ended_has_none(cast: Cast, make: Make) -> None:
    assert clocks_of(make(cast)) == []


@pytest.mark.parametrize(
    ("informed", "due"),
    [
        (date(2026, 6, 18), date(2026, 6, 24)),  # midsommarafton is no working day
        (date(2026, 12, 22), date(2026, 12, 29)),
        (date(2028, 2, 28), date(2028, 3, 2)),  # a leap day
    ],
)
def test_the_request_is_counted_in_working_days(cast: Cast, informed: date, due: date) -> None:
    now = datetime(informed.year, informed.month, informed.day, 10, tzinfo=UTC)
    report = registered(cast, informed_on=informed, occurred_day=None, now=now)
    assert clocks_of(report)[0].due == due


def test_of_several_follow_ups_the_next_counts(cast: Cast) -> None:
    report = following_up(cast)
    another(cast, report, Subject.CONTRACT)
    report.follow_ups.filter(subject=Subject.CONTRACT).update(due_on=date(2026, 4, 20))
    assert clocks_of(fresh(report))[0].due == date(2026, 4, 20)


def test_opened_again_without_an_investigation_it_is_asked_for(cast: Cast) -> None:
    report = disowned(cast)
    now = datetime(2026, 5, 5, 9, tzinfo=UTC)
    actions.reopen(report=report, reason="De säger nej.", version=report.version, by=cast.dag, now=now)
    assert clocks_of(fresh(report))[0].code == "request"


def test_more_time_is_seen_in_the_queue(cast: Cast) -> None:
    report = registered(cast)
    extend(record=report, code="request", until=date(2026, 3, 25), reason="Vi söker dem.", by=cast.dag, now=NOW)
    [task] = queries.list_tasks(reader_of(cast.dag))
    assert task.due == date(2026, 3, 25)


def test_each_open_report_is_one_task_of_those_who_handle(cast: Cast) -> None:
    for status in Status:
        in_state(cast, status)
    tasks = queries.list_tasks(reader_of(cast.dag))
    assert len(tasks) == 6
    assert [task.due for task in tasks] == sorted(task.due for task in tasks)
    assert len({task.reference for task in tasks}) == 6
    assert queries.list_tasks(reader_of(cast.alice)) == []
    assert queries.list_tasks(reader_of(cast.stranger)) == []


def test_what_somebody_has_by_name_waits_for_nobody_else(cast: Cast) -> None:
    report = excluded(cast)
    assert [task.reference for task in queries.list_tasks(reader_of(cast.eva))] == [report.reference]
    actions.assign(report=report, handler=cast.dag, version=1, by=cast.dag, now=NOW)
    assert queries.list_tasks(reader_of(cast.eva)) == []
    assert len(queries.list_tasks(reader_of(cast.dag))) == 1


def test_a_new_one_of_ours_presses(cast: Cast) -> None:
    registered(cast), registered(cast, ours=Known.NO)
    assert sorted(task.pressing for task in queries.list_tasks(reader_of(cast.dag))) == [False, True]


def test_those_who_handle_are_reminded(cast: Cast) -> None:
    report = registered(cast)
    remind_all(now=NOW)
    told = Notification.objects.filter(record=report.pk, event="due_soon").values_list("receiver", flat=True)
    assert set(told) == {cast.dag.pk, cast.eva.pk}
    assert date(2026, 3, 17) > TODAY


def test_a_pause_moves_what_waits(cast: Cast) -> None:
    report = registered(cast)
    [clock] = clocks_of(report)
    assert (clock.pausable, clock.counted_in) == (True, "working days")


def test_what_somebody_had_goes_to_another_when_they_leave(cast: Cast) -> None:
    report = actions.assign(report=registered(cast), handler=cast.eva, version=1, by=cast.dag, now=NOW)
    actions.reassign(report, cast.dag, "Eva slutar.", cast.dag, NOW)
    assert fresh(report).handler == cast.dag
    with pytest.raises(RuleBroken):
        actions.reassign(fresh(report), cast.alice, "Dag slutar.", cast.dag, NOW)
    assert events_of(report)[-1][0] == "reassigned"
