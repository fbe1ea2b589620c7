"""Following up: planned for a day, judged, and planned again."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import reader_of
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import FollowUp
from varvet.registers.lex_sarah.tests.ending import ENDED, fresh, judged, planned
from varvet.registers.lex_sarah.tests.factories import LATER, Stage, events, make_completed, make_decided, make_told


@pytest.mark.parametrize("make", [make_decided, make_told])
def test_it_is_planned_and_judged(stage: Stage, make: object) -> None:
    case = planned(stage, make(stage))  # type: ignore[operator]  # either of two
    assert case.status == rules.Status.FOLLOWING_UP
    case = judged(stage, case)
    found = FollowUp.objects.get(case=case)
    assert (found.result, found.words, found.judged_at, found.due_on) == (
        "helped",
        "Inget nytt har hänt.",
        ENDED,
        day_of(ENDED),
    )
    assert events(case)[-2:] == ["following_up", "followed_up"]
    counted = Fact.objects.get(record_id=case.pk, happening="followed_up")
    assert (counted.outcome, counted.day) == ("helped", day_of(ENDED))


def test_one_at_a_time_and_as_many_as_it_takes(stage: Stage) -> None:
    case = planned(stage, make_decided(stage))
    with pytest.raises(RuleBroken, match="redan planerad"):
        planned(stage, case)
    case = judged(stage, case)
    with pytest.raises(RuleBroken, match="Ingen uppföljning"):
        judged(stage, case)
    planned(stage, case)
    assert len(queries.read_follow_ups(reader_of(stage.cast.dag), fresh(case))) == 2
    assert queries.read_follow_ups(reader_of(stage.cast.bo), fresh(case)) == []


@pytest.mark.parametrize("outcome", [rules.Outcome.SERIOUS, rules.Outcome.SERIOUS_RISK])
def test_what_is_serious_is_reported_first(stage: Stage, outcome: rules.Outcome) -> None:
    case = make_decided(stage, outcome)
    with pytest.raises(RuleBroken, match="först anmälas till IVO"):
        planned(stage, case)
    assert events(case)[-1] == "decided"


def test_a_plan_lies_ahead_and_a_judgement_shows_something(stage: Stage) -> None:
    case = make_decided(stage)
    with pytest.raises(RuleBroken, match="redan varit"):
        planned(stage, case, due_on=day_of(LATER) - timedelta(days=1))
    case, empty = planned(stage, case), actions.Judgement(rules.Result.NO, " ")
    with pytest.raises(RuleBroken, match="visar det"):
        actions.judge(case=case, content=empty, version=case.version, by=stage.cast.dag, now=ENDED)


def test_what_is_not_decided_is_not_followed_up(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="följa upp"):
        planned(stage, make_completed(stage))
    with pytest.raises(RuleBroken, match="bedöma resultatet"):
        judged(stage, make_decided(stage))


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "hugo"])
def test_only_those_who_investigate_follow_up(stage: Stage, who: str) -> None:
    case, by = make_decided(stage), getattr(stage.cast, who)
    plan, found = actions.Plan("Se efter", day_of(ENDED)), actions.Judgement(rules.Result.NO, "Nej.")
    with pytest.raises(NotAllowed):
        actions.follow_up(case=case, content=plan, version=case.version, by=by, now=LATER)
    case = planned(stage, case)
    with pytest.raises(NotAllowed):
        actions.judge(case=case, content=found, version=case.version, by=by, now=ENDED)
