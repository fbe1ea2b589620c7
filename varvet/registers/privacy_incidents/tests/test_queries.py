"""What the reader gets: the queue counts hours, lists cost few queries, the card counts what it says."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Sum
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.organisation.terms import Correction, correct_term
from varvet.kernel.records.models import Fact
from varvet.kernel.records.paging import Filters
from varvet.kernel.records.registry import Measure
from varvet.registers.privacy_incidents import actions, queries, rules
from varvet.registers.privacy_incidents.models import TYPES
from varvet.registers.privacy_incidents.module import MEASURES
from varvet.registers.privacy_incidents.tests.factories import Desk, history, make_assessed, make_received, make_type
from varvet.registers.privacy_incidents.views import shown


def references(reader_user: User) -> list[str]:
    return [task.reference for task in queries.list_tasks(reader_of(reader_user))]


def test_what_waits_is_due_in_hours_from_when_it_became_known(desk: Desk) -> None:
    incident = make_received(desk)
    (task,) = queries.list_tasks(reader_of(desk.cast.alice))
    assert task.due == NOW + timedelta(hours=72)
    assert (task.reference, task.started, task.detail) == (incident.reference, TODAY, "")


def test_hours_are_elapsed_hours_when_the_clocks_change(desk: Desk) -> None:
    """Summer time began on 30 March 2025 at 02.00: by the wall three days and an hour pass."""
    incident = make_received(desk, datetime(2025, 3, 28, 12, tzinfo=UTC))
    assert queries.report_by(incident).moment == datetime(2025, 3, 31, 12, tzinfo=UTC)


def test_a_root_that_corrected_the_term_has_its_own(desk: Desk) -> None:
    incident = make_received(desk)
    correction = Correction(
        queries.REPORT_TERM, 24, TermUnit.HOURS, "Egen rutin", HowChecked.DECIDED_LOCALLY, "Vi vill veta fort"
    )
    correct_term(by_id=desk.cast.hugo.pk, correction=correction, root=desk.cast.root, now=NOW, verified_on=None)
    assert queries.report_by(incident).moment == NOW + timedelta(hours=24)


@pytest.mark.parametrize(
    ("after", "left"), [(0, 72), (1, 71), (71.5, 0), (72, 0), (72.01, -1)], ids=["now", "hour", "last", "end", "late"]
)
def test_the_clock_says_whole_hours_left(desk: Desk, after: float, left: int) -> None:
    clock = shown.clock(make_received(desk), NOW + timedelta(hours=after))
    assert clock is not None
    assert (clock.left, clock.total, clock.length) == (left, 72, "72 timmar")


def test_only_what_waits_and_only_for_those_who_assess(desk: Desk) -> None:
    make_assessed(desk)
    incident = make_received(desk)
    assert references(desk.cast.alice) == [incident.reference] == references(desk.cast.eva)
    for other in (desk.cast.bo, desk.cast.dag, desk.officer, desk.cast.cecilia, desk.cast.stranger):
        assert references(other) == []


def test_a_list_costs_as_many_queries_however_long(
    desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(5):
        make_assessed(desk)
    with django_assert_max_num_queries(7):
        rows = queries.list_page(reader_of(desk.cast.eva), Filters(), "").rows
        assert {shown.row(incident).about for incident in rows} == {"Fel mottagare"}


def test_types_are_those_of_the_list_in_force(desk: Desk) -> None:
    incident = make_received(desk)
    make_type(desk.cast.other_root)
    assert [c.code for c in queries.types_on(incident)] == ["wrong_recipient", "loss"]
    assert {(c.list.key, c.list.root_id) for c in queries.types_on(incident)} == {(TYPES, desk.cast.root.pk)}


def test_each_measure_counts_its_own(desk: Desk) -> None:
    rows = [history(desk), history(desk, reported_to_imy_on=None)]
    actions.import_history(rows=rows, root=desk.cast.root, by=desk.cast.eva, now=NOW)
    make_received(desk)
    assert {m.code.partition(".")[2]: count(m) for m in MEASURES} == {"received": 3, "reported_to_authority": 1}
    assert all(rules.STATUS_LABELS[status] for status in rules.Status)


def count(measure: Measure) -> int:
    rows = Fact.objects.filter(register=measure.register, happening=measure.happening)
    return int(rows.aggregate(n=Sum("count"))["n"] or 0)
