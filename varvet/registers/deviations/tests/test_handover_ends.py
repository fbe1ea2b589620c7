"""How a hand-over ends: answered, or with a reason; somebody watches until then, and no case closes over it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.deviations import actions
from varvet.registers.deviations.rules import Destination
from varvet.registers.deviations.tests.factories import (
    ASSESSED,
    CLOSED,
    assessed,
    events_of,
    fresh,
)
from varvet.registers.deviations.tests.outside_cases import (
    ANSWERED,
    GIVEN,
    HANDED,
    RETURNED,
    again,
    answered,
    begun,
    handed,
    outside_facts,
    version_of,
)

ENDING = actions.Closing("Så blev det.")


def test_handed_over_and_awaiting_it_counts_as_both(cast: Cast) -> None:
    day = HANDED.date()
    assert outside_facts(handed(cast)) == [
        ("handed_over", day, "counterpart", "", 2),
        ("awaiting_answer", day, "counterpart", "", 2),
    ]


def test_answered_it_awaits_no_more_and_brings_their_statistics(cast: Cast) -> None:
    handover = answered(cast)
    assert (again(handover).state, again(handover).answer, again(handover).ended_on) == (
        "answered",
        "partly",
        ANSWERED.date(),
    )
    assert outside_facts(handover) == [
        ("handed_over", HANDED.date(), "counterpart", "", 2),
        ("answered_outside", ANSWERED.date(), "counterpart", "risk", 14),
    ]
    assert [event for event, _, _ in events_of(handover.deviation)][-3:] == [
        "handover_begun",
        "handed_over",
        "handover_answered",
    ]


def test_a_work_injury_is_never_counted_with_deviations(cast: Cast) -> None:
    handover = handed(cast, Destination.WORK_ENVIRONMENT)
    assert outside_facts(handover) == [("work_injury", HANDED.date(), "", "", None)]
    [fact] = Fact.objects.filter(record_id=handover.deviation_id, happening="work_injury")
    assert (fact.kind, fact.category, fact.severity) == ("", "", "")


def test_a_number_that_comes_with_the_answer_is_kept(cast: Cast) -> None:
    handover = handed(cast)
    returned = replace(RETURNED, their_number="MC-99")
    known: dict[str, Any] = {"version": version_of(handover), "by": cast.alice, "now": ANSWERED}
    actions.note_answer_from_outside(handover=handover, returned=returned, **known)
    assert again(handover).their_number == "MC-99"


@pytest.mark.parametrize("day", [HANDED.date() - timedelta(days=1), ANSWERED.date() + timedelta(days=1)])
def test_an_answer_comes_after_the_handing_over_and_not_tomorrow(cast: Cast, day: date) -> None:
    handover = handed(cast)
    known: dict[str, Any] = {"version": version_of(handover), "by": cast.alice, "now": ANSWERED}
    with pytest.raises(RuleBroken, match="till och med i dag"):
        actions.note_answer_from_outside(handover=handover, returned=replace(RETURNED, day=day), **known)
    assert again(handover).state == "handed_over"


def test_no_answer_needs_a_reason(cast: Cast) -> None:
    handover = handed(cast)
    known: dict[str, Any] = {"version": version_of(handover), "by": cast.alice, "now": ANSWERED}
    with pytest.raises(RuleBroken, match="Skriv varför"):
        actions.await_no_answer(handover=handover, reason=" ", **known)
    actions.await_no_answer(handover=handover, reason="De svarar aldrig skriftligt.", **known)
    assert (again(handover).state, again(handover).words) == ("no_answer", "De svarar aldrig skriftligt.")
    assert events_of(handover.deviation)[-1][0] == "handover_no_answer"
    assert [fact[0] for fact in outside_facts(handover)] == ["handed_over"]


def test_taking_it_back_needs_a_reason(cast: Cast) -> None:
    handover = begun(cast)
    known: dict[str, Any] = {"version": version_of(handover), "by": cast.alice, "now": HANDED}
    with pytest.raises(RuleBroken, match="Skriv varför"):
        actions.withdraw(handover=handover, reason="", **known)
    actions.withdraw(handover=handover, reason="Den var redan anmäld.", **known)
    assert (again(handover).state, again(handover).ended_on) == ("withdrawn", HANDED.date())
    assert outside_facts(handover) == []


def test_what_is_settled_is_not_done_again(cast: Cast) -> None:
    handover = answered(cast)
    known: dict[str, Any] = {"version": version_of(handover), "by": cast.alice, "now": ANSWERED}
    with pytest.raises(RuleBroken, match="läget"):
        actions.hand_over(handover=handover, given=GIVEN, **known)
    with pytest.raises(RuleBroken, match="läget"):
        actions.note_answer_from_outside(handover=handover, returned=RETURNED, **known)
    with pytest.raises(RuleBroken, match="läget"):
        actions.await_no_answer(handover=handover, reason="Nej.", **known)
    with pytest.raises(RuleBroken, match="läget"):
        actions.withdraw(handover=handover, reason="Nej.", **known)
    with pytest.raises(RuleBroken, match="läget"):
        actions.entrust(handover=handover, owner=None, **known)


def test_somebody_else_can_watch_over_it(cast: Cast) -> None:
    handover = begun(cast)
    actions.entrust(handover=handover, owner=cast.eva, version=version_of(handover), by=cast.alice, now=HANDED)
    assert again(handover).owner == cast.eva
    assert events_of(handover.deviation)[-1][0] == "handover_entrusted"


def test_whoever_watches_must_be_allowed_to(cast: Cast) -> None:
    handover = begun(cast)
    with pytest.raises(RuleBroken, match="får handlägga"):
        actions.entrust(handover=handover, owner=cast.bo, version=version_of(handover), by=cast.alice, now=HANDED)
    assert again(handover).owner is None


@pytest.mark.parametrize("make", [begun, handed])
def test_a_case_does_not_close_over_it(cast: Cast, make: Any) -> None:
    deviation = fresh(make(cast).deviation)
    with pytest.raises(RuleBroken, match="svar eller skäl för 1 av 1 överlämningar"):
        actions.close(deviation=deviation, closing=ENDING, version=deviation.version, by=cast.alice, now=CLOSED)
    assert fresh(deviation).status == "assessed"


def test_once_answered_the_case_closes(cast: Cast) -> None:
    deviation = fresh(answered(cast).deviation)
    later = ANSWERED + timedelta(days=1)
    actions.close(deviation=deviation, closing=ENDING, version=deviation.version, by=cast.alice, now=later)
    assert fresh(deviation).status == "closed"


def test_a_case_does_not_close_over_that_of_a_joined_report(cast: Cast) -> None:
    lead, handover = assessed(cast), begun(cast)
    joining = fresh(handover.deviation)
    actions.join(deviation=joining, lead=lead, version=joining.version, by=cast.alice, now=ASSESSED)
    current = fresh(lead)
    with pytest.raises(RuleBroken, match="1 av 1 överlämningar"):
        actions.close(deviation=current, closing=ENDING, version=current.version, by=cast.alice, now=CLOSED)
