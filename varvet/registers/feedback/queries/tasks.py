"""What waits for somebody: an answer by a day, and what whoever got in touch has added."""

from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions_for
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.queries.clocks import MAY_ANSWER, clock_of, unanswered, waits
from varvet.registers.feedback.queries.visible import EXCLUDED
from varvet.registers.feedback.rules import Sort

MOST_TASKS = 50
ANSWER_TITLES = {
    Sort.COMPLAINT: marked("Svara på ett klagomål"),
    Sort.VIEW: marked("Svara på en synpunkt"),
    Sort.SUGGESTION: marked("Svara på ett förbättringsförslag"),
    Sort.QUESTION: marked("Svara på en fråga"),
}
READ_TITLE = marked("Läs det som har kommit till i en synpunkt")


def list_tasks(reader: Reader) -> list[Task]:
    """Those the reader can do something about, the oldest first, at most 50 of each; what others have by name waits
    for nobody else."""
    mine = within(reader, MAY_ANSWER, EXCLUDED) & (Q(handler__isnull=True) | Q(handler=reader.user))
    found = _first(unanswered(reader.root).filter(mine))
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [clock_of(feedback, terms) for feedback in found])
    answers = [_answer(feedback, clock) for feedback, clock in zip(found, clocks, strict=True)]
    return sorted([*answers, *_added(reader, mine)], key=lambda task: task.due)


def _added(reader: Reader, mine: Q) -> list[Task]:
    """Read the day it came. With an answer still to give, that task says what has come."""
    rows = Feedback.objects.filter(mine, root=reader.root, added_on__isnull=False)
    return [_read(one, one.added_on) for one in _first(rows) if one.added_on and not waits(one)]


def _first(rows: QuerySet[Feedback]) -> list[Feedback]:
    return list(rows.select_related("unit").order_by("received_at", "pk")[:MOST_TASKS])


def _answer(feedback: Feedback, clock: Clock) -> Task:
    return Task(
        title=ANSWER_TITLES[Sort(feedback.sort)],
        reference=feedback.reference,
        unit_name=feedback.unit.name,
        href=reverse("feedback:page", args=[feedback.reference]),
        started=clock.started,
        due=clock.due,
        detail=_detail(feedback),
        counted_in="workdays",
    )


def _detail(feedback: Feedback) -> str:
    if feedback.added_on:
        return _("har kompletterats")
    return _("väntar på den som hörde av sig") if feedback.asked_on else ""


def _read(feedback: Feedback, added_on: date) -> Task:
    return Task(
        title=READ_TITLE,
        reference=feedback.reference,
        unit_name=feedback.unit.name,
        href=f"{reverse('feedback:page', args=[feedback.reference])}#laser",
        started=added_on,
        due=added_on,
        counted_in="workdays",
    )
