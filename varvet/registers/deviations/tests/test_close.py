"""Closing: when it is assessed and the reporter has been told."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation, Mention
from varvet.registers.deviations.tests.factories import (
    CLOSED,
    assessed,
    closed,
    events_of,
    facts_of,
    fresh,
    in_state,
    investigating,
    judged,
    reported,
    with_cause,
    words_of,
)

ENDING = actions.Closing("Så blev det.", "Så gör vi nu.")
ACTIVE = [rules.Status.ASSESSED, rules.Status.INVESTIGATING, rules.Status.ACTING, rules.Status.FOLLOWING_UP]
BEGUN = {
    rules.Status.INVESTIGATING: "orsak till det som hände",
    rules.Status.ACTING: "uppföljning av åtgärderna",
    rules.Status.FOLLOWING_UP: "uppföljning av åtgärderna",
}


def test_it_is_closed_and_the_reporter_told(cast: Cast) -> None:
    deviation = Deviation.objects.get(pk=closed(cast).pk)
    assert (deviation.status, deviation.closed_at, deviation.closed_on) == ("closed", CLOSED, date(2026, 3, 26))
    assert deviation.is_closed
    assert words_of(deviation)["feedback"] == "Vi har ändrat rutinen."
    assert words_of(deviation)["lesson"] == "Räkna stolarna."


def test_it_is_counted_on_its_day_with_the_days_it_took(cast: Cast) -> None:
    assert facts_of(closed(cast))[-2:] == [
        ("told", date(2026, 3, 26), 1, "delay", 10),
        ("closed", date(2026, 3, 26), 1, "delay", 10),
    ]


def test_it_is_told_in_the_trail(cast: Cast) -> None:
    assert events_of(closed(cast))[-1] == ("closed", 3, cast.alice.pk)


@pytest.mark.parametrize("name", ["alice", "eva"])
def test_those_who_handle_may(cast: Cast, name: str) -> None:
    deviation = assessed(cast)
    actions.close(deviation=deviation, closing=ENDING, version=2, by=getattr(cast, name), now=CLOSED)
    assert len(events_of(deviation)) == 3


@pytest.mark.parametrize("name", ["bo", "cecilia", "dag", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    deviation = assessed(cast)
    with pytest.raises(NotAllowed):
        actions.close(deviation=deviation, closing=ENDING, version=2, by=getattr(cast, name), now=CLOSED)
    assert len(events_of(deviation)) == 2


def test_what_is_followed_up_can_be_closed(cast: Cast) -> None:
    deviation = judged(cast)
    actions.close(deviation=deviation, closing=ENDING, version=deviation.version, by=cast.alice, now=CLOSED)
    assert fresh(deviation).status == "closed"


def test_an_investigation_whose_causes_are_answered_can_be_closed_and_is_completed(cast: Cast) -> None:
    deviation = investigating(cast)
    cause = with_cause(cast, deviation)
    actions.excuse_cause(cause=cause, reason="Redan löst.", version=4, by=cast.alice, now=CLOSED)
    actions.close(deviation=deviation, closing=ENDING, version=5, by=cast.alice, now=CLOSED)
    assert fresh(deviation).investigated_on == CLOSED.date()


@pytest.mark.parametrize("status", BEGUN)
def test_what_is_begun_must_be_finished(cast: Cast, status: rules.Status) -> None:
    deviation = in_state(cast, status)
    with pytest.raises(RuleBroken, match=BEGUN[status]):
        actions.close(deviation=deviation, closing=ENDING, version=deviation.version, by=cast.alice, now=CLOSED)
    assert fresh(deviation).status == status


@pytest.mark.parametrize("status", [s for s in rules.Status if s not in ACTIVE])
def test_nothing_else_can(cast: Cast, status: rules.Status) -> None:
    deviation = in_state(cast, status)
    with pytest.raises(RuleBroken) as broken:
        actions.close(deviation=deviation, closing=ENDING, version=deviation.version, by=cast.alice, now=CLOSED)
    assert broken.value.code == "deviation.close.state"
    assert fresh(deviation).status == status


def test_the_reporter_must_be_told(cast: Cast) -> None:
    deviation = assessed(cast)
    with pytest.raises(RuleBroken, match="återkoppling"):
        actions.close(deviation=deviation, closing=actions.Closing("  "), version=2, by=cast.alice, now=CLOSED)
    assert "feedback" not in words_of(deviation)


def test_it_must_have_a_type(cast: Cast) -> None:
    deviation = in_state(cast, rules.Status.ASSESSED)
    Mention.objects.all().delete()
    with pytest.raises(RuleBroken, match="typ av avvikelse"), transaction.atomic():
        actions.close(deviation=deviation, closing=ENDING, version=2, by=cast.alice, now=CLOSED)
    Mention.objects.create(deviation=deviation, category=cast.type_called("delay"), primary=True)
    Mention.objects.create(deviation=deviation, category=cast.type_called("treatment"))


def test_a_stale_version_writes_nothing(cast: Cast) -> None:
    deviation = assessed(cast)
    with pytest.raises(StaleVersion):
        actions.close(deviation=deviation, closing=ENDING, version=1, by=cast.alice, now=CLOSED)
    assert "feedback" not in words_of(deviation)


def test_the_table_refuses_a_closing_that_was_never_assessed(cast: Cast) -> None:
    deviation = reported(cast)
    deviation.closed_on = CLOSED.date()
    with pytest.raises(IntegrityError), transaction.atomic():
        deviation.save()
