"""A plan's rows become rounds: one for each unit and period, once; with whoever is responsible."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.deadlines.holding import ids_held
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.registry import get_register
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.actions import mark_not_done
from varvet.registers.self_checks.actions.make_rounds import make_rounds
from varvet.registers.self_checks.actions.reassign import reassign
from varvet.registers.self_checks.models import PlannedRound, Round
from varvet.registers.self_checks.rules import Status
from varvet.registers.self_checks.rules.planning import Frequency
from varvet.registers.self_checks.tests.factories import Counted, counted, fresh, last_event
from varvet.registers.self_checks.tests.planned import add_row, approved, content_of, make_plan, monthly, with_rounds


def test_one_for_each_unit_and_period(cast: Cast) -> None:
    content = replace(content_of(cast, cast.a, cast.b), frequency=Frequency.TERTIAL)
    _, rounds = with_rounds(cast, content)
    found = [(one.unit_id, one.first_day, one.last_day) for one in rounds]
    spans = [
        (date(2026, 1, 1), date(2026, 4, 30)),
        (date(2026, 5, 1), date(2026, 8, 31)),
        (date(2026, 9, 1), date(2026, 12, 31)),
    ]
    assert found == [(unit.pk, *span) for span in spans for unit in (cast.a, cast.b)]
    first = fresh(rounds[0].pk)
    assert (first.reference, first.status, first.opened_by, first.version) == (
        "EGK-2026-0001", Status.PLANNED, cast.eva, 1,
    )  # fmt: skip
    assert counted(first) == [Counted("planned", outcome="", day=date(2026, 4, 30))]
    assert last_event(first) == ("planned", cast.eva.pk, 1)


def test_pressed_again_nothing_is_made_twice(cast: Cast) -> None:
    plan, rounds = with_rounds(cast, monthly(cast))
    assert len(rounds) == 12
    assert make_rounds(plan=plan, by=cast.eva, now=NOW) == []
    add_row(cast, plan, content_of(cast, cast.b), key="later")
    assert [one.unit_id for one in make_rounds(plan=plan, by=cast.eva, now=NOW)] == [cast.b.pk]
    assert Round.objects.count() == 13


def test_a_round_that_was_not_done_is_not_made_again(cast: Cast) -> None:
    plan, [round_] = with_rounds(cast)
    mark_not_done(round_=fresh(round_.pk), reason="Tid saknades.", version=1, by=cast.alice, now=NOW)
    assert make_rounds(plan=plan, by=cast.eva, now=NOW) == []


def test_many_rounds_cost_few_questions(cast: Cast) -> None:
    plan = approved(cast, *(monthly(cast, cast.a, cast.b) for _ in range(3)))
    with CaptureQueriesContext(connection) as asked:
        assert len(make_rounds(plan=plan, by=cast.eva, now=NOW)) == 72
    assert len([query for query in asked if "INSERT INTO" not in query["sql"]]) < 40


def test_a_draft_makes_none(cast: Cast) -> None:
    plan = make_plan(cast)
    add_row(cast, plan)
    with pytest.raises(RuleBroken):
        make_rounds(plan=plan, by=cast.eva, now=NOW)
    assert not Round.objects.exists()


@pytest.mark.parametrize("who", ["alice", "bo", "dag", "stranger"])
def test_others_make_none(cast: Cast, who: str) -> None:
    plan = approved(cast)
    with pytest.raises(NotAllowed):
        make_rounds(plan=plan, by=getattr(cast, who), now=NOW)


def test_work_waits_when_its_period_has_begun(cast: Cast) -> None:
    with_rounds(cast, monthly(cast))
    found = queries.list_tasks(reader_of(cast.alice))
    assert [task.started for task in found] == [date(2026, month, 1) for month in (1, 2, 3)]


def test_who_is_responsible_is_reminded_and_can_hand_it_over(cast: Cast) -> None:
    _, [made] = with_rounds(cast, replace(content_of(cast), responsible=cast.alice))
    [clock] = queries.list_clocks(cast.root)
    assert (clock.holder_id, clock.due) == (cast.alice.pk, date(2026, 12, 31))
    register = get_register("self_checks")
    assert ids_held(register, cast.root, cast.alice) == {made.pk}
    reassign(fresh(made.pk), cast.eva, "Alice slutar.", cast.eva, NOW)
    assert PlannedRound.objects.get().responsible == cast.eva
    assert last_event(fresh(made.pk)) == ("reassigned", cast.eva.pk, 2)
    assert [text.text for text in fresh(made.pk).narratives.all()] == ["Alice slutar."]
    assert ids_held(register, cast.root, cast.alice) == set()


@pytest.mark.parametrize("to", ["bo", "cecilia", "stranger"])
def test_it_is_handed_over_to_somebody_who_can_do_it(cast: Cast, to: str) -> None:
    _, [made] = with_rounds(cast, replace(content_of(cast), responsible=cast.alice))
    with pytest.raises(RuleBroken):
        reassign(fresh(made.pk), getattr(cast, to), "Alice slutar.", cast.eva, NOW)


def test_a_round_outside_the_plan_is_with_nobody_by_name(cast: Cast) -> None:
    _, [made] = with_rounds(cast)
    assert queries.list_clocks(cast.root)[0].holder_id is None
    PlannedRound.objects.all().delete()
    with pytest.raises(RuleBroken):
        reassign(fresh(made.pk), cast.eva, "Alice slutar.", cast.eva, NOW)
    assert fresh(made.pk).last_day > TODAY
