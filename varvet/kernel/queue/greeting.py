"""The first words of the day: the hour, and how much is due. Pure functions; the moment comes as an argument."""

from collections.abc import Sequence
from datetime import datetime

from varvet.kernel.records.registry import Task

NUMBERS = ("Inget", "En sak", "Två saker", "Tre saker", "Fyra saker", "Fem saker", "Sex saker", "Sju saker")


def greet(now: datetime) -> str:
    """Local time. Night belongs to the day before."""
    if 5 <= now.hour < 10:
        return "God morgon."
    if 10 <= now.hour < 18:
        return "Hej."
    return "God kväll."


def due_today(tasks: Sequence[Task], now: datetime) -> int:
    """How many are due today or already late."""
    days = [t.due.astimezone(now.tzinfo).date() if isinstance(t.due, datetime) else t.due for t in tasks]
    return sum(day <= now.date() for day in days)


def sentence(tasks: Sequence[Task], now: datetime) -> str:
    """What the day asks, in one sentence."""
    count = due_today(tasks, now)
    if count == 0:
        return "Inget behöver dig i dag."
    words = NUMBERS[count] if count < len(NUMBERS) else f"{count} saker"
    return f"{words} behöver dig i dag."
