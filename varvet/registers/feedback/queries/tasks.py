"""What waits for an answer, and by when."""

from datetime import date

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Task
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.queries.visible import EXCLUDED
from varvet.registers.feedback.rules import UNANSWERED, Sort

ANSWER_TERM = "synpunkt_besvarad"
MOST_TASKS = 50
ANSWER_TITLES = {
    Sort.COMPLAINT: marked("Svara på ett klagomål"),
    Sort.VIEW: marked("Svara på en synpunkt"),
    Sort.SUGGESTION: marked("Svara på ett förbättringsförslag"),
    Sort.QUESTION: marked("Svara på en fråga"),
}


def answer_by(feedback: Feedback, terms: TermTable) -> date:
    """The day an answer is due: by the goal when it came in or, if taken up again, on that day."""
    start = feedback.reopened_on or day_of(feedback.received_at)
    return due_day(start, terms.term_on(ANSWER_TERM, start))


def read_answer_by(feedback: Feedback) -> date:
    return answer_by(feedback, read_terms(feedback.root))


def list_tasks(reader: Reader) -> list[Task]:
    """Feedback that waits for an answer the reader can give, the oldest first, at most 50. Praise asks for none."""
    wanted = Feedback.objects.filter(status__in=UNANSWERED).exclude(sort=Sort.PRAISE)
    rows = wanted.filter(within(reader, "feedback.answer", EXCLUDED), root=reader.root)
    terms = reader.once("terms", lambda: read_terms(reader.root))
    return [
        _task(feedback, terms) for feedback in rows.select_related("unit").order_by("received_at", "pk")[:MOST_TASKS]
    ]


def _task(feedback: Feedback, terms: TermTable) -> Task:
    return Task(
        title=ANSWER_TITLES[Sort(feedback.sort)],
        reference=feedback.reference,
        unit_name=feedback.unit.name,
        href=reverse("feedback:page", args=[feedback.reference]),
        started=feedback.reopened_on or day_of(feedback.received_at),
        due=answer_by(feedback, terms),
        counted_in="workdays",
    )
