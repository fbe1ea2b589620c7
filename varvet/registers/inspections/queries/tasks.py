"""What waits for somebody, and by when: one next step an inspection, and the questions one is to answer."""

from datetime import date, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.inspections.models import Inspection, Question
from varvet.registers.inspections.queries import clocks
from varvet.registers.inspections.queries.visible import ANSWER, HANDLE, questions_of
from varvet.registers.inspections.rules import BEGUN, OPEN, Sort, Status

MOST_TASKS = 50
AHEAD = timedelta(days=30)  # what is announced further on is not yet something to do
TITLES: dict[str, str] = {
    clocks.BEGIN: marked("Förbered en aviserad granskning"),
    clocks.ANSWER_BY: marked("Svara på en tillsyn"),
    clocks.FINISH: marked("Gör klart en granskning"),
    clocks.SETTLE: marked("Bestäm vad ni gör efter ett beslut"),
    clocks.FOLLOW: marked("Följ upp en granskning"),
}
QUESTIONNAIRE = marked("Svara på frågor utifrån")


def _waiting(reader: Reader) -> QuerySet[Inspection]:
    """The reader's own, and in their units what nobody has by name; what is answered waits for somebody else."""
    own = Q(responsible=reader.user, unit_id__in=reader.units(ANSWER))
    nobodys = Q(responsible__isnull=True, unit_id__in=reader.units(HANDLE))
    rows = Inspection.objects.filter(own | nobodys, root=reader.root, status__in=OPEN - {Status.ANSWERED})
    return rows.exclude(status=Status.ANNOUNCED, expected_on__gt=reader.today + AHEAD)


def _asked(reader: Reader) -> QuerySet[Question]:
    open_ = Question.objects.filter(answered_on__isnull=True, inspection__status__in=BEGUN)
    return open_.filter(questions_of(reader), inspection__root=reader.root)


def _with_questions(reader: Reader) -> QuerySet[Inspection]:
    return Inspection.objects.filter(pk__in=_asked(reader).values("inspection"))


WAITING = Seldom("inspections.inspections", _waiting)
TO_ANSWER = Seldom("inspections.questions", _with_questions)


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first: one next step an inspection, and a line for its questions. At most 50 of each."""
    own, asked = set(ids_of(reader, WAITING)), set(ids_of(reader, TO_ANSWER))
    if not own | asked:
        return []
    rows = Inspection.objects.filter(pk__in=own | asked).select_related("unit").annotate(left=_left(reader))
    found = list(rows.order_by("received_at", "pk")[: 2 * MOST_TASKS])
    due = clocks.due_clocks(reader, found)
    steps = [_task(row, due[row.pk], _(_title(row, due[row.pk]))) for row in found if row.pk in own & due.keys()]
    answers = [_task(row, due[row.pk], _said(row.left)) for row in found if row.pk in asked & due.keys() and row.left]
    return sorted([*steps, *answers], key=lambda task: (_day(task.due), task.reference))


def _left(reader: Reader) -> Coalesce:
    """How many questions of an inspection wait for the reader, asked in the same query."""
    rows = _asked(reader).filter(inspection=OuterRef("pk")).order_by().values("inspection")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


def _day(due: object) -> date:
    assert isinstance(due, date)
    return due


def _said(number: int) -> str:
    return ngettext("Svara på {number} fråga utifrån", "Svara på {number} frågor utifrån", number).format(number=number)


def _title(inspection: Inspection, clock: Clock) -> str:
    asked = inspection.sort == Sort.QUESTIONS and clock.code == clocks.ANSWER_BY
    return QUESTIONNAIRE if asked else TITLES[clock.code]


def _task(inspection: Inspection, clock: Clock, title: str) -> Task:
    return Task(
        title=title,
        reference=inspection.reference,
        unit_name=inspection.unit.name,
        href=reverse("inspections:page", args=[inspection.reference]),
        started=start_day_of(clock),
        due=due_day_of(clock),
        detail=inspection.subject,
        counted_in="workdays" if clock.counted_in == "working days" else "days",
    )
