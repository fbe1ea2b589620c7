"""What the start page says first: a greeting, and how much needs the reader today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from varvet.kernel.records.registry import Task
from varvet.kernel.ui import words

SHOWN = 10


@dataclass(frozen=True)
class Start:
    """The start page; `waiting` counts also the tasks that are not shown."""

    greeting: str
    sentence: str
    today: str
    tasks: tuple[Task, ...]
    waiting: int

    @property
    def more(self) -> int:
        return self.waiting - len(self.tasks)


def greeting(hour: int) -> str:
    """By the local hour, 0-23."""
    if 5 <= hour < 10:
        return "God morgon."
    return "God kväll." if hour >= 18 else "Hej."


def sentence(pressing: int, waiting: int) -> str:
    """One sentence about today; `pressing` of those `waiting` are due today or late."""
    if pressing:
        things = "sak" if pressing == 1 else "saker"
        return f"{words.capitalised(words.number_word(pressing))} {things} behöver dig i dag."
    return "Inget brådskar i dag." if waiting else "Inget väntar på dig."


def _is_pressing(task: Task, now: datetime) -> bool:
    due = task.due.astimezone(now.tzinfo).date() if isinstance(task.due, datetime) else task.due
    return due <= now.date()


def build(tasks: Sequence[Task], now: datetime, most: int = SHOWN) -> Start:
    """`tasks` nearest first; `now` in local time."""
    pressing = sum(_is_pressing(task, now) for task in tasks)
    return Start(
        greeting=greeting(now.hour),
        sentence=sentence(pressing, len(tasks)),
        today=words.capitalised(words.swedish_day(now.date(), now.date())),
        tasks=tuple(tasks[:most]),
        waiting=len(tasks),
    )
