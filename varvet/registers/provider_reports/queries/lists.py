"""The list of reports: narrowed and paged."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.queries.visible import listed
from varvet.registers.provider_reports.rules import OPEN

ME, NOBODY = "jag", "ingen"
HANDLERS = (ME, NOBODY)


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty and None mean all."""

    provider: int | None = None
    law: str = ""
    outcome: str = ""
    ours: str = ""
    handler: str = ""  # one of HANDLERS


def list_page(reader: Reader, filters: Filters, after: str) -> Page[ProviderReport]:
    """A page of the units' reports, newest first, without their texts."""
    return page_of(chosen_records(reader, filters), after, children_of)


def chosen_records(reader: Reader, filters: Filters) -> QuerySet[Record]:
    """Rows of the common table that the filters let through, in no order."""
    rows = narrowed(listed(reader), filters, OPEN, reader)
    wanted = _own_columns(filters) & _handled_by(filters.handler, reader)
    if not wanted:
        return rows
    return rows.filter(pk__in=ProviderReport.objects.filter(wanted, root=reader.root).values("pk"))


def _own_columns(filters: Filters) -> Q:
    asked = {"law": filters.law, "outcome": filters.outcome, "ours": filters.ours, "provider_id": filters.provider}
    return Q(**{name: value for name, value in asked.items() if value})


def _handled_by(handler: str, reader: Reader) -> Q:
    return {ME: Q(handler=reader.user), NOBODY: Q(handler__isnull=True)}.get(handler, Q())


def children_of(ids: Sequence[int]) -> list[ProviderReport]:
    rows = ProviderReport.objects.filter(pk__in=ids).select_related("unit", "provider", "category")
    return list(rows.prefetch_related("follow_ups"))
