"""What feedback counts as, from the day it came in to what came of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.rules import Contentment, asks_answer, in_time

SPEAKERS = "feedback_speakers"
RELATED = ("mentions__category", "category_list")
HAPPENINGS = (
    "received",
    "mention",
    "said",
    "documented",
    "answer_due",
    "registered",
    "answered",
    "answer_registered",
    "judged",
    "closed",
    "settled_in_case",
)


def facts(feedback: Feedback) -> list[FactRow]:
    """`days` are counted from the day it came in. A closing counts while it is closed.

    What is handled together with another still counts by itself. `documented` is of the day it came in: of what asks
    for an answer here, whether one is kept or registered. `answer_due` is of the day an answer was due.
    """
    day = day_of(feedback.received_at)
    received = _received(feedback, day)
    mentioned = [replace(received, happening="mention", category=m.category.code) for m in feedback.mentions.all()]
    return [received, *mentioned, *_said(feedback, received), *_owed(feedback, received), *_later(feedback, received)]


def _said(feedback: Feedback, received: FactRow) -> Iterator[FactRow]:
    if feedback.said_by:
        yield replace(received, happening="said", category_list=SPEAKERS, category=feedback.said_by)


def _owed(feedback: Feedback, received: FactRow) -> Iterator[FactRow]:
    """What asks for an answer, and whether it got one that can be shown, and by the day it was due."""
    if asks_answer(feedback.sort) and not feedback.handled_in_case:
        kept = feedback.answer_kept or feedback.answer_registered_on is not None
        yield replace(received, happening="documented", numerator=int(kept), denominator=1)
    kept_time = in_time(feedback.due)
    if kept_time is not None and feedback.answer_due_on is not None:
        due = replace(received, happening="answer_due", day=feedback.answer_due_on)
        yield replace(due, numerator=int(kept_time), denominator=1)


def _later(feedback: Feedback, received: FactRow) -> Iterator[FactRow]:
    happenings = {
        "registered": feedback.registered_on,
        "answered": feedback.answered_on,
        "answer_registered": feedback.answer_registered_on,
        "closed": feedback.closed_on,
        "settled_in_case": feedback.closed_on if feedback.handled_in_case else None,
    }
    for happening, on in happenings.items():
        if on:
            outcome = feedback.answered_how if happening == "answered" else ""
            yield replace(received, happening=happening, day=on, days=(on - received.day).days, outcome=outcome)
    if feedback.judged_on:
        content = int(feedback.contentment == Contentment.CONTENT)
        judged = replace(received, happening="judged", day=feedback.judged_on, outcome=feedback.contentment)
        yield replace(judged, numerator=content, denominator=1)


def _received(feedback: Feedback, day: date) -> FactRow:
    primary = [m.category.code for m in feedback.mentions.all() if m.primary]
    return FactRow(
        happening="received",
        day=day,
        unit_id=feedback.unit_id,
        kind=feedback.sort,
        channel=feedback.channel,
        category_list=feedback.category_list.key if feedback.category_list else "",
        category=primary[0] if primary else "",
    )
