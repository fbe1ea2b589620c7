"""The list of the units' cases, one's own reports, and whose texts may be searched."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Category
from varvet.kernel.records import paging
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Readable
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.lex_sarah.models import KIND, TYPES, LexSarah
from varvet.registers.lex_sarah.queries.visible import EXCLUDED, VIEW, reported_by
from varvet.registers.lex_sarah.rules import OPEN

ME, NOBODY = "jag", "ingen"
INVESTIGATORS = (ME, NOBODY)
MOST_MINE = 100


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty means all."""

    category: str = ""
    law: str = ""
    outcome: str = ""
    investigator: str = ""  # one of INVESTIGATORS


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(within(reader, VIEW, EXCLUDED), kind=KIND, root=reader.root)


READABLE = Readable(VIEW, listed)


def list_page(reader: Reader, filters: paging.Filters, after: str) -> Page[LexSarah]:
    """A page of the units' cases, newest first, without their texts."""
    rows = narrowed(listed(reader), filters, OPEN, reader)
    wanted = _own_columns(filters, reader) if isinstance(filters, Filters) else Q()
    if wanted:
        rows = rows.filter(pk__in=LexSarah.objects.filter(wanted).values("pk"))
    return page_of(rows, after, _children)


def _own_columns(filters: Filters, reader: Reader) -> Q:
    """What is asked of a case's own row."""
    asked = {"category__code": filters.category, "law": filters.law, "outcome": filters.outcome}
    wanted = Q(**{name: value for name, value in asked.items() if value})
    people = {ME: Q(investigator=reader.user), NOBODY: Q(investigator__isnull=True, joined_to__isnull=True)}
    return wanted & people.get(filters.investigator, Q())


def list_types_used(reader: Reader) -> dict[str, str]:
    """Code -> label of the types a case can have, those of earlier lists too; the newest label of each."""
    lists = {"list__root": reader.root, "list__key": TYPES, "list__first_day__lte": reader.today}
    rows = Category.objects.filter(**lists).order_by("list__version", "order", "pk")
    return dict(rows.values_list("code", "label_sv"))


REPORTED = Seldom("lex_sarah.reported", reported_by)


def list_mine(reader: Reader) -> list[LexSarah]:
    """What the reader reported, the newest first, at most 100. Most have reported none: then nothing more is asked."""
    if not ids_of(reader, REPORTED):
        return []
    return list(reported_by(reader).order_by("-received_at", "-pk")[:MOST_MINE])


def _children(ids: Sequence[int]) -> list[LexSarah]:
    return list(LexSarah.objects.filter(pk__in=ids).select_related("unit", "category"))
