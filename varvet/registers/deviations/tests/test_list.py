"""The list: the reader's units, coded values only, a steady number of queries, and addresses that cannot break it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.records import paging
from varvet.registers.deviations import queries
from varvet.registers.deviations.queries import Filters
from varvet.registers.deviations.tests.factories import SECRET, assessed, closed, reported

LIST = "/avvikelser/"


@pytest.mark.parametrize("name", ["bo", "hugo", "gun"])
def test_it_is_read_by_those_who_handle(cast: Cast, name: str) -> None:
    assert as_(getattr(cast, name)).get(LIST).status_code == 403


def test_it_holds_the_readers_units(cast: Cast) -> None:
    ours, theirs = reported(cast), reported(cast, unit=cast.b, by=cast.cecilia)
    pages = {name: text_of(as_(getattr(cast, name)).get(LIST)) for name in ("alice", "cecilia", "eva", "stranger")}
    assert {name for name, page in pages.items() if ours.reference in page} == {"alice", "eva"}
    assert {name for name, page in pages.items() if theirs.reference in page} == {"cecilia", "eva"}


def test_no_word_of_what_happened_is_in_it(cast: Cast) -> None:
    closed(cast)
    page = text_of(as_(cast.alice).get(f"{LIST}?lage=alla"))
    assert "AVV-2026-0001" in page
    for word in (SECRET, "Kalle", "Vi har ändrat rutinen", "Räkna stolarna", "Bo "):
        assert word not in page


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("", {"received", "assessed"}),
        ("?lage=alla", {"received", "assessed", "closed"}),
        ("?lage=closed", {"closed"}),
        ("?lage=received", {"received"}),
        ("?lage=alla&slag=near_miss", {"assessed", "closed"}),
        ("?lage=alla&slag=health_care", set()),
        ("?lage=nonsense&slag=nonsense&enhet=nonsense", {"received", "assessed", "closed"}),
        ("?lage=alla&enhet=%C2%B2", {"received", "assessed", "closed"}),
        ("?lage=alla&enhet=99999999999", set()),
        ("?lage=alla&enhet=999999999999999999999999", {"received", "assessed", "closed"}),
        ("?lage=alla&efter=2026-03-16T09:30:00%2B00:00_x", {"received", "assessed", "closed"}),
        ("?lage=alla&efter=0001-01-01T00:00:00%2B14:00_1", {"received", "assessed", "closed"}),
        ("?lage=alla&efter=%00", {"received", "assessed", "closed"}),
    ],
)
def test_an_address_chooses(cast: Cast, address: str, shown: set[str]) -> None:
    made = {d.reference: d.status for d in (reported(cast), assessed(cast), closed(cast))}
    response = as_(cast.alice).get(LIST + address)
    assert response.status_code == 200
    assert {status for reference, status in made.items() if reference in text_of(response)} == shown


def test_a_unit_outside_ones_scope_shows_nothing(cast: Cast) -> None:
    theirs = reported(cast, unit=cast.b, by=cast.cecilia)
    assert queries.list_page(reader_of(cast.alice), Filters(unit=cast.b.pk), "").rows == []
    assert queries.list_page(reader_of(cast.eva), Filters(unit=cast.b.pk), "").rows == [theirs]


def test_a_longer_list_costs_no_more_queries(cast: Cast) -> None:
    client, costs = as_(cast.alice), []
    for how_many in (2, 6):
        for _ in range(how_many):
            assessed(cast)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        costs.append(len(asked))
    assert costs[0] == costs[1]
    assert costs[0] <= 14


def test_the_rows_cost_five_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The line of units, ids, the children, and their mentions with categories."""
    for _ in range(3):
        assessed(cast)
    reader = reader_of(cast.alice)
    assert reader.root == cast.root
    with django_assert_num_queries(5):
        page = queries.list_page(reader, Filters("open"), "")
        assert [deviation.unit.name for deviation in page.rows] == ["Mottagning A"] * 3
        assert all(mention.category.label_sv for row in page.rows for mention in row.mentions.all())


def test_pages_follow_each_other(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "SIZE", 2)
    made = [reported(cast).reference for _ in range(3)]
    reader = reader_of(cast.alice)
    first = queries.list_page(reader, Filters(), "")
    second = queries.list_page(reader, Filters(), first.after)
    assert [row.reference for row in first.rows + second.rows] == made[::-1]
    assert second.after == ""
