"""The only reader for the views, always within what the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import narratives, paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Readable, ReportLine, Task, get_register
from varvet.registers.improvements.models import KIND, Improvement
from varvet.registers.improvements.rules import OPEN, STATUS_LABELS, state_on


@dataclass(frozen=True)
class Filters(paging.Filters):
    quality_area: str = ""


def visible_to(reader: Reader) -> QuerySet[Improvement]:
    """Improvements in the reader's units."""
    rows = Improvement.objects.filter(root=reader.root, unit_id__in=reader.units("improvements.view"))
    return rows.select_related("unit", "root", "owner")


def _listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units("improvements.view"))


READABLE = Readable("improvements.view", _listed)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Improvement]:
    """A page of the units' improvements, newest first, without their texts."""
    rows = narrowed(_listed(reader), filters, OPEN, reader)
    if filters.quality_area:
        touched = Improvement.objects.filter(pk=OuterRef("pk"), areas__quality_area=filters.quality_area)
        rows = rows.filter(Exists(touched))
    return page_of(rows, after, _children)


def _children(ids: Sequence[int]) -> list[Improvement]:
    rows = Improvement.objects.filter(pk__in=ids).select_related("unit").prefetch_related("areas")
    return list(rows)


def read_narratives(reader: Reader, improvement: Improvement) -> list[Words]:
    """The texts, oldest first; each reading is noted."""
    return narratives.read(improvement, by=reader.user)


def find_origin(reader: Reader, reference: str) -> Record | None:
    """The record an improvement is to follow from, of any register, when the reader may see it."""
    record = Record.objects.filter(root=reader.root, reference=reference).first()
    if record is None:
        return None
    seen = get_register(record.kind).visible_to(reader)
    return record if seen.filter(pk=record.pk).exists() else None


def titles_of(ids: Sequence[int]) -> dict[int, str]:
    """What is to be done in each: it never names a person."""
    return dict(Improvement.objects.filter(pk__in=ids).values_list("pk", "what"))


def list_tasks(reader: Reader) -> list[Task]:
    """Improvements with a last day that the reader can carry out, the most urgent first, at most 50."""
    rows = Improvement.objects.filter(
        root=reader.root, unit_id__in=reader.units("improvements.edit"), status__in=OPEN, due_on__isnull=False
    )
    return [_task(improvement) for improvement in rows.select_related("unit").order_by("due_on", "pk")[:50]]


def _task(improvement: Improvement) -> Task:
    assert improvement.due_on is not None
    return Task(
        title="Genomför en åtgärd",
        reference=improvement.reference,
        unit_name=improvement.unit.name,
        href=reverse("improvements:page", args=[improvement.reference]),
        started=improvement.decided_on,
        due=improvement.due_on,
        detail=improvement.what,
    )


def list_owners(reader: Reader) -> list[User]:
    """Those who hold a role in the root today, by name."""
    in_force = Q(last_day__isnull=True) | Q(last_day__gte=reader.today)
    held = Assignment.objects.filter(in_force, unit__root=reader.root, first_day__lte=reader.today)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user_id")).order_by("name"))


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """Improvements decided, ongoing or carried out in a period, as they stood on its last day; oldest first."""
    left_before = Q(carried_out_on__lt=first) | Q(given_up_on__lt=first)
    rows = Improvement.objects.filter(root=root, decided_on__lte=last).exclude(left_before)
    ordered = rows.select_related("unit").prefetch_related("areas").order_by("decided_on", "reference")
    return [_line(improvement, last) for improvement in ordered]


def _line(improvement: Improvement, last: date) -> ReportLine:
    judged = improvement.effect_judged_on is not None and improvement.effect_judged_on <= last
    return ReportLine(
        record_id=improvement.pk,
        code=improvement.reference,
        title=improvement.what,
        unit_name=improvement.unit.name,
        quality_areas=tuple(area.quality_area for area in improvement.areas.all()),
        state=STATUS_LABELS[state_on(improvement.status, improvement.days, last)],
        result=(improvement.effect_words if judged else "") or "–",
        day=improvement.decided_on,
    )
