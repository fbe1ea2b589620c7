"""The only reader for the views, always within what the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Confidentiality, Link, Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Page, page_of
from varvet.kernel.records.registry import Task
from varvet.registers.feedback.models import KIND, Feedback, Part
from varvet.registers.feedback.rules import OPEN, UNANSWERED, Sort

ANSWER_TERM = "synpunkt_besvarad"
MOST_TASKS = 50
ANSWER_TITLES = {
    Sort.COMPLAINT: "Svara på ett klagomål",
    Sort.VIEW: "Svara på en synpunkt",
    Sort.SUGGESTION: "Svara på ett förbättringsförslag",
    Sort.QUESTION: "Svara på en fråga",
}


@dataclass(frozen=True)
class Filters:
    """What the address of the list says. Empty means all."""

    status: str = ""
    unit: int | None = None
    sort: str = ""


def _within(reader: Reader, permission: str) -> Q:
    """Where the reader has the permission; a record that excludes the manager asks for one more."""
    normal = Q(confidentiality=Confidentiality.NORMAL)
    return Q(unit_id__in=reader.units(permission)) & (normal | Q(unit_id__in=reader.units("feedback.view_excluded")))


def visible_to(reader: Reader) -> QuerySet[Feedback]:
    """Feedback about the reader's units, and what the reader captured."""
    seen = _within(reader, "feedback.view") | Q(opened_by=reader.user)
    return Feedback.objects.filter(seen, root=reader.root).select_related("unit", "root")


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Feedback]:
    """A page of the units' feedback, newest first, without its texts."""
    rows = Record.objects.filter(_within(reader, "feedback.view"), kind=KIND, root=reader.root)
    if filters.status == "open":
        rows = rows.filter(status__in=OPEN)
    elif filters.status:
        rows = rows.filter(status=filters.status)
    if filters.unit:
        rows = rows.filter(unit_id=filters.unit)
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


def list_origins(feedback: Feedback) -> list[Record]:
    """Records this one follows from or is followed by."""
    ends = Link.objects.filter(Q(source=feedback) | Q(target=feedback)).select_related("source", "target")
    return [link.target if link.source_id == feedback.pk else link.source for link in ends.order_by("pk")]


def answer_by(feedback: Feedback, terms: TermTable) -> date:
    """The day an answer is due: by the goal when it came in or, if taken up again, on that day."""
    start = feedback.reopened_on or day_of(feedback.received_at)
    return due_day(start, terms.term_on(ANSWER_TERM, start))


def read_answer_by(feedback: Feedback) -> date:
    return answer_by(feedback, read_terms(feedback.root))


def list_tasks(reader: Reader) -> list[Task]:
    """Feedback that waits for an answer the reader can give, the oldest first, at most 50. Praise asks for none."""
    wanted = Feedback.objects.filter(status__in=UNANSWERED).exclude(sort=Sort.PRAISE)
    rows = wanted.filter(_within(reader, "feedback.answer"), root=reader.root)
    terms = read_terms(reader.root)
    return [_task(feedback, terms) for feedback in rows.select_related("unit").order_by("received_at")[:MOST_TASKS]]


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


def list_units(reader: Reader, permission: str) -> list[Unit]:
    """Units where the reader has the permission, in Swedish order, those still open."""
    units = Unit.objects.filter(pk__in=reader.units(permission)).exclude(last_day__lt=reader.today)
    return list(units.order_by("sort_key"))
