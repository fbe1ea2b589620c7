"""The list: narrowed and paged, and taken out as a file, without texts and amounts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.queries.visible import listed
from varvet.registers.payment_errors.rules import OPEN

BATCH = 500
EXPORT = "payment_errors.export"


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty means all. `reclaim` and `police` are answers, yes or no."""

    cause: str = ""
    channel: str = ""
    reclaim: str = ""
    police: str = ""
    mine: bool = False


def list_page(reader: Reader, filters: Filters, after: str) -> Page[PaymentError]:
    """A page of the units' records, the last told of first."""
    return page_of(chosen_records(reader, filters), after, children_of)


def chosen_records(reader: Reader, filters: Filters) -> QuerySet[Record]:
    """Rows of the common table that the filters let through, in no order."""
    rows = narrowed(listed(reader), filters, OPEN, reader)
    asked = {name: value for name, value in _own_columns(filters, reader).items() if value}
    if not asked:
        return rows
    return rows.filter(pk__in=PaymentError.objects.filter(root=reader.root, **asked).values("pk"))


def _own_columns(filters: Filters, reader: Reader) -> dict[str, object]:
    return {
        "cause": filters.cause,
        "channel": filters.channel,
        "reclaim": filters.reclaim,
        "police": filters.police,
        "handler": reader.user if filters.mine else None,
    }


def children_of(ids: Sequence[int]) -> list[PaymentError]:
    return list(PaymentError.objects.filter(pk__in=ids).select_related("unit", "root"))


def exported_ids(reader: Reader, filters: Filters) -> list[int]:
    """The last first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen_records(reader, filters).filter(unit_id__in=reader.units(EXPORT))
    ids = list(rows.order_by("-received_at", "-pk").values_list("pk", flat=True)[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[PaymentError]:
    """In the order of the ids, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {error.pk: error for error in children_of(batch)}
        yield from (found[pk] for pk in batch if pk in found)
