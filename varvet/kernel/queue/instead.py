"""What waits for somebody who cannot take it today: for whoever stands in for them, or for whoever could."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date

from django.urls import reverse

from varvet.kernel.access.absences import list_stood_in_for
from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of, with_extensions
from varvet.kernel.deadlines.holding import list_unheld
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock, Register, Task, is_visible, list_registers

TasksOf = Callable[[Register, Reader], list[Task]]
Named = tuple[str, str]  # a register's kind and a reference
Found = Iterator[tuple[Register, Task]]
ASSIGN, UNASSIGNED = marked("Fördela ett ärende"), marked("saknar ansvarig")


def list_unassigned(reader: Reader, known: Collection[Named]) -> Found:
    """Records that are with somebody who has left, may no longer have them, or is away without a deputy who may."""
    lost: dict[str, tuple[Register, list[Record]]] = {}
    for register, record in list_unheld(reader):
        if (register.kind, record.reference) not in known:
            lost.setdefault(register.kind, (register, []))[1].append(record)
    for register, records in lost.values():
        clocks = _clocks_of(register, records)
        for record in records:
            yield register, _unassigned(register, record, clocks.get(record.pk), reader.today)


def _clocks_of(register: Register, records: list[Record]) -> dict[int, Clock]:
    """The first due of each, by the record's id: one is asked about alone, several with one question for all."""
    if len(records) == 1 and register.clocks_of:
        running = register.clocks_of(records[0])
    else:
        wanted, root = {record.pk for record in records}, records[0].root
        every = register.clocks(root) if register.clocks else []
        running = [clock for clock in every if clock.record_id in wanted]
    latest_first = sorted(with_extensions(running), key=due_day_of, reverse=True)
    return {clock.record_id: clock for clock in latest_first}


def _unassigned(register: Register, record: Record, first: Clock | None, today: date) -> Task:
    return Task(
        title=ASSIGN,
        reference=record.reference,
        unit_name=record.unit.name,
        href=reverse(register.page, args=[record.reference]),
        started=start_day_of(first) if first else day_of(record.received_at),
        due=first.due if first else today,
        detail=UNASSIGNED,
    )


def list_instead(reader: Reader, known: Collection[Named], tasks_of: TasksOf) -> Found:
    """What waits for those the reader stands in for, of what the reader may see and do by their own roles."""
    taken = set(known)
    for absent in list_stood_in_for(reader):
        theirs = Reader(absent, reader.today, reader.root.slug if reader.root else "")
        found = list(_instead_of(reader, theirs, taken, tasks_of)) if theirs.root == reader.root else []
        taken |= {(register.kind, task.reference) for register, task in found}
        yield from found


def _instead_of(reader: Reader, theirs: Reader, taken: Collection[Named], tasks_of: TasksOf) -> Found:
    for register in list_registers():
        tasks = [task for task in tasks_of(register, theirs) if (register.kind, task.reference) not in taken]
        for task in _within(register, reader, tasks) if tasks else []:
            yield register, replace(task, instead_of=theirs.user.name)


def _within(register: Register, reader: Reader, tasks: list[Task]) -> list[Task]:
    """A task may name a record of another register, as a question about it does: then that register is asked too."""
    rows = Record.objects.filter(root=reader.root, reference__in=[task.reference for task in tasks])
    may = {
        record.reference
        for record in rows
        if is_visible(reader, record) and any(reader.can(code, record.unit_id) for code in register.tasks_for)
    }
    return [task for task in tasks if task.reference in may]
