"""What an employee meets on the start page: the activities they are responsible for, and what waits in each."""

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.panels import Panel, Row, StartPanel
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import short_day
from varvet.registers.involvement import actions, queries, rules


def my_activities(reader: Reader) -> Panel | None:
    """Nothing for those who handle a unit's activities: theirs stand in the queue."""
    if reader.has(actions.EDIT):
        return None
    rows = tuple(_row(waiting, reader) for waiting in queries.list_own(reader))
    return Panel(_("Brukarmedverkan som du ansvarar för"), rows=rows) if rows else None


def _row(waiting: queries.Waiting, reader: Reader) -> Row:
    activity, task = waiting.activity, waiting.task
    due = _("{whom}, senast {day}").format(whom=activity.whom, day=short_day(waiting.due, reader.today))
    return Row(
        title=task.title,
        href=task.href,
        detail=due,
        status=activity.status,
        status_label=said(rules.STATUS_LABELS[activity.status]),
        step=rules.STEPS.index(rules.Status(activity.status)) + 1,
        steps=len(rules.STEPS),
    )


MY_ACTIVITIES = StartPanel((actions.REPORT,), 10, my_activities)
