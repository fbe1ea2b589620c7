"""Handing over: begun once, done with secrecy assessed, and ended by an answer or a reason."""

from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Handover
from varvet.registers.deviations.rules import Destination, HandoverState
from varvet.registers.deviations.tests.factories import (
    ASSESSED,
    CLOSED,
    assessed,
    closed,
    dismissed,
    reopened,
    reported,
)
from varvet.registers.deviations.tests.outside_cases import (
    ANSWERED,
    GIVEN,
    HANDED,
    RETURNED,
    SECRECY,
    THEIR_WORDS,
    again,
    answered,
    begun,
    handed,
    outside_facts,
    version_of,
)

ENDING = actions.Closing("Så blev det.")
NOBODY_ELSE = ["bo", "cecilia", "hugo", "gun", "stranger"]


def test_it_begins_as_an_open_task_with_whoever_has_the_case(cast: Cast) -> None:
    found = again(begun(cast))
    assert (found.state, found.owner, found.begun_on, found.begun_by) == ("open", None, ASSESSED.date(), cast.alice)
    assert outside_facts(found) == []


def test_begun_twice_it_is_one(cast: Cast) -> None:
    first = begun(cast)
    known: dict[str, Any] = {"destination": Destination.COUNTERPART, "by": cast.alice, "now": ASSESSED}
    second = actions.start_hand_over(deviation=first.deviation, version=version_of(first), **known)
    assert second == first


def test_once_answered_another_can_begin(cast: Cast) -> None:
    first = answered(cast)
    known: dict[str, Any] = {"destination": Destination.COUNTERPART, "by": cast.alice, "now": ANSWERED}
    assert actions.start_hand_over(deviation=first.deviation, version=version_of(first), **known) != first


