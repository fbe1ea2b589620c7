"""The only reader for the views, always within what the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions_for
from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.organisation.categories import find_list
from varvet.kernel.organisation.models import CategoryList, Unit
from varvet.kernel.records import narratives, paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Clock, Readable, ReportLine, Task
from varvet.registers.self_checks.models import KIND, QUESTIONS, Reviewing, Round
from varvet.registers.self_checks.rules import OPEN, STATUS_LABELS, Status, result_in_words, walked_through_in_words

PERFORM, MAY_PERFORM = "perform", "self_checks.perform"


@dataclass(frozen=True)
class Filters(paging.Filters):
    quality_area: str = ""


def visible_to(reader: Reader) -> QuerySet[Round]:
    """Rounds in the reader's units."""
    rows = Round.objects.filter(root=reader.root, unit_id__in=reader.units("self_checks.view"))
    return rows.select_related("unit", "root", "question", "reviewing")


def _listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units("self_checks.view"))


READABLE = Readable("self_checks.view", _listed)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Round]:
    """A page of the units' rounds, newest first, without their texts."""
    rows = narrowed(_listed(reader), filters, OPEN, reader)
    if filters.quality_area:
        rows = rows.filter(Exists(Round.objects.filter(pk=OuterRef("pk"), quality_area=filters.quality_area)))
    return page_of(rows, after, _children)


def _children(ids: Sequence[int]) -> list[Round]:
    return list(Round.objects.filter(pk__in=ids).select_related("unit", "question", "reviewing"))


def read_narratives(reader: Reader, round_: Round) -> list[Words]:
    """The texts, oldest first; each reading is noted."""
    return narratives.read(round_, by=reader.user)


def list_clocks(root: Unit) -> list[Clock]:
    return [_clock(round_) for round_ in Round.objects.filter(root=root, status__in=OPEN).order_by("pk")]


def clocks_of(round_: Round) -> list[Clock]:
    return [_clock(round_)] if round_.status in OPEN else []


def _clock(round_: Round) -> Clock:
    """The period it is planned for; who planned it may give it longer."""
    return Clock(round_.pk, PERFORM, round_.first_day, round_.last_day, MAY_PERFORM, extendable=True)


def list_tasks(reader: Reader) -> list[Task]:
    """Rounds planned or begun that the reader can perform, the most urgent first, at most 50."""
    rows = Round.objects.filter(root=reader.root, unit_id__in=reader.units(MAY_PERFORM), status__in=OPEN)
    found = list(rows.select_related("unit", "question").order_by("last_day", "pk")[:50])
    clocks = with_extensions_for(reader, [_clock(round_) for round_ in found])
    return [_task(round_, clock) for round_, clock in zip(found, clocks, strict=True)]


def _task(round_: Round, clock: Clock) -> Task:
    return Task(
        title=marked("Gör en egenkontroll"),
        reference=round_.reference,
        unit_name=round_.unit.name,
        href=reverse("self_checks:page", args=[round_.reference]),
        started=clock.started,
        due=clock.due,
        detail=title(round_),
    )


def title(round_: Round) -> str:
    """The question and, where there is one, the part of the unit it was asked in."""
    return f"{round_.question.label} ({round_.part})" if round_.part else round_.question.label


def result_of(round_: Round) -> Sentence:
    """What came out; of a walkthrough only how many cases were looked at. Reads nothing where `reviewing` is read."""
    how: Reviewing | None = getattr(round_, "reviewing", None)
    return walked_through_in_words(round_.figures) if how and how.walkthrough else result_in_words(round_.figures)


def questions_on(root: Unit, day: date) -> CategoryList | None:
    """The version of the list of questions in force on a day."""
    return find_list(root, QUESTIONS, day)


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """Rounds whose last day lies in a period: planned, done and not done, in the order of the questions."""
    rows = Round.objects.filter(root=root, last_day__gte=first, last_day__lte=last)
    ordered = rows.select_related("unit", "question", "reviewing").order_by(
        "question__order", "unit__sort_key", "last_day", "pk"
    )
    return [_line(round_) for round_ in ordered]


def _line(round_: Round) -> ReportLine:
    not_done = round_.status == Status.NOT_DONE
    return ReportLine(
        record_id=round_.pk,
        code=round_.reference,
        title=title(round_),
        unit_name=round_.unit.name,
        quality_areas=(round_.quality_area,) if round_.quality_area else (),
        state=STATUS_LABELS[round_.status],
        result=round_.not_done_reason if not_done else str(result_of(round_)),
        day=round_.last_day,
    )
