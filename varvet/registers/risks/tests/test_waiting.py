"""What waits and by when: the same for tasks and clocks."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.registers.risks import actions, queries
from varvet.registers.risks.rules import control
from varvet.registers.risks.tests.factories import NEXT, accepted, assessed, by, closed, identified
from varvet.registers.risks.tests.test_overview import DONE, decided


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


def test_a_control_point_is_followed_up_by_the_last_day_of_each_part_of_the_year(cast: Cast) -> None:
    """A tertial, decided in March."""
    _, point = decided(cast)
    tertial, spring = date(2026, 4, 30), date(2026, 4, 10)
    [clock] = [clock for clock in queries.clocks_of(point.risk) if clock.code.startswith("point-")]
    assert (clock.code, clock.started, clock.due) == (f"point-{point.pk}-1", TODAY, tertial)
    assert clock in queries.list_clocks(cast.root)
    assert waiting(cast.alice, spring) == [("Följ upp en kontrollpunkt", tertial)] == waiting(cast.eva, spring)
    assert waiting(cast.alice, tertial - timedelta(days=31)) == []
    for other in (cast.bo, cast.dag, cast.cecilia, cast.gun, cast.stranger):
        assert waiting(other, spring) == []
    actions.follow_up(point, DONE, by=cast.alice, now=NOW)
    assert waiting(cast.alice, spring) == []
    [clock] = [clock for clock in queries.clocks_of(point.risk) if clock.code.startswith("point-")]
    assert (clock.started, clock.due) == (date(2026, 5, 1), date(2026, 8, 31))


def test_a_task_leads_to_the_page_where_the_point_is_followed_up(cast: Cast) -> None:
    decided(cast)
    [task] = queries.list_tasks(reader_of(cast.alice, today=date(2026, 4, 10)))
    page = as_(cast.alice).get(task.href)
    assert page.status_code == 200
    assert task.detail in page.content.decode()


@pytest.mark.parametrize(
    ("frequency", "decided_on", "done", "expected"),
    [
        ("monthly", date(2026, 1, 1), set(), (1, date(2026, 1, 1), date(2026, 1, 31))),
        ("monthly", date(2026, 2, 1), set(), (2, date(2026, 2, 1), date(2026, 2, 28))),
        ("monthly", date(2026, 1, 31), set(), (1, date(2026, 1, 31), date(2026, 1, 31))),
        ("quarterly", date(2025, 12, 1), {1, 2}, (3, date(2026, 7, 1), date(2026, 9, 30))),
        ("half_yearly", date(2026, 3, 1), {2}, (1, date(2026, 3, 1), date(2026, 6, 30))),
        ("yearly", date(2026, 3, 1), set(), (1, date(2026, 3, 1), date(2026, 12, 31))),
        ("yearly", date(2026, 3, 1), {1}, None),
        ("tertial", date(2027, 1, 1), set(), None),
    ],
)
def test_which_part_of_the_year_is_left(
    frequency: str, decided_on: date, done: set[int], expected: tuple[int, date, date] | None
) -> None:
    assert control.left_to_follow(2026, frequency, decided_on, done) == expected
