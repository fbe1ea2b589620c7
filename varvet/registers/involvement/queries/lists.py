"""The list of activities: narrowed and paged, and taken out as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.involvement.models import Activity, Theme
from varvet.registers.involvement.queries.visible import NAMED, OTHERS, listed
from varvet.registers.involvement.rules import OPEN

BATCH = 500
EXPORT = "involvement.export"


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty means all. The days are those it is planned for or was held on."""

    sort: str = ""
    theme: str = ""
    result: str = ""
    mine: bool = False


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Activity]:
    """A page of the reader's activities, the last written in first, without their texts."""
    return page_of(chosen_records(reader, filters), after, children_of)


def chosen_records(reader: Reader, filters: Filters) -> QuerySet[Record]:
    """Rows of the common table that the filters let through, in no order."""
    shared = paging.Filters(status=filters.status, unit=filters.unit)
    rows = narrowed(listed(reader), shared, OPEN, reader)
    wanted = _own_columns(filters, reader)
    if not wanted:
        return rows
    dated = Activity.objects.filter(root=reader.root).annotate(on=Coalesce("held_on", "planned_on"))
    return rows.filter(pk__in=dated.filter(wanted).values("pk"))


def _own_columns(filters: Filters, reader: Reader) -> Q:
    asked = {
        "sort": filters.sort,
        "result": filters.result,
        "on__gte": filters.first_day,
        "on__lte": filters.last_day,
        "responsible": reader.user if filters.mine else None,
    }
    wanted = Q(**{name: value for name, value in asked.items() if value})
    if not filters.theme:
        return wanted
    return wanted & Q(pk__in=Theme.objects.filter(category__code=filters.theme).values("activity"))


def children_of(ids: Sequence[int]) -> list[Activity]:
    rows = Activity.objects.filter(pk__in=ids).select_related("unit", "root")
    return list(rows.prefetch_related(OTHERS, NAMED))


def exported_ids(reader: Reader, filters: Filters) -> list[int]:
    """The last first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen_records(reader, filters).filter(unit_id__in=reader.units(EXPORT))
    ids = list(rows.order_by("-received_at", "-pk").values_list("pk", flat=True)[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[Activity]:
    """In the order of the ids, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {activity.pk: activity for activity in children_of(batch)}
        yield from (found[pk] for pk in batch if pk in found)
