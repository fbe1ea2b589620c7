"""The list of the units' incidents: narrowed and paged, without their texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records import paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.registers.privacy_incidents.models import TYPES, Affected, PrivacyIncident
from varvet.registers.privacy_incidents.queries.clocks import Waits, waiting_of
from varvet.registers.privacy_incidents.queries.visible import listed
from varvet.registers.privacy_incidents.rules import OPEN, Status

ME, NOBODY = "jag", "ingen"
HANDLERS = (ME, NOBODY)


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty means all. `real` leaves out what was no incident."""

    type: str = ""
    level: str = ""
    notify: str = ""
    handler: str = ""  # one of HANDLERS
    real: bool = False


def list_page(reader: Reader, filters: Filters, after: str) -> Page[PrivacyIncident]:
    """A page of the units' incidents, newest first, without their texts."""
    return page_of(chosen_records(reader, filters), after, children_of)


def chosen_records(reader: Reader, filters: Filters) -> QuerySet[Record]:
    """Rows of the common table that the filters let through, in no order."""
    rows = narrowed(listed(reader), filters, OPEN, reader)
    if filters.real:
        rows = rows.exclude(status=Status.NOT_INCIDENT)
    wanted = _own_columns(filters, reader)
    return rows.filter(pk__in=PrivacyIncident.objects.filter(wanted).values("pk")) if wanted else rows


def _own_columns(filters: Filters, reader: Reader) -> Q:
    asked = {"category__code": filters.type, "level": filters.level, "notify": filters.notify}
    wanted = Q(**{name: value for name, value in asked.items() if value})
    return wanted & {ME: Q(handler=reader.user), NOBODY: Q(handler__isnull=True)}.get(filters.handler, Q())


def children_of(ids: Sequence[int]) -> list[PrivacyIncident]:
    """With unit, type, groups and sorts of data, in two queries."""
    affected = Prefetch("affected", Affected.objects.select_related("category__list"))
    rows = PrivacyIncident.objects.filter(pk__in=ids).select_related("unit", "category", "notified_by")
    return list(rows.prefetch_related(affected))


def list_waiting(reader: Reader, incidents: Sequence[PrivacyIncident]) -> dict[int, Waits]:
    """What each of them waits for, by its id."""
    return waiting_of(incidents, read_terms(reader.root), with_extensions)


def list_types(reader: Reader) -> list[tuple[str, str]]:
    """Codes and labels of the types in force today."""
    return choices_on(reader.root, TYPES, reader.today) if reader.root else []
