"""What waits for whom: those who can assess, nearest term first, at a steady cost."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.models import Assignment
from varvet.kernel.access.tests.cast import TODAY, Cast, reader_of
from varvet.kernel.organisation.models import TermCorrection
from varvet.registers.deviations import queries
from varvet.registers.deviations.tests.factories import SECRET, assessed, at, closed, reopened, reported


@pytest.mark.parametrize(
    ("name", "waits"),
    [
        ("alice", True),
        ("dag", True),
        ("eva", True),
        ("bo", False),
        ("cecilia", False),
        ("hugo", False),
        ("gun", False),
        ("stranger", False),
    ],
)
def test_it_waits_for_those_who_can_assess(cast: Cast, name: str, waits: bool) -> None:  # noqa: FBT001 - a truth table
    reported(cast)
    assert bool(queries.list_tasks(reader_of(getattr(cast, name)))) is waits


def test_what_is_under_way_waits_for_the_unit_and_what_is_closed_for_nobody(cast: Cast) -> None:
    deviation = assessed(cast)
    closed(cast)
    [task] = queries.list_tasks(reader_of(cast.alice))
    assert (task.reference, task.due) == (deviation.reference, date(2026, 5, 16))
    assert queries.list_tasks(reader_of(cast.eva)) == []


def test_what_is_under_way_where_nobody_works_waits_for_those_above(cast: Cast) -> None:
    """Nothing is without somebody: the unit's own manager has left, and nobody has it by name."""
    deviation = assessed(cast)
    Assignment.objects.filter(user=cast.alice).update(last_day=TODAY - timedelta(days=1))
    for person in (cast.eva, cast.dag):
        assert [task.reference for task in queries.list_tasks(reader_of(person))] == [deviation.reference]
    assert queries.list_tasks(reader_of(cast.cecilia)) == []


def test_a_task_tells_no_story(cast: Cast) -> None:
    reported(cast, worry=4)
    reopened(cast)
    tasks = queries.list_tasks(reader_of(cast.alice))
    assert [task.title for task in tasks] == ["Bedöm en ny avvikelse", "Bedöm en återöppnad avvikelse"]
    assert [task.detail for task in tasks] == ["rapportören är mycket orolig", ""]
    assert not any(word in repr(tasks) for word in (SECRET, "Kalle", "Bo"))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        pytest.param(at(2026, 3, 16), date(2026, 3, 19), id="monday"),
        pytest.param(at(2026, 3, 20), date(2026, 3, 25), id="friday"),
        pytest.param(at(2026, 4, 1), date(2026, 4, 8), id="wednesday-before-easter"),
        pytest.param(at(2026, 3, 16, 23, 30), date(2026, 3, 20), id="tuesday-in-sweden"),
    ],
)
def test_three_working_days_to_assess(cast: Cast, received: datetime, due: date) -> None:
    reported(cast, now=received)
    assert queries.list_tasks(reader_of(cast.alice))[0].due == due


def test_a_root_has_its_own_term(cast: Cast) -> None:
    TermCorrection.objects.create(
        root=cast.root,
        key=queries.ASSESS_TERM,
        value=1,
        unit="working days",
        source="lokalt mål",
        status="general knowledge, check before go-live",
        reason="Vi vill hinna.",
        corrected_by_id=cast.eva.pk,
        corrected_at=at(2026, 1, 1),
    )
    reported(cast)
    assert queries.list_tasks(reader_of(cast.alice))[0].due == date(2026, 3, 17)


def test_a_longer_queue_costs_no_more_queries(cast: Cast) -> None:
    costs = []
    for how_many in (1, 6):
        for _ in range(how_many):
            reported(cast)
        with CaptureQueriesContext(connection) as asked:
            queries.list_tasks(reader_of(cast.alice))
        costs.append(len(asked))
    assert costs[0] == costs[1]
