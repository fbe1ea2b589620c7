"""What an employee meets on the start page: questions to answer, and inspections they are responsible for."""

from datetime import date

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.panels import Panel, Row, StartPanel
from varvet.kernel.records.registry import Task
from varvet.kernel.ui.words import short_day
from varvet.registers.inspections import actions, queries


def my_inspections(reader: Reader) -> Panel | None:
    """Nothing for those who handle a unit's inspections: theirs stand in the queue."""
    if reader.has(actions.EDIT):
        return None
    rows = tuple(_row(task, reader.today) for task in queries.list_tasks(reader))
    return Panel(_("Tillsyn och granskning som väntar på dig"), rows=rows) if rows else None


def _row(task: Task, today: date) -> Row:
    due = _("{what}, senast {day}").format(what=task.detail, day=short_day(task.due, today))
    return Row(title=task.title, href=task.href, detail=due)


MY_INSPECTIONS = StartPanel((actions.ANSWER,), 10, my_inspections)
