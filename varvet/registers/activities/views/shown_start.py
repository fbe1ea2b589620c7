"""What an employee meets on the start page: the activities they are responsible for by name."""

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.panels import Panel, Row, StartPanel
from varvet.kernel.records.registry import Task
from varvet.kernel.ui.words import short_day
from varvet.registers.activities import actions, queries


def my_activities(reader: Reader) -> Panel | None:
    """Nothing for those who edit a unit's wheel: theirs stand in the queue."""
    if reader.has(actions.EDIT):
        return None
    rows = tuple(_row(task, reader) for task in queries.list_tasks(reader))
    return Panel(_("I årshjulet väntar på dig"), rows=rows) if rows else None


def _row(task: Task, reader: Reader) -> Row:
    due = _("{what}, senast {day}").format(what=task.detail, day=short_day(task.due, reader.today))
    return Row(title=task.title, href=task.href, detail=due)


MY_ACTIVITIES = StartPanel((actions.VIEW,), 11, my_activities)
