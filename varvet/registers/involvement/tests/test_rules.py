"""The rules: states, what concluding needs, and every sort with a usual way of taking part."""

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.involvement.rules import (
    MOVES,
    SORT_LABELS,
    USUAL_METHOD,
    Event,
    Progress,
    Sort,
    Status,
    before_concluding,
    check_concluding,
    is_few,
    may,
)

P, H, C, X = Status.PLANNED, Status.HELD, Status.CONCLUDED, Status.CANCELLED
ALLOWED = {
    Event.DESCRIBE: {P, H},
    Event.HOLD: {P},
    Event.WRITE: {H},
    Event.DECIDE: {H},
    Event.TELL: {H},
    Event.CONCLUDE: {H},
    Event.CANCEL: {P},
    Event.REOPEN: {C},
    Event.ASSIGN: {P, H},
    Event.NOTE: {P, H},
}


@pytest.mark.parametrize("event", Event)
def test_what_may_happen_when(event: Event) -> None:
    assert {status for status in Status if may(event, status)} == ALLOWED[event]


def test_what_has_ended_for_good_leads_nowhere() -> None:
    assert not [event for event in Event if MOVES.may(event, X)]


@pytest.mark.parametrize(
    ("progress", "place"),
    [
        (Progress(counted=False, heard=True, decided=True, told=True), Event.WRITE),
        (Progress(counted=True, heard=False, decided=True, told=True), Event.WRITE),
        (Progress(counted=True, heard=True, decided=False, told=True), Event.DECIDE),
        (Progress(counted=True, heard=True, decided=True, told=False), Event.TELL),
    ],
)
def test_each_thing_missing_stops_it(progress: Progress, place: Event) -> None:
    with pytest.raises(RuleBroken) as broken:
        check_concluding(before_concluding(progress))
    assert broken.value.field == place


def test_with_all_of_it_nothing_stops_it() -> None:
    items = before_concluding(Progress(counted=True, heard=True, decided=True, told=True))
    check_concluding(items)
    assert len(items) == 4


def test_every_sort_has_a_name_and_a_usual_way() -> None:
    assert set(SORT_LABELS) == set(USUAL_METHOD) == set(Sort)


@pytest.mark.parametrize(("number", "few"), [(0, False), (1, True), (4, True), (5, False)])
def test_few_are_one_to_four(number: int, *, few: bool) -> None:
    assert is_few(number) is few
