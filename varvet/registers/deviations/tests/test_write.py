"""Writing: notes stay inside, word to the reporter goes out, and "så blev det" counts as having told."""

from datetime import datetime
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation, Part
from varvet.registers.deviations.tests.factories import ACTED, CLOSED, assessed, facts_of, fresh, reported
from varvet.registers.deviations.tests.six_cases import SixCases

SAID = "Vi väntar på svar från regionen."


class TestWrite(SixCases):
    event, trail, place, status = rules.Event.WRITE, "noted", "skriv", rules.Status.RECEIVED

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.write(deviation=deviation, said=(Part.NOTE, SAID), version=version, by=by, now=now)


def written(cast: Cast, part: Part, deviation: Deviation) -> Deviation:
    version = deviation.version
    return actions.write(deviation=deviation, said=(part, SAID), version=version, by=cast.alice, now=ACTED)


@pytest.mark.parametrize(
    ("part", "read", "told"),
    [(Part.NOTE, False, []), (Part.MESSAGE, True, ["answered"]), (Part.FEEDBACK, True, ["answered"])],
)
def test_who_reads(cast: Cast, part: Part, read: bool, told: list[str]) -> None:  # noqa: FBT001 - a truth table
    deviation = written(cast, part, assessed(cast))
    address = f"/avvikelser/{deviation.reference}/"
    assert SAID in text_of(as_(cast.alice).get(address))
    assert (SAID in text_of(as_(cast.bo).get(address))) is read
    rows = Notification.objects.filter(receiver=cast.bo, record_id=deviation.pk).exclude(event="assessed")
    assert list(rows.values_list("event", flat=True)) == told


def test_so_it_went_is_counted_and_closes_without_more_words(cast: Cast) -> None:
    deviation = written(cast, Part.FEEDBACK, assessed(cast))
    assert ("told", ACTED.date(), 1, "delay", 5) in facts_of(deviation)
    actions.close(deviation=deviation, closing=actions.Closing(), version=3, by=cast.alice, now=CLOSED)
    assert fresh(deviation).told_on == ACTED.date()


def test_a_message_on_the_way_is_not_having_told(cast: Cast) -> None:
    deviation = written(cast, Part.MESSAGE, assessed(cast))
    with pytest.raises(RuleBroken, match="återkoppling"):
        actions.close(deviation=deviation, closing=actions.Closing(), version=3, by=cast.alice, now=CLOSED)


def test_how_it_went_is_known_after_the_assessment(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        written(cast, Part.FEEDBACK, reported(cast))
    assert broken.value.code == "deviation.told.early"


def test_nothing_is_not_written(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="Skriv"):
        actions.write(deviation=reported(cast), said=(Part.NOTE, " "), version=1, by=cast.alice, now=ACTED)
