"""The only reader for the views, always within what the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records import narratives, paging
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Readable, Task
from varvet.registers.feedback.models import KIND, Feedback, Part
from varvet.registers.feedback.rules import OPEN, UNANSWERED, Sort

ANSWER_TERM = "synpunkt_besvarad"
MOST_TASKS = 50
EXCLUDED = "feedback.view_excluded"
ANSWER_TITLES = {
    Sort.COMPLAINT: marked("Svara på ett klagomål"),
    Sort.VIEW: marked("Svara på en synpunkt"),
    Sort.SUGGESTION: marked("Svara på ett förbättringsförslag"),
    Sort.QUESTION: marked("Svara på en fråga"),
}


@dataclass(frozen=True)
class Filters(paging.Filters):
    sort: str = ""


def visible_to(reader: Reader) -> QuerySet[Feedback]:
    """Feedback about the reader's units, and what the reader captured."""
    seen = within(reader, "feedback.view", EXCLUDED) | Q(opened_by=reader.user)
    return Feedback.objects.filter(seen, root=reader.root).select_related("unit", "root")


def _listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(within(reader, "feedback.view", EXCLUDED), kind=KIND, root=reader.root)


def _parts(reader: Reader) -> Q:
    """Who said it is searched by those who answer, nobody else."""
    return ~Q(part=Part.SENDER) | Q(feedback__unit_id__in=reader.units("feedback.answer"))


READABLE = Readable("feedback.view", _listed, _parts)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Feedback]:
    """A page of the units' feedback, newest first, without its texts."""
    rows = narrowed(_listed(reader), filters, OPEN, reader)
    if filters.sort:
        rows = rows.filter(Exists(Feedback.objects.filter(pk=OuterRef("pk"), sort=filters.sort)))
    return page_of(rows, after, _children)


def _children(ids: Sequence[int]) -> list[Feedback]:
    rows = Feedback.objects.filter(pk__in=ids).select_related("unit").prefetch_related("mentions__category")
    return list(rows)


def read_narratives(reader: Reader, feedback: Feedback) -> list[Words]:
    """The texts, oldest first; each reading is noted. Who said it is read by those who answer, nobody else."""
    only = Q()
    if not reader.can("feedback.answer", feedback.unit_id):
        only &= ~Q(part=Part.SENDER)
    if not reader.can("feedback.view", feedback.unit_id):
        only &= Q(part=Part.WHAT)
    return narratives.read(feedback, by=reader.user, only=only)


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
