"""Following up: what is looked at and when, and whether it helped."""

from datetime import date, datetime
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import ACTED, acting, facts_of, following_up, fresh, judged, words_of
from varvet.registers.deviations.tests.six_cases import SixCases

PLAN = actions.Plan("Att inkorgen är tom varje kväll.", date(2026, 4, 1))


class TestFollowUp(SixCases):
    event, trail, place, status = rules.Event.FOLLOW_UP, "following_up", "planera-uppfoljning", rules.Status.ACTING

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.follow_up(deviation=deviation, content=PLAN, version=version, by=by, now=now)


class TestJudge(SixCases):
    event, trail, place, status = rules.Event.JUDGE, "followed_up", "folj-upp", rules.Status.FOLLOWING_UP

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        found = actions.Judgement(rules.Result.PARTLY, "Två kvällar av tio.")
        return actions.judge(deviation=deviation, content=found, version=version, by=by, now=now)


def test_it_is_planned(cast: Cast) -> None:
    deviation = fresh(following_up(cast))
    assert (deviation.status, deviation.follow_up_due_on) == ("following_up", PLAN.due_on)
    assert words_of(deviation)["plan"] == PLAN.plan
    assert "followed_up" not in [fact[0] for fact in facts_of(deviation)]


def test_its_result_is_counted(cast: Cast) -> None:
    deviation = fresh(judged(cast))
    assert (deviation.follow_up_result, deviation.followed_up_on) == ("helped", ACTED.date())
    assert ("followed_up", ACTED.date(), 1, "delay", 5) in facts_of(deviation)
    assert words_of(deviation)["followed"] == "Inkorgen har varit tom."


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (actions.Plan(" ", PLAN.due_on), "deviation.follow_up.plan"),
        (actions.Plan("Något.", date(2026, 3, 20)), "deviation.follow_up.past"),
    ],
)
def test_a_plan_that_cannot_be(cast: Cast, plan: actions.Plan, code: str) -> None:
    deviation = acting(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.follow_up(deviation=deviation, content=plan, version=deviation.version, by=cast.alice, now=ACTED)
    assert broken.value.code == code


def test_the_same_day_is_in_time(cast: Cast) -> None:
    deviation, plan = acting(cast), actions.Plan("Något.", ACTED.date())
    actions.follow_up(deviation=deviation, content=plan, version=deviation.version, by=cast.alice, now=ACTED)


def test_the_result_is_shown_by_something(cast: Cast) -> None:
    deviation, found = following_up(cast), actions.Judgement(rules.Result.NO, "")
    with pytest.raises(RuleBroken, match="visar"):
        actions.judge(deviation=deviation, content=found, version=deviation.version, by=cast.alice, now=ACTED)
