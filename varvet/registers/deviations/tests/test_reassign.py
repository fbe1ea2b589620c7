"""A deviation gets another handler when somebody leaves: who moves a person's work need not handle it themselves."""

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation, Narrative, Part
from varvet.registers.deviations.tests.factories import ACTED, assessed, closed, events_of, fresh

WHY = "Dag har slutat."


def of_dag(cast: Cast) -> Deviation:
    deviation = assessed(cast)
    return actions.assign(deviation=deviation, handler=cast.dag, version=deviation.version, by=cast.alice, now=ACTED)


@pytest.mark.parametrize("by", ["eva", "alice", "hugo"])
def test_the_new_one_has_it_and_is_told(cast: Cast, by: str) -> None:
    deviation, mover = of_dag(cast), getattr(cast, by)
    actions.reassign(deviation, cast.eva, WHY, mover, ACTED)
    assert fresh(deviation).handler == cast.eva
    assert events_of(deviation)[-1] == ("reassigned", deviation.version + 1, mover.pk)
    assert Narrative.objects.get(deviation=deviation, part=Part.NOTE).text == WHY
    told = Notification.objects.filter(record_id=deviation.pk, event="assigned", receiver=cast.eva).exists()
    assert told is (by != "eva")


@pytest.mark.parametrize("name", ["bo", "cecilia", "gun", "hugo", "stranger"])
def test_only_somebody_who_handles_there(cast: Cast, name: str) -> None:
    deviation = of_dag(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.reassign(deviation, getattr(cast, name), WHY, cast.alice, ACTED)
    assert broken.value.code == "deviation.handler.role"
    assert fresh(deviation).handler == cast.dag


def test_nobody_who_has_left_gets_it(cast: Cast) -> None:
    deviation = of_dag(cast)
    User.objects.filter(pk=cast.eva.pk).update(is_active=False)
    with pytest.raises(RuleBroken):
        actions.reassign(deviation, User.objects.get(pk=cast.eva.pk), WHY, cast.alice, ACTED)


def test_what_is_closed_or_has_changed_is_left(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        actions.reassign(closed(cast), cast.eva, WHY, cast.alice, ACTED)
    before = of_dag(cast)
    actions.reassign(fresh(before), cast.alice, WHY, cast.alice, ACTED)
    with pytest.raises(StaleVersion):
        actions.reassign(before, cast.eva, WHY, cast.alice, ACTED)
