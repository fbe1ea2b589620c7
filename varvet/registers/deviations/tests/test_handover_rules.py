"""The rules of handing over, as tables: what each destination asks for, and the days at the borders."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import rules
from varvet.registers.deviations.rules import Destination, Handing, HandoverState, Injury

REPORTED, TODAY = date(2026, 3, 16), date(2026, 3, 20)
HANDED = rules.Handed(Destination.COUNTERPART, "Björkens vårdcentral", TODAY, True, "Inget pekar ut någon.", None)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, ""),
        ({"receiver": "  "}, "deviation.handover.receiver"),
        ({"day": REPORTED}, ""),
        ({"day": REPORTED - DAY}, "deviation.handover.day"),
        ({"day": TODAY + DAY}, "deviation.handover.day"),
        ({"secrecy_assessed": False}, "deviation.handover.secrecy"),
        ({"secrecy": " "}, "deviation.handover.secrecy_reason"),
        ({"answer_due_on": TODAY}, ""),
        ({"answer_due_on": TODAY - DAY}, "deviation.handover.due"),
        ({"destination": Destination.WORK_ENVIRONMENT, "secrecy_assessed": False, "secrecy": ""}, ""),
        ({"destination": Destination.OTHER_COMMITTEE, "secrecy_assessed": False}, "deviation.handover.secrecy"),
        ({"destination": Destination.ANIMAL_WELFARE, "secrecy_assessed": False}, "deviation.handover.secrecy"),
        ({"destination": Destination.REPLY, "secrecy_assessed": False}, "deviation.handover.secrecy"),
    ],
)
def test_what_handing_over_asks_for(change: dict[str, object], code: str) -> None:
    handed = replace(HANDED, **change)  # type: ignore[arg-type]  # a table of changes
    if not code:
        rules.check_handing(handed, REPORTED, TODAY)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_handing(handed, REPORTED, TODAY)
    assert broken.value.code == code


@pytest.mark.parametrize(
    ("day", "right"), [(REPORTED - DAY, False), (REPORTED, True), (TODAY, True), (TODAY + DAY, False)]
)
def test_an_answer_comes_between_the_handing_over_and_today(day: date, right: bool) -> None:  # noqa: FBT001 - a table
    if right:
        rules.check_answer(REPORTED, day, TODAY)
        return
    with pytest.raises(RuleBroken, match="överlämningen till och med i dag"):
        rules.check_answer(REPORTED, day, TODAY)


POSSIBLE = {
    Handing.HAND_OVER: {HandoverState.OPEN},
    Handing.SEND: {HandoverState.OPEN},
    Handing.NOTE_ANSWER: {HandoverState.HANDED_OVER},
    Handing.NEEDS_NO_ANSWER: {HandoverState.HANDED_OVER},
    Handing.WITHDRAW: {HandoverState.OPEN},
    Handing.ENTRUST: {HandoverState.OPEN, HandoverState.HANDED_OVER},
}


@pytest.mark.parametrize("event", Handing)
@pytest.mark.parametrize("state", HandoverState)
def test_what_can_be_done_in_each_state(event: Handing, state: HandoverState) -> None:
    assert rules.HANDINGS.may(event, state) == (state in POSSIBLE[event])


@pytest.mark.parametrize("to", Destination)
def test_each_destination_has_its_words(to: Destination) -> None:
    assert rules.DESTINATION_LABELS[to]
    assert rules.DESTINATION_HELP[to]
    assert rules.handing_of(to) == (Handing.SEND if to is Destination.REPLY else Handing.HAND_OVER)


@pytest.mark.parametrize(
    ("kind", "said", "found"),
    [
        ("fall_injury", "", Injury.INJURED),
        ("fall_injury", "injured", Injury.INJURED),
        ("fall", "", Injury.UNHURT),
        ("wrong_dose", "injured", Injury.INJURED),
        ("wrong_dose", "unknown", Injury.UNKNOWN),
    ],
)
def test_injury_follows_from_the_kind_or_is_said(kind: str, said: str, found: Injury) -> None:
    assert rules.injury_of(kind, said) is found


@pytest.mark.parametrize(("kind", "said"), [("wrong_dose", ""), ("fall", "injured"), ("fall_injury", "unhurt")])
def test_injury_must_be_said_and_must_agree(kind: str, said: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.injury_of(kind, said)
    assert broken.value.field == "injured"


@pytest.mark.parametrize(
    ("described", "handovers", "unsettled", "missing"),
    [
        (True, 0, 0, []),
        (False, 0, 0, [rules.DESCRIBE]),
        (True, 2, 0, []),
        (True, 2, 1, [rules.HANDOVERS]),
        (False, 1, 1, [rules.DESCRIBE, rules.HANDOVERS]),
    ],
)
def test_what_closing_asks_for(described: bool, handovers: int, unsettled: int, missing: list[str]) -> None:  # noqa: FBT001 - a table
    progress = rules.Progress(
        status=rules.Status.ASSESSED,
        assessed=True,
        categorised=True,
        told_reporter=True,
        described=described,
        handovers=handovers,
        unsettled=unsettled,
    )
    left = [item.place for item in rules.before_closing(progress) if not item.done]
    assert left == missing
