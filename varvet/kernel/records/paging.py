"""Keyset paging: pages that cost the same however far in, and counts that stop at a thousand."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Generic, TypeVar

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import STOCKHOLM
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
    unit: int | None = None  # with those below it
    first_day: date | None = None  # received, both days included
    last_day: date | None = None


def narrowed(
    rows: QuerySet[Record], filters: Filters, open_statuses: Collection[str], reader: Reader
) -> QuerySet[Record]:
    """The rows that the filters let through; within what the reader sees, which the rows say."""
    if filters.status == "open":
        rows = rows.filter(status__in=open_statuses)
    elif filters.status:
        rows = rows.filter(status=filters.status)
    if filters.unit is not None:
        rows = rows.filter(unit_id__in=reader.below(filters.unit))
    return within_days(rows, filters.first_day, filters.last_day)


def within_days(rows: QuerySet[Record], first_day: date | None, last_day: date | None) -> QuerySet[Record]:
    """Those received on the days, both included; None leaves that end open."""
    if first_day is not None:
        rows = rows.filter(received_at__gte=start_of(first_day))
    return rows if last_day is None else rows.filter(received_at__lt=start_of(last_day + timedelta(days=1)))


def start_of(day: date) -> datetime:
    """The first instant of a Swedish day."""
    return datetime.combine(day, time.min, tzinfo=STOCKHOLM)


def page_of(rows: QuerySet[Record], after: str, children: Callable[[Sequence[int]], list[R]]) -> Page[R]:
    """Two steps: ids by an index of the common table, then the children of those alone."""
    ordered = rows.order_by("-received_at", "-pk")
    remaining = _after(ordered, after)
    is_first = remaining is ordered  # and is counted by its ids: one query less
    ids = list(remaining.values_list("pk", flat=True)[: max(COUNTED, SIZE + 1) if is_first else SIZE + 1])
    total = min(len(ids), COUNTED) if is_first else rows.order_by()[:COUNTED].count()
    found = {child.pk: child for child in children(ids[:SIZE])}
    shown = [found[pk] for pk in ids[:SIZE] if pk in found]
    following = f"{shown[-1].received_at.isoformat()}_{shown[-1].pk}" if len(ids) > SIZE and shown else ""
    return Page(shown, following, total)


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
