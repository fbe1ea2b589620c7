"""Duplicates: one event told twice is one event, and two reports."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast, make_person, reader_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import (
    ACTED,
    assessed,
    dismissed,
    duplicate,
    fresh,
    reported,
    tally_content,
    words_of,
)
from varvet.registers.deviations.tests.six_cases import SixCases


class TestDuplicate(SixCases):
    event, trail, place, status = rules.Event.DUPLICATE, "duplicate", "dubblett", rules.Status.RECEIVED

    def prepare(self, cast: Cast) -> Any:
        return reported(cast)

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.mark_duplicate(deviation=deviation, original=extra, version=version, by=by, now=now)


def mark(cast: Cast, deviation: Deviation, original: Deviation) -> Deviation:
    version = fresh(deviation).version
    return actions.mark_duplicate(deviation=deviation, original=original, version=version, by=cast.eva, now=ACTED)


def counted(happening: str) -> int:
    return Fact.objects.filter(happening=happening).count()


def test_the_event_counts_once_and_the_reports_both(cast: Cast) -> None:
    duplicate(cast)
    assert (counted("received"), counted("reported"), counted("duplicate")) == (1, 2, 1)


def test_opened_again_it_stands_for_itself(cast: Cast) -> None:
    deviation = duplicate(cast)
    actions.reopen(deviation=deviation, reason="En annan dag.", version=2, by=cast.alice, now=ACTED)
    assert fresh(deviation).duplicate_of is None
    assert (counted("received"), counted("duplicate")) == (2, 0)


def test_its_reporter_reads_how_it_went(cast: Cast) -> None:
    original, deviation = assessed(cast), reported(cast, by=make_person("Disa", "employee", cast.a))
    mark(cast, deviation, original)
    actions.close(deviation=original, closing=actions.Closing("Vi har bytt lås."), version=2, by=cast.eva, now=ACTED)
    assert words_of(deviation)["feedback"] == "Vi har bytt lås."
    assert fresh(deviation).status == "duplicate"


@pytest.mark.parametrize("make", [dismissed, duplicate])
def test_the_original_must_count(cast: Cast, make: Any) -> None:
    with pytest.raises(RuleBroken) as broken:
        mark(cast, reported(cast), make(cast))
    assert broken.value.code == "deviation.duplicate.target"


def test_not_while_others_hang_on_it(cast: Cast) -> None:
    original = duplicate(cast).duplicate_of
    assert original is not None
    with pytest.raises(RuleBroken, match="Andra rapporter"):
        mark(cast, original, reported(cast))


def test_a_tally_is_no_duplicate(cast: Cast) -> None:
    record = actions.tally(content=tally_content(cast), key="t" * 32, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken, match="Samlade"):
        mark(cast, reported(cast), Deviation.objects.get(pk=record.pk))


def test_both_units_are_asked(cast: Cast) -> None:
    theirs = reported(cast, unit=cast.b, by=cast.cecilia)
    reader = reader_of(cast.alice)
    assert queries.find_original(reader, reported(cast), theirs.reference) is None
    assert queries.find_original(reader_of(cast.eva), reported(cast), theirs.reference) == theirs


SAID = "En orosanmälan låg obedömd i gemensam inkorg under tre veckor."


@pytest.mark.parametrize(
    ("what", "days", "likely"),
    [
        pytest.param(
            "Orosanmälan hade legat obedömd i inkorgen i flera veckor.", 1, True, id="the-same-told-otherwise"
        ),
        pytest.param(SAID, 6, True, id="within-a-week"),
        pytest.param(SAID, 20, False, id="another-month"),
        pytest.param("Larmet i trappan fungerade inte på kvällen.", 0, False, id="something-else"),
        pytest.param("Nej.", 0, False, id="too-little-to-tell"),
    ],
)
def test_what_is_like_it_is_suggested(cast: Cast, what: str, days: int, likely: bool) -> None:  # noqa: FBT001 - a table
    deviation = reported(cast, what=SAID)
    other = reported(cast, what=what, now=NOW + timedelta(days=days))
    found = [alike.deviation for alike in queries.list_alike(reader_of(cast.alice), deviation)]
    assert (other in found) is likely


def test_nothing_is_suggested_from_elsewhere(cast: Cast) -> None:
    deviation = reported(cast, what=SAID)
    reported(cast, what=SAID, unit=cast.b, by=cast.cecilia)
    mark(cast, reported(cast, what=SAID), deviation)
    assert queries.list_alike(reader_of(cast.eva), deviation) == []
