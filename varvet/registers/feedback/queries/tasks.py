"""What waits for an answer, and by when."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, due_day_of, set_clock, with_extensions, with_extensions_for
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.queries.visible import EXCLUDED
from varvet.registers.feedback.rules import UNANSWERED, Sort

ANSWER_TERM = "synpunkt_besvarad"
ANSWER, MAY_ANSWER = "answer", "feedback.answer"
MOST_TASKS = 50
ANSWER_TITLES = {
    Sort.COMPLAINT: marked("Svara på ett klagomål"),
    Sort.VIEW: marked("Svara på en synpunkt"),
    Sort.SUGGESTION: marked("Svara på ett förbättringsförslag"),
    Sort.QUESTION: marked("Svara på en fråga"),
}


def answer_by(feedback: Feedback, terms: TermTable) -> date:
    """The day an answer is due as first set: by the goal when it came in or, if taken up again, on that day."""
    return due_day_of(_clock(feedback, terms))


def read_answer_by(feedback: Feedback) -> date:
    """With the time that has been given."""
    return due_day_of(with_extensions([_clock(feedback, read_terms(feedback.root))])[0])


def list_clocks(root: Unit) -> list[Clock]:
    terms = read_terms(root)
    return [_clock(feedback, terms) for feedback in _unanswered(root).order_by("pk")]


def clocks_of(feedback: Feedback) -> list[Clock]:
    waits = feedback.status in UNANSWERED and feedback.sort != Sort.PRAISE
    return [_clock(feedback, read_terms(feedback.root))] if waits else []


def _unanswered(root: Unit | None) -> QuerySet[Feedback]:
    """Praise asks for no answer."""
    return Feedback.objects.filter(root=root, status__in=UNANSWERED).exclude(sort=Sort.PRAISE)


def _clock(feedback: Feedback, terms: TermTable) -> Clock:
    start = feedback.reopened_on or day_of(feedback.received_at)
    return set_clock(Duty(feedback.pk, ANSWER, MAY_ANSWER), start, terms.term_on(ANSWER_TERM, start))


def list_tasks(reader: Reader) -> list[Task]:
    """Feedback that waits for an answer the reader can give, the oldest first, at most 50."""
    rows = _unanswered(reader.root).filter(within(reader, MAY_ANSWER, EXCLUDED))
    found = list(rows.select_related("unit").order_by("received_at", "pk")[:MOST_TASKS])
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [_clock(feedback, terms) for feedback in found])
    return [_task(feedback, clock) for feedback, clock in zip(found, clocks, strict=True)]


def _task(feedback: Feedback, clock: Clock) -> Task:
    return Task(
        title=ANSWER_TITLES[Sort(feedback.sort)],
        reference=feedback.reference,
        unit_name=feedback.unit.name,
        href=reverse("feedback:page", args=[feedback.reference]),
        started=clock.started,
        due=clock.due,
        counted_in="workdays",
    )
