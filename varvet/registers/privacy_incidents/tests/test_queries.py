"""Who sees what, what a list costs, and what the measures count."""

import pytest
from django.db.models import Sum
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.cast import NOW, reader_of
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.models import Fact
from varvet.kernel.records.registry import Measure, Value
from varvet.registers.privacy_incidents import actions, queries
from varvet.registers.privacy_incidents.models import Part
from varvet.registers.privacy_incidents.module import MEASURES, MENTIONS
from varvet.registers.privacy_incidents.queries import Filters
from varvet.registers.privacy_incidents.rules import Breach
from varvet.registers.privacy_incidents.tests.factories import (
    Desk,
    history,
    make_assessed,
    make_decided,
    make_dismissed,
    make_excluding,
    make_informed,
    make_received,
    make_reopened,
)
from varvet.registers.privacy_incidents.views import shown_list, shown_register

EVERYBODY = ("alice", "bo", "cecilia", "dag", "eva", "hugo", "gun", "stranger", "officer", "delegate")


def who_sees(desk: Desk, pk: int) -> set[str]:
    return {who for who in EVERYBODY if queries.visible_to(reader_of(desk.named(who))).filter(pk=pk).exists()}


def test_seen_by_the_line_the_coordinators_the_officer_the_delegate_and_who_reported(desk: Desk) -> None:
    assert who_sees(desk, make_received(desk).pk) == {"alice", "bo", "dag", "eva", "officer", "delegate"}


def test_a_manager_it_is_about_sees_nothing_anywhere(desk: Desk) -> None:
    incident = make_excluding(desk)
    assert who_sees(desk, incident.pk) == {"bo", "dag", "eva", "officer", "delegate"}
    reader = reader_of(desk.cast.alice)
    assert queries.list_page(reader, Filters(), "").total == 0
    assert queries.list_tasks(reader) == []
    assert queries.exported_ids(reader, Filters()) == []
    assert not queries.READABLE.records(reader).exists()
    assert desk.cast.alice.pk not in {h.user.pk for h in queries.list_readers(incident, reader.today)}
    assert [h.user for h in queries.owners_of(incident, reader.today)] == [desk.cast.eva]


def test_each_reading_is_noted_and_who_reported_reads_their_own(desk: Desk) -> None:
    incident = make_decided(desk)
    read = {who: queries.read_narratives(reader_of(desk.named(who)), incident) for who in ("bo", "officer")}
    assert {words.part for words in read["bo"]} == {Part.WHAT}
    assert {Part.WHAT, Part.CONSEQUENCES, Part.WHY_NOT} <= {words.part for words in read["officer"]}
    assert ReadEvent.objects.filter(record_id=incident.pk).count() == 2


@pytest.mark.parametrize("count", [1, 6])
def test_a_list_costs_as_many_queries_however_long(
    desk: Desk, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        make_assessed(desk)
    reader = reader_of(desk.cast.eva)
    with django_assert_num_queries(6):
        rows = shown_list.rows_of(reader, queries.list_page(reader, Filters(), "").rows)
    assert {row.about for row in rows} == {"Fel mottagare"}


def test_the_register_costs_no_query_a_row(desk: Desk, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(3):
        make_informed(desk)
    reader = reader_of(desk.officer)
    page = queries.list_page(reader, Filters(real=True), "")
    with django_assert_num_queries(0):
        assert {row.effects for row in map(shown_register.row, page.rows)} == {
            "Brukare och klienter, Barn. 3 personer. Osannolik risk"
        }


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 4),
        (Filters(status="open"), 3),
        (Filters(status="received"), 1),
        (Filters(real=True), 3),
        (Filters(level="high"), 1),
        (Filters(level="unlikely"), 1),
        (Filters(type="wrong_recipient"), 2),
        (Filters(type="loss"), 0),
        (Filters(notify="no"), 1),
        (Filters(handler=queries.ME), 0),
        (Filters(handler=queries.NOBODY), 4),
    ],
)
def test_the_list_is_narrowed(desk: Desk, filters: Filters, count: int) -> None:
    make_received(desk)
    make_dismissed(desk)
    make_decided(desk)
    make_assessed(desk, consequence=5, probability=5)
    assert len(queries.list_page(reader_of(desk.cast.eva), filters, "").rows) == count


def test_each_measure_counts_its_own(desk: Desk) -> None:
    rows = [history(desk), history(desk, reported_to_imy_on=None)]
    actions.import_history(rows=rows, root=desk.cast.root, by=desk.cast.eva, now=NOW)
    make_informed(desk)
    make_dismissed(desk)
    reopened = make_reopened(desk)
    assert reopened.closed_on is None
    assert {m.code.partition(".")[2]: count(m) for m in MEASURES} == {
        "received": 4,
        "reported": 5,
        "dismissed": 1,
        "assessed": 4,
        "decided": 4,
        "reported_to_authority": 2,
        "reported_in_time": 1,
        "people_informed": 1,
        "ruled": 0,
        "closed": 2,
        "reopened": 1,
        "days_to_closing": 2,
    }


def test_what_an_incident_does_several_of_is_counted_apart(desk: Desk) -> None:
    make_assessed(desk, breaches=frozenset({Breach.INTEGRITY, Breach.AVAILABILITY}), groups=("staff",), data=())
    assert {m.code.partition(".")[2]: count(m) for m in MENTIONS} == {"breaches": 2, "affected": 1}


def count(measure: Measure) -> int:
    rows = Fact.objects.filter(register=measure.register, happening=measure.happening)
    summed = "numerator" if measure.value is Value.SHARE else "count"
    return int(rows.aggregate(n=Sum(summed))["n"] or 0)
