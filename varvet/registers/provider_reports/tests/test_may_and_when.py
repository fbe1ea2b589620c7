"""Of every action: who may, in which states, and that two at once do not both win."""

from collections.abc import Callable

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.provider_reports.models import Narrative, ProviderReport
from varvet.registers.provider_reports.rules import MOVES, Event, Status, Subject
from varvet.registers.provider_reports.tests.acts import ACTS
from varvet.registers.provider_reports.tests.factories import (
    another,
    closed,
    events_of,
    excluded,
    facts_of,
    following_up,
    fresh,
    in_state,
    registered,
    told,
    words_of,
)

MAKES = {Event.CLOSE: told, Event.ANSWER: following_up, Event.FINISH: following_up}
OTHERS = ["alice", "bo", "cecilia", "hugo", "gun", "stranger"]


def ready_for(cast: Cast, event: Event) -> ProviderReport:
    """A report to which the event may happen."""
    if event in MAKES:
        report = MAKES[event](cast)
        if event is Event.ANSWER:
            report.follow_ups.all().delete()
            another(cast, report, Subject.CONTRACT)
        return fresh(report)
    return in_state(cast, next(status for status in Status if MOVES.may(event, status)))


def test_every_event_has_an_action() -> None:
    assert set(ACTS) == set(Event)


@pytest.mark.parametrize("event", Event)
def test_those_who_handle_may_and_nobody_else(cast: Cast, event: Event) -> None:
    report = ready_for(cast, event)
    before = facts_of(report), words_of(report)
    for name in OTHERS:
        with pytest.raises(NotAllowed):
            ACTS[event](cast, report, getattr(cast, name))
    assert (fresh(report).version, (facts_of(report), words_of(report))) == (report.version, before)
    ACTS[event](cast, report, cast.eva)
    assert fresh(report).version == report.version + 1
    assert events_of(report)[-1][1:] == (report.version + 1, cast.eva.pk)


@pytest.mark.parametrize("status", Status)
def test_in_other_states_it_cannot_be_done(cast: Cast, status: Status) -> None:
    report = in_state(cast, status)
    for event in [event for event in Event if not MOVES.may(event, status)]:
        with pytest.raises(RuleBroken) as broken:
            ACTS[event](cast, report, cast.dag)
        assert broken.value.code == f"provider_report.{event}.state"
    assert fresh(report).version == report.version


@pytest.mark.parametrize("event", Event)
def test_the_second_of_two_at_once_is_told(cast: Cast, event: Event) -> None:
    report = ready_for(cast, event)
    ACTS[event](cast, report, cast.eva)
    before = (Fact.objects.count(), Narrative.objects.count())
    with pytest.raises(StaleVersion):
        ACTS[event](cast, report, cast.dag)
    assert (Fact.objects.count(), Narrative.objects.count()) == before


def test_where_the_manager_is_excluded_it_takes_one_permission_more(cast: Cast) -> None:
    report = excluded(cast)
    ACTS[Event.NOTE](cast, report, cast.eva)
    assert events_of(report)[-1][0] == "noted"


@pytest.mark.parametrize("make", [registered, closed])
def test_the_facts_say_private_whatever_the_unit(cast: Cast, make: Callable[[Cast], ProviderReport]) -> None:
    report = make(cast)
    assert set(Fact.objects.filter(record_id=report.pk).values_list("provider", flat=True)) == {"private"}
