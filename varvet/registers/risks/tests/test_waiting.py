"""What waits and by when: the same for tasks and clocks."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import TODAY, Cast, reader_of
from varvet.registers.risks import actions, queries
from varvet.registers.risks.tests.factories import NEXT, accepted, assessed, by, closed, identified


def waiting(user: User, today: date = TODAY) -> list[tuple[str, date]]:
    return [(task.title, task.due) for task in queries.list_tasks(reader_of(user, today=today))]


def test_a_new_risk_is_assessed_within_its_days(cast: Cast) -> None:
    identified(cast)
    assert waiting(cast.alice) == [("Bedöm en risk", date(2026, 3, 30))] == waiting(cast.eva)
    for other in (cast.bo, cast.dag, cast.cecilia, cast.stranger):
        assert waiting(other) == []


@pytest.mark.parametrize(("days_before", "told"), [(31, 0), (30, 1), (0, 1), (-5, 1)])
def test_a_review_is_a_task_when_it_is_near(cast: Cast, days_before: int, told: int) -> None:
    assessed(cast)
    assert len(waiting(cast.alice, NEXT - timedelta(days=days_before))) == told


def test_an_acceptance_asks_those_who_may(cast: Cast) -> None:
    risk = accepted(cast, date(2026, 6, 1))
    assert waiting(cast.eva, date(2026, 5, 20)) == [("Ta ställning till en accepterad risk igen", date(2026, 6, 1))]
    assert waiting(cast.alice, date(2026, 5, 20)) == []
    assert {clock.code for clock in queries.clocks_of(risk)} == {"review", "accept"}


def test_what_somebody_has_by_name_is_theirs(cast: Cast) -> None:
    actions.assign(by(identified(cast), cast.alice), cast.eva)
    assert (len(waiting(cast.eva)), waiting(cast.alice)) == (1, [])
    assert [clock.holder_id for clock in queries.list_clocks(cast.root)] == [cast.eva.pk]


def test_what_is_closed_waits_for_nothing(cast: Cast) -> None:
    assert queries.clocks_of(closed(cast)) == []
    assert waiting(cast.alice, NEXT) == []
