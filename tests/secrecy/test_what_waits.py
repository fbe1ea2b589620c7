"""Att göra over all registers: everything that runs waits for somebody, and every task leads where it can be done."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.secrecy.people import browser_of
from varvet.kernel.access.models import Absence, Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, list_clocks
from varvet.kernel.organisation.models import Unit
from varvet.kernel.queue.tasks import Waiting, due_day, list_waiting
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import is_visible

NEAR = timedelta(days=7)  # every register tells of what is due so soon


def reader_of(person: User) -> Reader:
    return Reader(person, timezone.localdate(), "bromma")


def waiting() -> dict[User, list[Waiting]]:
    held = Assignment.objects.filter(unit__root__slug="bromma").values("user")
    people = User.objects.filter(is_active=True, pk__in=held)
    return {person: list_waiting(reader_of(person)) for person in people}


def test_every_task_has_a_day_and_a_next_step_and_opens_for_whom_it_is_shown(town: None) -> None:
    """One of each sort for each person."""
    for person, found in waiting().items():
        each = {(one.register.kind, one.task.title): one.task for one in found}
        browser = browser_of(person.name)
        for task in each.values():
            assert isinstance(due_day(task), date)
            assert task.title
            assert task.unit_name
            assert browser.get(task.href).status_code == 200, (person.name, task)


def test_what_runs_waits_for_somebody(town: None) -> None:
    """In the queue, or on the start page of whoever has it by name."""
    root, today = Unit.objects.get(slug="bromma"), timezone.localdate()
    told = {one.task.reference for found in waiting().values() for one in found}
    near = [clock for clock in list_clocks(root) if due_day_of(clock) <= today + NEAR]
    references = dict(Record.objects.in_bulk({clock.record_id for clock in near}))
    untold = [clock for clock in near if references[clock.record_id].reference not in told]
    assert near
    for clock in untold:
        reference = references[clock.record_id].reference
        assert clock.holder_id is not None, (reference, clock.code)
        holder = User.objects.get(pk=clock.holder_id)
        start = browser_of(holder.name).get("/").content.decode()
        assert f"/{reference}/" in start, (reference, clock.code, holder.name)


@pytest.mark.parametrize(("away", "deputy"), [("Alice Lind", "Eva Sand"), ("Eva Sand", "Alice Lind")])
def test_a_deputy_has_what_they_may_do_of_what_waits_for_who_is_away(town: None, away: str, deputy: str) -> None:
    absent, instead = User.objects.get(name=away), User.objects.get(name=deputy)
    theirs, today = list_waiting(reader_of(absent)), timezone.localdate()
    Absence.objects.create(user=absent, deputy=instead, first_day=today, last_day=today + timedelta(days=6))
    reader = reader_of(instead)
    mine = {one.task.reference for one in list_waiting(reader)}
    rows = {row.reference: row for row in Record.objects.filter(reference__in=[one.task.reference for one in theirs])}
    for one in theirs:
        record = rows[one.task.reference]
        able = any(reader.can(code, record.unit_id) for code in one.register.tasks_for)
        if able and is_visible(reader, record):
            assert record.reference in mine, (one.register.kind, one.task.title, record.reference)
