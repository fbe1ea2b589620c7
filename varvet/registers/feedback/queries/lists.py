"""A unit's feedback in pages, without its texts, and what of it can be searched."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import paging
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Readable
from varvet.registers.feedback.models import KIND, Feedback, Part
from varvet.registers.feedback.queries.visible import EXCLUDED
from varvet.registers.feedback.rules import OPEN


@dataclass(frozen=True)
class Filters(paging.Filters):
    sort: str = ""


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
