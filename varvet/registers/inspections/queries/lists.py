"""The list of inspections: narrowed and paged, and taken out as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.inspections.models import Inspection, Point
from varvet.registers.inspections.queries.visible import OTHERS, listed
from varvet.registers.inspections.rules import OPEN

BATCH = 500
EXPORT = "inspections.export"


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty means all. The days are those it is announced for or began on."""

    sort: str = ""
    by: str = ""
    finding: str = ""
    mine: bool = False


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Inspection]:
    """A page of the reader's inspections, the last written in first, without their texts."""
    return page_of(chosen_records(reader, filters), after, children_of)


def chosen_records(reader: Reader, filters: Filters) -> QuerySet[Record]:
    """Rows of the common table that the filters let through, in no order."""
    shared = paging.Filters(status=filters.status, unit=filters.unit)
    rows = narrowed(listed(reader), shared, OPEN, reader)
    wanted = _own_columns(filters, reader)
    if not wanted:
        return rows
    dated = Inspection.objects.filter(root=reader.root).annotate(on=Coalesce("received_on", "expected_on"))
    return rows.filter(pk__in=dated.filter(wanted).values("pk"))


def _own_columns(filters: Filters, reader: Reader) -> Q:
    asked = {
        "sort": filters.sort,
        "by__code": filters.by,
        "on__gte": filters.first_day,
        "on__lte": filters.last_day,
        "responsible": reader.user if filters.mine else None,
    }
    wanted = Q(**{name: value for name, value in asked.items() if value})
    if not filters.finding:
        return wanted
    return wanted & Q(pk__in=Point.objects.filter(kind=filters.finding).values("inspection"))


def children_of(ids: Sequence[int]) -> list[Inspection]:
    rows = Inspection.objects.filter(pk__in=ids).select_related("unit", "root", "by")
    return list(rows.prefetch_related(OTHERS, "points"))


def exported_ids(reader: Reader, filters: Filters) -> list[int]:
    """The last first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen_records(reader, filters).filter(unit_id__in=reader.units(EXPORT))
    ids = list(rows.order_by("-received_at", "-pk").values_list("pk", flat=True)[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[Inspection]:
    """In the order of the ids, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {inspection.pk: inspection for inspection in children_of(batch)}
        yield from (found[pk] for pk in batch if pk in found)
