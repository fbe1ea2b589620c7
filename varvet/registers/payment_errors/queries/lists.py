"""The list: narrowed and paged, without texts and amounts."""

from collections.abc import Sequence
from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import paging
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.queries.visible import listed
from varvet.registers.payment_errors.rules import OPEN


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty means all."""

    cause: str = ""


def list_page(reader: Reader, filters: Filters, after: str) -> Page[PaymentError]:
    """A page of the units' records, the last told of first."""
    rows = narrowed(listed(reader), filters, OPEN, reader)
    if filters.cause:
        of_cause = PaymentError.objects.filter(root=reader.root, cause=filters.cause)
        rows = rows.filter(pk__in=of_cause.values("pk"))
    return page_of(rows, after, children_of)


def children_of(ids: Sequence[int]) -> list[PaymentError]:
    return list(PaymentError.objects.filter(pk__in=ids).select_related("unit", "root"))
