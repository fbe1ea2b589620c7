"""Pages by key: nothing is shown twice or left out, and a mangled address is the first page."""

from datetime import timedelta

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records import paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, page_of
from varvet.kernel.records.tests.toy import make_toy

pytestmark = pytest.mark.usefixtures("toys")


def page(rows: QuerySet[Record], after: str = "") -> Page[Record]:
    return page_of(rows, after, lambda ids: list(Record.objects.filter(pk__in=ids)))


@pytest.fixture
def seven(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> list[Record]:
    """Seven records, three of them received at the same moment; newest first. Pages of three."""
    monkeypatch.setattr(paging, "SIZE", 3)
    records = [make_toy(cast) for _ in range(7)]
    for number, record in enumerate(records):
        record.received_at = NOW - timedelta(days=max(0, number - 2))
        record.save()
    return sorted(records, key=lambda record: (record.received_at, record.pk), reverse=True)


@pytest.mark.facts_differ
def test_the_pages_together_hold_each_record_once(seven: list[Record]) -> None:
    shown, after, pages = [], "", 0
    while pages == 0 or after:
        found = page(Record.objects.all(), after)
        shown += found.rows
        after, pages = found.after, pages + 1
    assert shown == seven
    assert pages == 3


@pytest.mark.facts_differ
def test_a_new_record_does_not_push_anything_onto_the_next_page(seven: list[Record], cast: Cast) -> None:
    first = page(Record.objects.all())
    make_toy(cast)
    assert page(Record.objects.all(), first.after).rows == seven[3:6]


@pytest.mark.facts_differ
def test_the_last_full_page_has_no_next(seven: list[Record]) -> None:
    newest = Record.objects.filter(pk__in=[record.pk for record in seven[:3]])
    assert page(newest).after == ""


@pytest.mark.facts_differ
@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "_",
        "2026-03-16_1",
        "2026-03-16T09:30:00_1",
        "2026-03-16T09:30:00+00:00_x",
        "0001-01-01T00:00:00+14:00_1",
        "9999-12-31T23:59:59-14:00_1",
    ],
)
def test_a_mangled_address_is_the_first_page(seven: list[Record], address: str) -> None:
    assert page(Record.objects.all(), address).rows == seven[:3]


@pytest.mark.facts_differ
def test_a_number_too_big_for_the_database_is_no_error(seven: list[Record]) -> None:
    assert page(Record.objects.all(), f"{NOW.isoformat()}_{10**30}").rows == seven[:3]


@pytest.mark.facts_differ
def test_a_count_stops(seven: list[Record], monkeypatch: pytest.MonkeyPatch) -> None:
    assert (page(Record.objects.all()).total, page(Record.objects.all()).total_is_capped) == (7, False)
    monkeypatch.setattr(paging, "COUNTED", 5)
    assert (page(Record.objects.all()).total, page(Record.objects.all()).total_is_capped) == (5, True)


@pytest.mark.facts_differ
def test_a_page_costs_three_queries(seven: list[Record], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The first is counted by its ids."""
    with django_assert_num_queries(2):
        first = page(Record.objects.all())
    with django_assert_num_queries(3):
        page(Record.objects.all(), first.after)
