"""Joining: several reports, one case; each counts and is told, and the investigation is one."""

from datetime import datetime
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast, make_person
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import (
    ACTED,
    ASSESSED,
    assessed,
    assessment,
    closed,
    fresh,
    reported,
    with_cause,
    words_of,
)
from varvet.registers.deviations.tests.six_cases import HANDLE, SixCases


class TestJoin(SixCases):
    event, trail, place, status = rules.Event.JOIN, "joined", "lagg-ihop", rules.Status.ASSESSED

    def prepare(self, cast: Cast) -> Any:
        return assessed(cast)

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.join(deviation=deviation, lead=extra, version=version, by=by, now=now)


class TestLeave(SixCases):
    event, trail, place, status = rules.Event.LEAVE, "left", "ta-loss", rules.Status.ASSESSED
    sees_it = HANDLE  # another reported it

    def make(self, cast: Cast) -> Deviation:
        return joined(cast)[1]

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.leave(deviation=deviation, version=version, by=by, now=now)


def joined(cast: Cast) -> tuple[Deviation, Deviation]:
    """The case, and a report of another person's that is handled in it."""
    lead, other = assessed(cast), reported(cast, by=make_person("Disa", "employee", cast.a))
    actions.assess(deviation=other, assessment=assessment(cast), version=1, by=cast.alice, now=ASSESSED)
    actions.join(deviation=other, lead=lead, version=2, by=cast.alice, now=ASSESSED)
    return fresh(lead), fresh(other)


def counted(happening: str) -> int:
    return Fact.objects.filter(happening=happening).count()


def investigated(cast: Cast) -> tuple[Deviation, Deviation]:
    lead, other = joined(cast)
    actions.investigate(deviation=lead, version=3, by=cast.alice, now=ACTED)
    cause = with_cause(cast, lead)
    actions.excuse_cause(cause=cause, reason="Löst.", version=5, by=cast.alice, now=ACTED)
    return fresh(lead), fresh(other)


def test_the_report_goes_where_its_case_goes(cast: Cast) -> None:
    lead, other = investigated(cast)
    assert (other.status, other.joined_to) == ("investigating", lead)
    actions.act(deviation=lead, version=6, by=cast.alice, now=ACTED)
    assert fresh(other).status == "acting"


def test_the_reports_count_and_the_investigation_is_one(cast: Cast) -> None:
    lead, _ = investigated(cast)
    actions.close(deviation=lead, closing=actions.Closing("Så blev det."), version=6, by=cast.alice, now=ACTED)
    assert (counted("received"), counted("assessed"), counted("closed"), counted("told")) == (2, 2, 2, 2)
    assert (counted("opened"), counted("completed"), counted("cause")) == (1, 1, 1)


def test_each_reporter_is_told(cast: Cast) -> None:
    lead, other = investigated(cast)
    actions.close(deviation=lead, closing=actions.Closing("Så blev det."), version=6, by=cast.alice, now=ACTED)
    assert words_of(lead)["feedback"] == words_of(other)["feedback"] == "Så blev det."
    assert fresh(other).is_closed


def test_a_case_opens_again_with_its_reports(cast: Cast) -> None:
    lead, other = investigated(cast)
    actions.close(deviation=lead, closing=actions.Closing("Så blev det."), version=6, by=cast.alice, now=ACTED)
    actions.reopen(deviation=lead, reason="Igen.", version=7, by=cast.alice, now=ACTED)
    assert (fresh(lead).status, fresh(other).status) == ("reopened", "reopened")
    actions.assess(deviation=lead, assessment=assessment(cast), version=8, by=cast.alice, now=ACTED)
    assert fresh(other).status == "assessed"
    assert (counted("closed"), counted("told"), counted("reopened")) == (0, 0, 2)


def test_a_closed_report_opened_alone_leaves_its_case(cast: Cast) -> None:
    lead, other = investigated(cast)
    actions.close(deviation=lead, closing=actions.Closing("Så blev det."), version=6, by=cast.alice, now=ACTED)
    version = fresh(other).version
    actions.reopen(deviation=other, reason="Inte samma.", version=version, by=cast.alice, now=ACTED)
    assert (fresh(other).joined_to, fresh(other).status, fresh(lead).status) == (None, "reopened", "closed")


def test_it_is_not_moved_by_itself(cast: Cast) -> None:
    _, other = joined(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.investigate(deviation=other, version=other.version, by=cast.alice, now=ACTED)
    assert broken.value.code == "deviation.joined"


def test_taken_loose_it_can_be_investigated_alone(cast: Cast) -> None:
    _, other = investigated(cast)
    actions.leave(deviation=other, version=other.version, by=cast.alice, now=ACTED)
    loose = fresh(other)
    assert (loose.status, loose.joined_to) == ("assessed", None)
    actions.investigate(deviation=loose, version=loose.version, by=cast.alice, now=ACTED)
    assert counted("opened") == 2


def test_what_stands_alone_cannot_be_taken_loose(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        actions.leave(deviation=assessed(cast), version=2, by=cast.alice, now=ACTED)
    assert broken.value.code == "deviation.leave.alone"


def test_no_chains(cast: Cast) -> None:
    lead, other = joined(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.join(deviation=assessed(cast), lead=other, version=2, by=cast.alice, now=ACTED)
    assert broken.value.code == "deviation.join.chain"
    with pytest.raises(RuleBroken) as broken:
        actions.join(deviation=lead, lead=assessed(cast), version=lead.version, by=cast.alice, now=ACTED)
    assert broken.value.code == "deviation.others_hang_on"


@pytest.mark.parametrize("make", [reported, closed])
def test_the_case_is_under_way(cast: Cast, make: Any) -> None:
    with pytest.raises(RuleBroken) as broken:
        actions.join(deviation=assessed(cast), lead=make(cast), version=2, by=cast.alice, now=ACTED)
    assert broken.value.code == "deviation.join.state"
