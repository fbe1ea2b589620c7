"""Reopening: a closed one is taken up again with a reason, and its closing no longer counts."""

from datetime import date

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import (
    REOPENED,
    closed,
    events_of,
    facts_of,
    in_state,
    reopened,
    words_of,
)

DONE = [rules.Status.CLOSED, rules.Status.NOT_DEVIATION, rules.Status.DUPLICATE]


def test_it_is_open_again_with_its_reason(cast: Cast) -> None:
    deviation = Deviation.objects.get(pk=reopened(cast).pk)
    assert (deviation.status, deviation.closed_at, deviation.closed_on) == ("reopened", None, None)
    assert deviation.reopened_on == date(2026, 4, 5)
    assert words_of(deviation)["reason"] == "Det hände igen."


def test_its_closing_is_no_longer_counted(cast: Cast) -> None:
    deviation = reopened(cast)
    happenings = [fact[0] for fact in facts_of(deviation)]
    assert happenings == ["received", "mention", "mention", "assessed", "reopened"]


def test_it_is_told_in_the_trail(cast: Cast) -> None:
    assert events_of(reopened(cast))[-1] == ("reopened", 4, cast.alice.pk)


@pytest.mark.parametrize("name", ["bo", "cecilia", "dag", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    deviation = closed(cast)
    with pytest.raises(NotAllowed):
        actions.reopen(deviation=deviation, reason="För att.", version=3, by=getattr(cast, name), now=REOPENED)
    assert len(events_of(deviation)) == 3


@pytest.mark.parametrize("status", DONE)
def test_what_is_done_can_be_reopened(cast: Cast, status: rules.Status) -> None:
    deviation = in_state(cast, status)
    version = deviation.version
    actions.reopen(deviation=deviation, reason="Det hände igen.", version=version, by=cast.eva, now=REOPENED)
    assert Deviation.objects.get(pk=deviation.pk).status == "reopened"


@pytest.mark.parametrize("status", [s for s in rules.Status if s not in DONE])
def test_nothing_else_can(cast: Cast, status: rules.Status) -> None:
    deviation = in_state(cast, status)
    version = deviation.version
    with pytest.raises(RuleBroken) as broken:
        actions.reopen(deviation=deviation, reason="Det hände igen.", version=version, by=cast.alice, now=REOPENED)
    assert broken.value.code == "deviation.reopen.state"


@pytest.mark.parametrize("reason", ["", " \n "])
def test_a_reason_is_needed(cast: Cast, reason: str) -> None:
    deviation = closed(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.reopen(deviation=deviation, reason=reason, version=3, by=cast.alice, now=REOPENED)
    assert (broken.value.code, broken.value.field) == ("deviation.reopen.reason", "reason")
    assert Deviation.objects.get(pk=deviation.pk).status == "closed"


def test_a_stale_version_writes_nothing(cast: Cast) -> None:
    deviation = closed(cast)
    with pytest.raises(StaleVersion):
        actions.reopen(deviation=deviation, reason="För att.", version=2, by=cast.alice, now=REOPENED)
    assert len(events_of(deviation)) == 3
