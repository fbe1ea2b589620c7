"""What waits and by when, the goal of the year, and history taken over."""

from datetime import UTC, date, datetime

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, Cast, reader_of
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.payment_errors import actions, queries, rules
from varvet.registers.payment_errors.models import GOAL
from varvet.registers.payment_errors.rules import Answer, Cause, Status
from varvet.registers.payment_errors.tests.factories import LATER, begun, closed, completed, happenings, reported

PAST = datetime(2023, 4, 3, 9, tzinfo=UTC)
DONE = datetime(2023, 6, 1, 9, tzinfo=UTC)


def waiting(user: User) -> list[tuple[str, date, date]]:
    return [(task.title, task.started, task.due) for task in queries.list_tasks(reader_of(user))]


def test_each_state_has_its_days(cast: Cast) -> None:
    for make in (reported, begun, completed, closed):
        make(cast)
    later = LATER.date()
    assert waiting(cast.alice) == [
        ("Bedöm en felaktig utbetalning", TODAY, date(2026, 3, 30)),
        ("Utred en felaktig utbetalning", TODAY, date(2026, 6, 16)),
        ("Avsluta en felaktig utbetalning", later, date(2026, 4, 17)),
    ]
    assert waiting(cast.eva) == waiting(cast.alice)[:1]  # the others are Alice's by name
    for other in (cast.bo, cast.dag, cast.cecilia, cast.stranger):
        assert waiting(other) == []
    assert len(queries.list_clocks(cast.root)) == 3


def test_the_goal_stands_beside_the_years_number(cast: Cast) -> None:
    reported(cast)
    assert queries.read_goal(reader_of(cast.alice)) == queries.Goal("2026", 1, None)
    choose(cast.root, GOAL, "2", first_day=LONG_AGO)
    assert "1 av 2 som är årsmålet." in as_(cast.alice).get("/felaktiga-utbetalningar/").content.decode()
    reported(cast)
    assert "Årsmålet är 2 och är uppnått." in as_(cast.alice).get("/felaktiga-utbetalningar/").content.decode()


@pytest.mark.parametrize(("goal", "right"), [("", True), ("10", True), ("0", False), ("tio", False), ("-3", False)])
def test_a_goal_is_a_number_or_nothing(goal: str, right: bool) -> None:  # noqa: FBT001 - a row of the table
    assert (rules.fault_in_goal(goal) is None) is right


def taken_over(cast: Cast, **given: object) -> actions.History:
    values: dict[str, object] = {
        "unit": cast.a,
        "received_at": PAST,
        "status": Status.CLOSED,
        "ended_at": DONE,
        "completed_on": date(2023, 5, 2),
        "cause": Cause.US,
        "amount": 900,
        "reclaim": Answer.NO,
        "police": Answer.NO,
        "synthetic": True,
    }
    return actions.History(**(values | given))  # type: ignore[arg-type]  # tests give one field at a time


def test_history_keeps_its_days(cast: Cast) -> None:
    ended = {"completed_on": None, "cause": None, "amount": None, "reclaim": None, "police": None}
    rows = [taken_over(cast), taken_over(cast, status=Status.DISMISSED, **ended)]
    found = actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)
    assert [error.reference for error in found] == ["FUT-2023-0001", "FUT-2023-0002"]
    assert happenings(found[0]) == [("received", "us"), ("begun", "us"), ("completed", "us"), ("closed", "us")]
    assert happenings(found[1]) == [("received", ""), ("dismissed", "")]


def test_history_that_does_not_agree_is_refused_whole(cast: Cast) -> None:
    for wrong, error in (
        ({"status": Status.RECEIVED}, ValueError),
        ({"ended_at": PAST.replace(year=2022)}, ValueError),
        ({"cause": None}, ValueError),
        ({"police": None}, RuleBroken),
        ({"amount": None}, RuleBroken),
    ):
        rows = [taken_over(cast), taken_over(cast, **wrong)]
        with pytest.raises(error):
            actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)
    assert queries.list_clocks(cast.root) == []
