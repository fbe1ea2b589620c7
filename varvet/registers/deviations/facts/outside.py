"""What others have a part in, as it is counted: health care, collaboration, and what is handed over and answered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from varvet.kernel.records.registry import FactRow
from varvet.registers.deviations.models import Collaboration, Deviation, Handover, HealthCare
from varvet.registers.deviations.rules import (
    AGREEMENTS,
    COUNTERPARTS,
    KINDS,
    Destination,
    HandoverState,
    Injury,
    Nature,
)

OUTSIDE = (
    "health_care",
    "collaboration",
    "counterpart",
    "handed_over",
    "awaiting_answer",
    "answered_outside",
    "replied",
    "work_injury",
)


def about_nature(deviation: Deviation, received: FactRow) -> Iterator[FactRow]:
    """Each deviation in health care once, by kind and injury; each in collaboration once by agreement, once by whom.

    What is not described yet counts with an empty category, so that they add up to those received.
    """
    if deviation.nature == Nature.HEALTH_CARE:
        yield _of_care(getattr(deviation, "health_care", None), received)
    if deviation.nature == Nature.COLLABORATION:
        yield from _of_collaboration(getattr(deviation, "collaboration", None), received)


def of_handovers(deviation: Deviation, received: FactRow) -> Iterator[FactRow]:
    """`direction` is where it went, `outcome` how they counted it. It stays with whatever became of the deviation.

    `awaiting_answer` is taken back when the answer has come. Work injuries are the employer's: nothing else counts
    them, and they say nothing of the deviation.
    """
    for handover in deviation.handovers.all():
        if handover.handed_over_on is None:
            continue
        if handover.destination == Destination.WORK_ENVIRONMENT:
            yield FactRow("work_injury", handover.handed_over_on, deviation.unit_id)
        elif handover.destination == Destination.REPLY:
            yield _on(received, handover, "replied", handover.handed_over_on, since=received.day)
        else:
            yield from _of_handed(handover, received)


def _of_handed(handover: Handover, received: FactRow) -> Iterator[FactRow]:
    """`days` of an answer are counted from the day it was handed over."""
    day = handover.handed_over_on
    assert day is not None
    yield _on(received, handover, "handed_over", day, since=received.day)
    if handover.state == HandoverState.HANDED_OVER:
        yield _on(received, handover, "awaiting_answer", day, since=received.day)
    if handover.state == HandoverState.ANSWERED and handover.ended_on:
        answered = _on(received, handover, "answered_outside", handover.ended_on, since=day)
        yield replace(answered, outcome=handover.counted_as)


def _on(received: FactRow, handover: Handover, happening: str, day: date, *, since: date) -> FactRow:
    return replace(
        received,
        happening=happening,
        day=day,
        days=(day - since).days,
        direction=handover.destination,
        outcome="",
        count=1,
    )


def _of_care(care: HealthCare | None, received: FactRow) -> FactRow:
    return replace(
        received,
        happening="health_care",
        category_list=KINDS,
        category=care.kind.code if care else "",
        outcome=care.injured if care else Injury.UNKNOWN.value,
    )


def _of_collaboration(about: Collaboration | None, received: FactRow) -> Iterator[FactRow]:
    """The same happening told of twice, each in a count of its own."""
    agreement, counterpart = (about.agreement.code, about.counterpart.code) if about else ("", "")
    yield replace(received, happening="collaboration", category_list=AGREEMENTS, category=agreement)
    yield replace(received, happening="counterpart", category_list=COUNTERPARTS, category=counterpart)
