"""Keyset paging: pages that cost the same however far in, and counts that stop at a thousand."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from django.db.models import Q, QuerySet

from varvet.kernel.records.models import Record

SIZE = 50
COUNTED = 1000
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Page(Generic[R]):
    """Rows newest first; `after` is the address of the next page, empty on the last. `total` stops at 1,000."""

    rows: list[R]
    after: str
    total: int

    @property
    def total_is_capped(self) -> bool:
        return self.total >= COUNTED


@dataclass(frozen=True)
class Filters:
    """What the address of a list says. Empty means all; "open" is every state with something left to do."""

    status: str = ""
    unit: int | None = None


def narrowed(rows: QuerySet[Record], filters: Filters, open_statuses: Collection[str]) -> QuerySet[Record]:
    if filters.status == "open":
        rows = rows.filter(status__in=open_statuses)
    elif filters.status:
        rows = rows.filter(status=filters.status)
    return rows if filters.unit is None else rows.filter(unit_id=filters.unit)


def page_of(rows: QuerySet[Record], after: str, children: Callable[[Sequence[int]], list[R]]) -> Page[R]:
    """Two steps: ids by an index of the common table, then the children of those alone."""
    ordered = rows.order_by("-received_at", "-pk")
    keys = list(_after(ordered, after).values_list("pk", "received_at")[: SIZE + 1])
    shown = keys[:SIZE]
    found = {child.pk: child for child in children([pk for pk, _ in shown])}
    following = f"{shown[-1][1].isoformat()}_{shown[-1][0]}" if len(keys) > SIZE else ""
    total = rows.order_by()[:COUNTED].count()
    return Page([found[pk] for pk, _ in shown if pk in found], following, total)


def _moment(written: str) -> datetime:
    """In UTC. ValueError without a zone, OverflowError beyond the years there are."""
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone names no instant")
    return moment.astimezone(UTC)


def _after(rows: QuerySet[Record], after: str) -> QuerySet[Record]:
    instant, _, pk = after.rpartition("_")
    try:
        moment, last = _moment(instant), int(pk)
    except (ValueError, OverflowError):
        return rows  # no place or a mangled one: the first page
    from_there = rows.filter(received_at__lte=moment)  # said apart, so that the index is entered at the right place
    return from_there.filter(Q(received_at__lt=moment) | Q(pk__lt=last))
