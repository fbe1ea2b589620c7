"""Of every action: who may, in which states, and that two at once do not both win."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment
from varvet.kernel.access.tests.cast import LONG_AGO, Cast, make_person
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.involvement.models import Activity, Narrative
from varvet.registers.involvement.rules import MOVES, Event, Status
from varvet.registers.involvement.tests.acts import ACTS
from varvet.registers.involvement.tests.factories import (
    facts_of,
    fresh,
    in_state,
    last_event,
    planned,
    told,
    words_of,
)

OTHERS = ["cecilia", "dag", "hugo", "gun", "stranger"]


def ready_for(cast: Cast, event: Event) -> Activity:
    """An activity to which the event may happen; Bo is responsible for it."""
    if event is Event.CONCLUDE:
        return fresh(told(cast))
    return in_state(cast, next(status for status in Status if MOVES.may(event, status)))


def test_every_event_has_an_action() -> None:
    assert set(ACTS) == set(Event)


@pytest.mark.parametrize("event", Event)
def test_those_who_handle_may_and_nobody_else(cast: Cast, event: Event) -> None:
    activity = ready_for(cast, event)
    before = facts_of(activity), words_of(activity)
    colleague = make_person("Berit", "employee", cast.a)
    for user in [colleague, *(getattr(cast, name) for name in OTHERS)]:
        with pytest.raises(NotAllowed):
            ACTS[event](cast, activity, user)
    assert (fresh(activity).version, (facts_of(activity), words_of(activity))) == (activity.version, before)
    ACTS[event](cast, activity, cast.alice)
    assert last_event(activity)[1:] == (activity.version + 1, cast.alice.pk)


@pytest.mark.parametrize("event", Event)
def test_whoever_is_responsible_may(cast: Cast, event: Event) -> None:
    activity = ready_for(cast, event)
    ACTS[event](cast, activity, cast.bo)
    assert last_event(activity)[1:] == (activity.version + 1, cast.bo.pk)


def test_whoever_has_left_the_unit_may_no_longer(cast: Cast) -> None:
    activity = planned(cast)
    Assignment.objects.filter(user=cast.bo).update(unit=cast.b, first_day=LONG_AGO)
    with pytest.raises(NotAllowed):
        ACTS[Event.NOTE](cast, activity, cast.bo)


@pytest.mark.parametrize("status", Status)
def test_in_other_states_it_cannot_be_done(cast: Cast, status: Status) -> None:
    activity = in_state(cast, status)
    for event in [event for event in Event if not MOVES.may(event, status)]:
        with pytest.raises(RuleBroken) as broken:
            ACTS[event](cast, activity, cast.alice)
        assert broken.value.code == f"activity.{event}.state"
    assert fresh(activity).version == activity.version


@pytest.mark.parametrize("event", Event)
def test_the_second_of_two_at_once_is_told(cast: Cast, event: Event) -> None:
    activity = ready_for(cast, event)
    ACTS[event](cast, activity, cast.alice)
    before = (Fact.objects.count(), Narrative.objects.count())
    with pytest.raises(StaleVersion):
        ACTS[event](cast, activity, cast.eva)
    assert (Fact.objects.count(), Narrative.objects.count()) == before
