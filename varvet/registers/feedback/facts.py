"""What feedback counts as: received, mentions, registered, answered, answer registered, closed."""

from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.feedback.models import Feedback

RELATED = ("mentions__category", "category_list")
HAPPENINGS = ("received", "mention", "registered", "answered", "answer_registered", "closed")


def facts(feedback: Feedback) -> list[FactRow]:
    """`days` are counted from the day it came in. A closing counts while it is closed."""
    day = day_of(feedback.received_at)
    received = _received(feedback, day)
    mentioned = [replace(received, happening="mention", category=m.category.code) for m in feedback.mentions.all()]
    happenings = {
        "registered": feedback.registered_on,
        "answered": feedback.answered_on,
        "answer_registered": feedback.answer_registered_on,
        "closed": feedback.closed_on,
    }
    later = [
        replace(received, happening=happening, day=on, days=(on - day).days)
        for happening, on in happenings.items()
        if on
    ]
    return [received, *mentioned, *later]


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
