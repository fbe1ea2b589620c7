"""One queue over all registers, the nearest deadline first."""

from datetime import datetime

from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.registry import Task, list_registers


def list_tasks(reader: Reader) -> list[Task]:
    """What waits for the reader, sorted by when it is due, never by register."""
    tasks = [task for register in list_registers() if register.tasks for task in register.tasks(reader)]
    return sorted(tasks, key=_due)


def _due(task: Task) -> datetime:
    if isinstance(task.due, datetime):
        return task.due
    return datetime(task.due.year, task.due.month, task.due.day, 23, 59, tzinfo=timezone.get_current_timezone())
