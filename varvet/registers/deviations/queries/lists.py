"""The lists: the units' deviations, and what one has reported."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.registers.deviations.models import KIND, Deviation
from varvet.registers.deviations.rules import OPEN


@dataclass(frozen=True)
class Filters(paging.Filters):
    nature: str = ""


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Deviation]:
    """A page of the units' deviations, newest first, without their texts."""
    rows = Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units("deviations.view"))
    rows = narrowed(rows, filters, OPEN)
    if filters.nature:
        rows = rows.filter(Exists(Deviation.objects.filter(pk=OuterRef("pk"), nature=filters.nature)))
    return page_of(rows, after, _children)


def _children(ids: Sequence[int]) -> list[Deviation]:
    rows = Deviation.objects.filter(pk__in=ids).select_related("unit").prefetch_related("mentions__category")
    return list(rows)