def test_it_begins_only_inside_a_transaction(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    deviation = assessed(cast)
    written_in = import_module("varvet.registers.deviations.actions.hand_over")
    monkeypatch.setattr(written_in, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="inside the action's transaction"):
        actions.begin_hand_over(deviation, Destination.COUNTERPART, by=cast.alice, now=ASSESSED)


def test_what_is_no_deviation_may_still_be_somebody_elses_task(cast: Cast) -> None:
    deviation = dismissed(cast)
    known: dict[str, Any] = {"version": deviation.version, "by": cast.alice, "now": ASSESSED}
    handover = actions.start_hand_over(deviation=deviation, destination=Destination.WORK_ENVIRONMENT, **known)
    assert handover.is_unsettled


def test_what_is_closed_must_be_opened_first(cast: Cast) -> None:
    deviation = closed(cast)
    known: dict[str, Any] = {"version": deviation.version, "by": cast.alice, "now": CLOSED}
    with pytest.raises(RuleBroken, match="Öppna avvikelsen igen"):
        actions.start_hand_over(deviation=deviation, destination=Destination.COUNTERPART, **known)


@pytest.mark.parametrize("name", ["alice", "eva", "dag"])
def test_those_who_handle_may(cast: Cast, name: str) -> None:
    handover = begun(cast)
    by = getattr(cast, name)
    actions.hand_over(handover=handover, given=GIVEN, version=version_of(handover), by=by, now=HANDED)
    assert again(handover).handed_over_by == by


@pytest.mark.parametrize("name", NOBODY_ELSE)
def test_others_may_do_nothing(cast: Cast, name: str) -> None:
    handover, by = begun(cast), getattr(cast, name)
    known: dict[str, Any] = {"version": version_of(handover), "by": by, "now": HANDED}
    with pytest.raises(NotAllowed):
        actions.start_hand_over(deviation=handover.deviation, destination=Destination.REPLY, **known)
    with pytest.raises(NotAllowed):
        actions.hand_over(handover=handover, given=GIVEN, **known)
    with pytest.raises(NotAllowed):
        actions.note_answer_from_outside(handover=handover, returned=RETURNED, **known)
    with pytest.raises(NotAllowed):
        actions.await_no_answer(handover=handover, reason="Nej.", **known)
    with pytest.raises(NotAllowed):
        actions.withdraw(handover=handover, reason="Nej.", **known)
    with pytest.raises(NotAllowed):
        actions.entrust(handover=handover, owner=None, **known)
    assert again(handover).state == "open"


def test_it_is_handed_over_with_secrecy_assessed_by_somebody_on_a_day(cast: Cast) -> None:
    found = again(handed(cast))
    assert (found.state, found.receiver, found.their_number) == ("handed_over", "Björkens vårdcentral", "MC-17")
    assert (found.handed_over_on, found.way) == (HANDED.date(), "letter")
    assert (found.secrecy_assessed_on, found.secrecy_assessed_by, found.secrecy) == (HANDED.date(), cast.alice, SECRECY)


def test_without_a_day_the_answer_is_awaited_for_the_local_term(cast: Cast) -> None:
    assert again(handed(cast)).answer_due_on == HANDED.date() + timedelta(days=30)


def test_the_disclosure_is_told_in_the_trail_without_words(cast: Cast) -> None:
    handover = handed(cast)
    event = AuditEvent.objects.get(record_id=handover.deviation_id, event="handed_over")
    assert event.data == {"to": "counterpart", "secrecy_assessed": True}
    assert SECRECY not in str(AuditEvent.objects.values_list("data", flat=True))


def test_what_was_written_is_encrypted(cast: Cast) -> None:
    handover = answered(cast)
    with connection.cursor() as cursor:
        cursor.execute("select secrecy, words from deviations_handover where id = %s", [handover.pk])
        stored = b" ".join(bytes(value) for value in cursor.fetchone())
    assert SECRECY.encode() not in stored
    assert THEIR_WORDS.encode() not in stored
    assert (again(handover).secrecy, again(handover).words) == (SECRECY, THEIR_WORDS)


def test_secrecy_must_be_assessed_where_it_stands_between(cast: Cast) -> None:
    handover = begun(cast, Destination.OTHER_COMMITTEE)
    given = replace(GIVEN, secrecy_assessed=False)
    with pytest.raises(RuleBroken, match="Pröva sekretessen"):
        actions.hand_over(handover=handover, given=given, version=version_of(handover), by=cast.alice, now=HANDED)
    assert again(handover).state == "open"


def test_the_employers_own_system_is_no_disclosure(cast: Cast) -> None:
    found = again(handed(cast, Destination.WORK_ENVIRONMENT, secrecy_assessed=False, secrecy=""))
    assert (found.state, found.secrecy_assessed_on, found.secrecy) == ("handed_over", None, None)


def test_a_stale_version_writes_nothing(cast: Cast) -> None:
    handover = begun(cast)
    with pytest.raises(StaleVersion):
        actions.hand_over(handover=handover, given=GIVEN, version=2, by=cast.alice, now=HANDED)
    assert again(handover).state == "open"


def test_two_at_once_one_wins(cast: Cast) -> None:
    handover = begun(cast)
    known = version_of(handover)
    actions.hand_over(handover=handover, given=GIVEN, version=known, by=cast.alice, now=HANDED)
    with pytest.raises(StaleVersion):
        actions.withdraw(handover=handover, reason="Behövs inte.", version=known, by=cast.eva, now=HANDED)
    assert again(handover).state == "handed_over"


def test_it_survives_being_dismissed_and_opened_again(cast: Cast) -> None:
    deviation = reported(cast)
    known: dict[str, Any] = {"version": 1, "by": cast.alice, "now": ASSESSED}
    handover = actions.start_hand_over(deviation=deviation, destination=Destination.ANIMAL_WELFARE, **known)
    actions.dismiss(deviation=deviation, reason="Inte vår.", version=2, by=cast.alice, now=ASSESSED)
    assert again(handover).is_unsettled
    actions.hand_over(handover=handover, given=GIVEN, version=3, by=cast.alice, now=HANDED)
    assert [fact[0] for fact in outside_facts(handover)] == ["handed_over", "awaiting_answer"]


def test_a_case_opened_again_can_be_handed_over(cast: Cast) -> None:
    deviation = reopened(cast)
    known: dict[str, Any] = {"version": deviation.version, "by": cast.alice, "now": CLOSED}
    assert actions.start_hand_over(deviation=deviation, destination=Destination.COUNTERPART, **known).is_unsettled


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": HandoverState.HANDED_OVER},
        {"state": HandoverState.WITHDRAWN, "ended_on": HANDED.date()},
        {"handed_over_on": HANDED.date()},
        {"ended_on": HANDED.date()},
        {"state": HandoverState.HANDED_OVER, "handed_over_on": HANDED.date()},
    ],
)
def test_the_table_refuses_what_cannot_be(cast: Cast, wrong: dict[str, object]) -> None:
    handover = begun(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.filter(pk=handover.pk).update(**wrong)


def test_the_table_refuses_two_open_ones_to_the_same(cast: Cast) -> None:
    handover = begun(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.create(deviation=handover.deviation, destination="counterpart", begun_on=HANDED.date())


def test_nothing_is_read_by_acting(cast: Cast) -> None:
    answered(cast)
    assert not ReadEvent.objects.filter(part="handovers").exists()


def test_rules_know_every_destination_chosen_by_hand() -> None:
    assert set(rules.CHOSEN_BY_HAND) == set(Destination) - {Destination.REPLY}
