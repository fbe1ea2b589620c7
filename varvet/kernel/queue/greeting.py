"""The first words of the day: the hour, and how much is due. The moment comes as an argument."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Task

DUE = (
    marked("Inget behöver dig i dag."),
    marked("En sak behöver dig i dag."),
    marked("Två saker behöver dig i dag."),
    marked("Tre saker behöver dig i dag."),
    marked("Fyra saker behöver dig i dag."),
    marked("Fem saker behöver dig i dag."),
    marked("Sex saker behöver dig i dag."),
    marked("Sju saker behöver dig i dag."),
)


def greet(now: datetime) -> str:
    """Local time. Night belongs to the day before."""
    if 5 <= now.hour < 10:
        return _("God morgon.")
    if 10 <= now.hour < 18:
        return _("Hej.")
    return _("God kväll.")


def due_today(tasks: Sequence[Task], now: datetime) -> int:
    """How many are due today or already late."""
    days = [t.due.astimezone(now.tzinfo).date() if isinstance(t.due, datetime) else t.due for t in tasks]
    return sum(day <= now.date() for day in days)


def sentence(tasks: Sequence[Task], now: datetime) -> str:
    """What the day asks, in one sentence."""
    count = due_today(tasks, now)
    if count < len(DUE):
        return _(DUE[count])
    return ngettext("{count} sak behöver dig i dag.", "{count} saker behöver dig i dag.", count).format(count=count)
