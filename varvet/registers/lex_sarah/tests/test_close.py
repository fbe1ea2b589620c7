"""Following up and closing: never what is serious and unreported."""

from collections.abc import Callable

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    happenings,
    make_completed,
    make_decided,
    make_told,
)

LAST_STEPS = [actions.follow_up, actions.close]
Made = Callable[[Stage], LexSarah]


@pytest.mark.parametrize("made", [make_decided, make_told])
def test_a_case_is_followed_up_and_closed(stage: Stage, made: Made) -> None:
    case = made(stage)
    case = actions.follow_up(case=case, version=case.version, by=stage.cast.dag, now=LATER)
    assert case.status == rules.Status.FOLLOWING_UP
    case = actions.close(case=case, version=case.version, by=stage.cast.dag, now=LATER)
    assert (case.status, case.closed_at, case.closed_on) == (rules.Status.CLOSED, LATER, day_of(LATER))
    assert events(case)[-2:] == ["following_up", "closed"]
    assert happenings(case)[-1] == ("closed", day_of(LATER))


@pytest.mark.parametrize("made", [make_decided, make_told])
def test_it_may_be_closed_at_once(stage: Stage, made: Made) -> None:
    case = made(stage)
    case = actions.close(case=case, version=case.version, by=stage.cast.eva, now=LATER)
    assert case.status == rules.Status.CLOSED


@pytest.mark.parametrize("step", LAST_STEPS)
@pytest.mark.parametrize("outcome", [rules.Outcome.SERIOUS, rules.Outcome.SERIOUS_RISK])
def test_what_is_serious_is_reported_first(stage: Stage, step: Callable[..., LexSarah], outcome: rules.Outcome) -> None:
    case = make_decided(stage, outcome)
    with pytest.raises(RuleBroken, match="först anmälas till IVO"):
        step(case=case, version=case.version, by=stage.cast.dag, now=LATER)
    assert events(case)[-1] == "decided"


@pytest.mark.parametrize("step", LAST_STEPS)
def test_what_is_not_decided_is_neither_followed_up_nor_closed(stage: Stage, step: Callable[..., LexSarah]) -> None:
    case = make_completed(stage)
    with pytest.raises(RuleBroken, match="utredd"):
        step(case=case, version=case.version, by=stage.cast.dag, now=LATER)


@pytest.mark.parametrize("step", LAST_STEPS)
@pytest.mark.parametrize("who", ["stranger", "alice", "bo"])
def test_only_those_who_investigate_end_a_case(stage: Stage, step: Callable[..., LexSarah], who: str) -> None:
    case = make_decided(stage)
    with pytest.raises(NotAllowed):
        step(case=case, version=case.version, by=getattr(stage.cast, who), now=LATER)
