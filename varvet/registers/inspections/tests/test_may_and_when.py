"""Of every action: who may, in which states, and that two at once do not both win."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, Cast, make_person
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.inspections import actions
from varvet.registers.inspections.models import Inspection, Narrative
from varvet.registers.inspections.rules import MOVES, Event, Status, suits
from varvet.registers.inspections.tests.acts import ACTS
from varvet.registers.inspections.tests.factories import (
    answering,
    facts_of,
    fresh,
    in_state,
    last_event,
    received,
    settled,
    words_of,
)

OTHERS = ["bo", "cecilia", "dag", "hugo", "gun", "stranger"]


def ready_for(cast: Cast, event: Event) -> Inspection:
    """An inspection to which the event may happen; Alice is responsible for it."""
    if event in {Event.CLOSE, Event.FOLLOW}:
        return fresh(settled(cast))
    if event is Event.SEND:
        return fresh(answering(cast))
    return fresh(in_state(cast, next(status for status in Status if MOVES.may(event, status))))


def test_every_event_has_an_action() -> None:
    assert set(ACTS) == set(Event)


@pytest.mark.parametrize("event", Event)
def test_those_who_handle_may_and_nobody_else(cast: Cast, event: Event) -> None:
    inspection = ready_for(cast, event)
    before = facts_of(inspection), words_of(inspection)
    for user in [getattr(cast, name) for name in OTHERS]:
        with pytest.raises(NotAllowed):
            ACTS[event](cast, inspection, user)
    assert (fresh(inspection).version, (facts_of(inspection), words_of(inspection))) == (inspection.version, before)
    ACTS[event](cast, inspection, cast.eva)
    assert last_event(inspection)[1:] == (inspection.version + 1, cast.eva.pk)


def test_whoever_is_responsible_may_until_they_leave(cast: Cast) -> None:
    made = received(cast)
    made = actions.assign(inspection=made, responsible=cast.bo, version=made.version, by=cast.alice, now=NOW)
    ACTS[Event.ANSWER](cast, made, cast.bo)
    Assignment.objects.filter(user=cast.bo).update(unit=cast.b, first_day=LONG_AGO)
    with pytest.raises(NotAllowed):
        ACTS[Event.NOTE](cast, fresh(made), cast.bo)


def test_the_registrar_reads_and_writes_in_and_handles_only_the_own(cast: Cast) -> None:
    registrar = make_person("Rut", "registrar", cast.root)
    own, other = received(cast, who=registrar), received(cast)
    ACTS[Event.DESCRIBE](cast, own, registrar)
    with pytest.raises(NotAllowed):
        ACTS[Event.DESCRIBE](cast, other, registrar)


@pytest.mark.parametrize("status", Status)
def test_in_other_states_it_cannot_be_done(cast: Cast, status: Status) -> None:
    inspection = fresh(in_state(cast, status))
    refused = [event for event in Event if not suits(event, inspection.sort, status)]
    for event in refused:
        with pytest.raises(RuleBroken) as broken:
            ACTS[event](cast, inspection, cast.alice)
        assert broken.value.code in {f"inspection.{event}.state", f"inspection.{event}.sort"}
    assert refused
    assert fresh(inspection).version == inspection.version


@pytest.mark.parametrize("event", Event)
def test_the_second_of_two_at_once_is_told(cast: Cast, event: Event) -> None:
    inspection = ready_for(cast, event)
    ACTS[event](cast, inspection, cast.eva)
    before = (Fact.objects.count(), Narrative.objects.count())
    with pytest.raises(StaleVersion):
        ACTS[event](cast, inspection, cast.eva)
    assert (Fact.objects.count(), Narrative.objects.count()) == before
