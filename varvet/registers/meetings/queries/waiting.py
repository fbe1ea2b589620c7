"""What is to be done by a day: the same for the queue, the page and the reminders."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import rows_of
from varvet.kernel.ui.words import month_and_year
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.queries.visible import EDIT
from varvet.registers.meetings.rules import COMING, OPEN, Status, end_of, month_of

HOLD = "hold"
MOST_TASKS = 50
NEAR = timedelta(days=14)  # before the end of the month: earlier than that there is nothing to hurry with
TITLES: dict[str, str] = {
    Status.PLANNED: marked("Håll arbetsplatsträffen"),
    Status.OPEN: marked("Gör klart arbetsplatsträffen"),
}


def list_clocks(root: Unit) -> list[Clock]:
    return [_clock(row) for row in Meeting.objects.filter(root=root, status__in=COMING).order_by("pk")]


def clocks_of(meeting: Meeting) -> list[Clock]:
    return [_clock(meeting)] if meeting.status in COMING else []


def _clock(meeting: Meeting) -> Clock:
    """Within its month."""
    return Clock(meeting.pk, HOLD, meeting.month, end_of(meeting.month), EDIT, holder_id=meeting.responsible_id)


def _open_with_somebody(root: Unit) -> QuerySet[Meeting]:
    return Meeting.objects.filter(root=root, status__in=OPEN, responsible__isnull=False)


HELD = (Held("responsible", EDIT, _open_with_somebody),)


def waiting(reader: Reader) -> QuerySet[Meeting]:
    """The reader's own, and in their units what nobody has by name: begun, or in a month that soon ends."""
    whose = Q(responsible=reader.user) | Q(responsible__isnull=True)
    ends_soon = Q(month__lt=month_of(reader.today + NEAR + timedelta(days=1)))
    now = Q(status=Status.OPEN) | ends_soon
    return Meeting.objects.filter(whose, now, root=reader.root, unit_id__in=reader.units(EDIT), status__in=COMING)


WAITING = Seldom("meetings.to_hold", waiting, ("reference", "status", "month"))


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first, at most 50."""
    rows = sorted(rows_of(reader, WAITING, Meeting), key=lambda row: (row.month, row.pk))
    return [_task(row) for row in rows[:MOST_TASKS]]


def _task(meeting: Meeting) -> Task:
    return Task(
        title=_(TITLES[meeting.status]),
        reference=meeting.reference,
        unit_name=meeting.unit.name,
        href=reverse("meetings:page", args=[meeting.reference]),
        started=meeting.month,
        due=end_of(meeting.month),
        detail=month_and_year(meeting.month),
    )
