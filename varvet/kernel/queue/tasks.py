"""One queue over all registers, the nearest deadline first."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.queue.instead import Named, list_instead, list_unassigned
from varvet.kernel.queue.questions import list_asked
from varvet.kernel.records.registry import Register, Task, get_register, list_registers


@dataclass(frozen=True)
class Waiting:
    """A task with the register it belongs to."""

    register: Register
    task: Task


def list_waiting(reader: Reader) -> list[Waiting]:
    """What waits for the reader by the day it is due, never by register; what presses comes first within its day."""
    own = [Waiting(register, task) for register in list_registers() for task in _tasks_of(register, reader)]
    asked = [Waiting(get_register(one.kind), one.task) for one in list_asked(reader)]
    others = _for_others(reader, own) if can_be_asked(reader) else []
    return sorted([*own, *asked, *others], key=lambda waiting: _order(waiting.task))


def _for_others(reader: Reader, own: list[Waiting]) -> list[Waiting]:
    """What is with nobody today, and what waits for those the reader stands in for; nothing twice."""
    nobodys = [Waiting(register, task) for register, task in list_unassigned(reader, _named(own))]
    taken = _named([*own, *nobodys])
    return nobodys + [Waiting(register, task) for register, task in list_instead(reader, taken, _tasks_of)]


def _named(found: list[Waiting]) -> set[Named]:
    return {(waiting.register.kind, waiting.task.reference) for waiting in found}


def list_tasks(reader: Reader) -> list[Task]:
    return [waiting.task for waiting in list_waiting(reader)]


def due_day(task: Task) -> date:
    """The Swedish day on which it is due."""
    return timezone.localtime(task.due).date() if isinstance(task.due, datetime) else task.due


def can_be_asked(reader: Reader) -> bool:
    """Whether anything can come to wait for the reader."""
    return any(reader.has(code) for register in list_registers() for code in register.tasks_for)


def _tasks_of(register: Register, reader: Reader) -> list[Task]:
    """Not asked of a register that can have nothing for the reader."""
    able = not register.tasks_for or any(reader.has(code) for code in register.tasks_for)
    return register.tasks(reader) if register.tasks and able else []


def _order(task: Task) -> tuple[date, bool, datetime]:
    """A term in days ends when the day does."""
    if isinstance(task.due, datetime):
        return due_day(task), not task.pressing, task.due
    end = datetime(task.due.year, task.due.month, task.due.day, 23, 59, tzinfo=timezone.get_current_timezone())
    return task.due, not task.pressing, end
