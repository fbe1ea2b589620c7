"""Acting: when each cause has a measure or a reason for none; the investigation is then completed."""

from datetime import datetime
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import (
    ACTED,
    ASSESSED,
    acting,
    facts_of,
    following_up,
    fresh,
    investigating,
    judged,
    reported,
    with_cause,
)
from varvet.registers.deviations.tests.six_cases import SixCases


class TestAct(SixCases):
    event, trail, place, status = rules.Event.ACT, "acting", "atgarda", rules.Status.FOLLOWING_UP

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.act(deviation=deviation, version=version, by=by, now=now)


def test_the_investigation_is_completed_and_counted(cast: Cast) -> None:
    deviation = fresh(acting(cast))
    assert (deviation.status, deviation.investigated_on) == ("acting", ACTED.date())
    assert ("completed", ACTED.date(), 1, "delay", 5) in facts_of(deviation)


def test_a_cause_is_needed(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        actions.act(deviation=investigating(cast), version=3, by=cast.alice, now=ACTED)
    assert broken.value.code == "deviation.act.cause"


def test_each_cause_is_answered(cast: Cast) -> None:
    deviation = investigating(cast)
    with_cause(cast, deviation)
    with pytest.raises(RuleBroken) as broken:
        actions.act(deviation=deviation, version=4, by=cast.alice, now=ACTED)
    assert broken.value.code == "deviation.act.measure"


def test_a_record_that_follows_from_the_cause_answers_it(cast: Cast) -> None:
    deviation, measure = investigating(cast), reported(cast)
    cause = with_cause(cast, deviation)
    Link.objects.create(source=measure, target=deviation, kind=LinkKind.FOLLOWS, part=cause.part)
    actions.act(deviation=deviation, version=4, by=cast.alice, now=ACTED)
    assert fresh(deviation).status == "acting"


@pytest.mark.parametrize("part", ["", "cause-0"])
def test_a_record_that_follows_from_something_else_does_not(cast: Cast, part: str) -> None:
    deviation, measure = investigating(cast), reported(cast)
    with_cause(cast, deviation)
    Link.objects.create(source=measure, target=deviation, kind=LinkKind.FOLLOWS, part=part)
    with pytest.raises(RuleBroken):
        actions.act(deviation=deviation, version=4, by=cast.alice, now=ACTED)


def test_a_follow_up_that_showed_no_help_begins_anew(cast: Cast) -> None:
    deviation = judged(cast)
    actions.act(deviation=deviation, version=deviation.version, by=cast.alice, now=ACTED)
    again = fresh(deviation)
    assert (again.follow_up_due_on, again.followed_up_on, again.follow_up_result) == (None, None, "")
    assert "followed_up" not in [fact[0] for fact in facts_of(deviation)]
    assert again.investigated_on == fresh(following_up(cast)).investigated_on != ASSESSED.date()
