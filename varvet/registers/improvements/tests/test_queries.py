"""Reading improvements: the report's lines and the work that waits."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.registers.improvements import actions, queries
from varvet.registers.improvements.rules import Status
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    decision,
    history,
    make,
    make_settled,
    planned_history,
)

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)


def states(cast: Cast, *rows: actions.History) -> list[tuple[str, str]]:
    actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)
    return [(line.state, line.result) for line in queries.report_lines(cast.root, FIRST, LAST)]


def test_a_line_says_what_where_and_how_it_went(cast: Cast) -> None:
    [held] = actions.import_history(rows=[history(cast.a)], root=cast.root, by=cast.eva, now=NOW)
    [line] = queries.report_lines(cast.root, FIRST, LAST)
    assert (line.record_id, line.code, line.title) == (held.pk, "ATG-2023-0001", held.what)
    assert (line.unit_name, line.quality_areas, line.day) == (cast.a.name, ("A",), date(2023, 3, 1))
    assert (line.state, line.result) == ("Klar", "Från 76 % till 0 %")


def test_state_and_effect_are_those_of_the_last_day(cast: Cast) -> None:
    after = LAST + timedelta(days=1)
    judged_later = replace(history(cast.a), effect_judged_on=after)
    done_later = replace(history(cast.a), carried_out_on=after, effect_judged_on=after)
    assert states(cast, judged_later, done_later) == [("Klar", "–"), ("Pågår", "–")]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (Status.PLANNED, "Planerad"),
        (Status.ONGOING, "Pågår"),
        (Status.NOT_FEASIBLE, "Inte genomförbar"),
        (Status.IN_RISK_PICTURE, "Hanteras i riskbilden"),
    ],
)
def test_states_in_words(cast: Cast, status: Status, state: str) -> None:
    assert states(cast, replace(planned_history(cast.a), status=status)) == [(state, "–")]


def test_what_was_over_before_or_decided_after_is_left_out(cast: Cast) -> None:
    before = replace(
        history(cast.a),
        decided_on=date(2022, 1, 1),
        carried_out_on=FIRST - timedelta(days=1),
        effect_judged_on=LAST,
    )
    after = replace(planned_history(cast.a), decided_on=LAST + timedelta(days=1))
    given_up = replace(
        planned_history(cast.a),
        status=Status.NOT_FEASIBLE,
        decided_on=date(2022, 1, 1),
        given_up_on=date(2022, 6, 1),
    )
    assert states(cast, before, after, given_up) == []


def test_what_was_decided_long_ago_and_is_not_done_remains(cast: Cast) -> None:
    assert states(cast, replace(planned_history(cast.a), decided_on=date(2021, 1, 1))) == [("Planerad", "–")]


def test_lines_are_of_one_root(cast: Cast) -> None:
    states(cast, history(cast.a))
    assert queries.report_lines(cast.other_root, FIRST, LAST) == []


def test_work_waits_for_those_who_can_do_it(cast: Cast) -> None:
    held = make(cast)
    make_settled(cast)
    make(cast, replace(decision(cast.a), due_on=None))
    [task] = queries.list_tasks(reader_of(cast.alice))
    assert (task.reference, task.started, task.due) == (held.reference, DECIDED, held.due_on)
    assert queries.list_tasks(reader_of(cast.cecilia)) == []
    assert queries.list_tasks(reader_of(cast.dag)) == []


def test_an_origin_is_found_in_scope_only(cast: Cast) -> None:
    held = make(cast)
    assert queries.find_origin(reader_of(cast.dag), held.reference) is not None
    assert queries.find_origin(reader_of(cast.cecilia), held.reference) is None
    assert queries.find_origin(reader_of(cast.stranger), held.reference) is None
    assert queries.find_origin(reader_of(cast.dag), "AVV-1") is None


def test_those_who_may_be_chosen_as_responsible_hold_a_role_here(cast: Cast) -> None:
    names = [person.name for person in queries.list_owners(reader_of(cast.alice))]
    assert "Bo" in names
    assert "Stina" not in names
