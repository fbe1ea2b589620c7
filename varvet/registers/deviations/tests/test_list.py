"""The list: the reader's units, coded values only, a steady number of queries, and addresses that cannot break it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.records import paging
from varvet.registers.deviations import queries
from varvet.registers.deviations.queries import Filters, lists
from varvet.registers.deviations.tests.factories import SECRET, assessed, at, closed, reopened, reported

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
        ("?lage=alla&typ=delay", {"assessed", "closed"}),
        ("?lage=alla&typ=documentation", set()),
        ("?lage=alla&typ=%00", {"received", "assessed", "closed"}),
        ("?lage=alla&allvar=moderate", {"assessed", "closed"}),
        ("?lage=alla&allvar=moderate&slag=near_miss&typ=delay&oro=2&forsenad=1", set()),
        ("?lage=alla&allvar=minor", set()),
        ("?lage=alla&oro=2", {"received", "assessed", "closed"}),
        ("?lage=alla&oro=4", set()),
        ("?lage=alla&oro=%C2%B2", {"received", "assessed", "closed"}),
        ("?lage=alla&fran=2026-03-16&till=2026-03-16", {"received", "assessed", "closed"}),
        ("?lage=alla&fran=2026-03-17", set()),
        ("?lage=alla&till=2026-03-15", set()),
        ("?lage=alla&fran=0001-01-01&till=9999-12-31", {"received", "assessed", "closed"}),
        ("?lage=alla&fran=2026-13-01&till=i-dag", {"received", "assessed", "closed"}),
        ("?lage=alla&forsenad=1", {"received"}),
        ("?lage=alla&ateroppnad=1", set()),
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


def test_a_unit_holds_those_below_it(cast: Cast) -> None:
    made = [reported(cast), reported(cast, unit=cast.b, by=cast.cecilia)]
    for unit in (cast.department, cast.root):
        assert queries.list_page(reader_of(cast.eva), Filters(unit=unit.pk), "").rows == made[::-1]
        assert queries.list_page(reader_of(cast.alice), Filters(unit=unit.pk), "").rows == made[:1]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [(date(2026, 3, 16), date(2026, 3, 16), 2), (date(2026, 3, 17), None, 0), (None, date(2026, 3, 15), 0)],
)
def test_a_period_is_of_swedish_days(cast: Cast, first: date | None, last: date | None, found: int) -> None:
    """Received the first and the last minute of the day."""
    reported(cast, now=at(2026, 3, 15, 23, 0)), reported(cast, now=at(2026, 3, 16, 22, 59))
    assert queries.list_page(reader_of(cast.alice), Filters(first_day=first, last_day=last), "").total == found


def test_overdue_begins_the_day_after_the_assessment_was_due(cast: Cast) -> None:
    deviation = reported(cast)
    due = queries.assess_by(deviation)
    for day, late in ((due, []), (due + timedelta(days=1), [deviation]), (due + timedelta(days=900), [deviation])):
        reader = reader_of(cast.alice, today=day)
        assert queries.list_page(reader, Filters(overdue=True), "").rows == late
        assert queries.due_days(reader, [deviation]) == {deviation.pk: due}


def test_what_is_assessed_is_not_overdue(cast: Cast) -> None:
    deviation = assessed(cast)
    reader = reader_of(cast.alice, today=TODAY + timedelta(days=300))
    assert queries.list_page(reader, Filters(overdue=True), "").rows == []
    assert queries.due_days(reader, [deviation]) == {}


def test_a_reopened_deviation_is_found_by_that(cast: Cast) -> None:
    closed(cast)
    again = reopened(cast)
    assert queries.list_page(reader_of(cast.alice), Filters(reopened=True), "").rows == [again]


def test_the_handler_is_oneself_or_nobody(cast: Cast) -> None:
    mine, nobodys = assessed(cast), reported(cast)
    mine.handler = cast.alice
    mine.save()
    shown = {who: queries.list_page(reader_of(cast.alice), Filters(handler=who), "").rows for who in ("jag", "ingen")}
    assert shown == {"jag": [mine], "ingen": [nobodys]}
    assert queries.list_page(reader_of(cast.eva), Filters(handler="jag"), "").rows == []


def test_many_of_a_kind_are_looked_up_as_the_list_is_read(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [assessed(cast) for _ in range(3)]
    reported(cast)
    filters = Filters(severity="moderate", nature="near_miss", category="delay", worry=2)
    few = queries.list_page(reader_of(cast.alice), filters, "")
    monkeypatch.setattr(lists, "FEW", 1)
    assert queries.list_page(reader_of(cast.alice), filters, "") == few
    assert few.rows == made[::-1]


def test_a_choice_is_a_chip_that_takes_it_away(cast: Cast) -> None:
    assessed(cast)
    page = text_of(as_(cast.alice).get(f"{LIST}?slag=near_miss&typ=delay&fran=2026-03-01"))
    assert "Ta bort filtret </span>Slag: Tillbud, det var nära" in page
    assert 'href="?lage=open&amp;typ=delay&amp;fran=2026-03-01"' in page
    assert "Ta bort filtret </span>Från 2026-03-01" in page


def test_every_filter_at_once_costs_at_most_eight_queries(cast: Cast) -> None:
    """And from the second page on one more, for the count."""
    assessed(cast)
    reader = reader_of(cast.eva)
    assert reader.root == cast.root
    everything = Filters(
        "open", cast.a.pk, date(2026, 1, 1), TODAY, "near_miss", "delay", 2, "moderate", overdue=True, reopened=True
    )
    for filters in (everything, Filters("open", cast.a.pk, None, TODAY, "near_miss", "delay", 2, "moderate")):
        with CaptureQueriesContext(connection) as asked:
            queries.list_page(Reader(reader.user, reader.today), filters, f"{NOW.isoformat()}_{10**9}")
        assert len(asked) <= 8


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


def test_the_rows_cost_four_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The line of units, ids, the children, and their mentions with categories."""
    for _ in range(3):
        assessed(cast)
    reader = reader_of(cast.alice)
    assert reader.root == cast.root
    with django_assert_num_queries(4):
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
