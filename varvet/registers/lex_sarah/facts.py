"""What a lex Sarah case counts as: received, opened, completed, decided, told to the inspectorate, closed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.lex_sarah.models import LexSarah

RELATED = ("category", "category_list", "events__category")
HAPPENINGS = ("received", "opened", "completed", "decided", "event_decided", "reported_to_authority", "closed")


def facts(case: LexSarah) -> list[FactRow]:
    """Every happening carries the outcome once there is one; `days` are counted from the day it came in.

    A report joined to another case counts as received and closed; the one investigation is the case's. The decision
    counts once for the case (`decided`) and once for each of its events (`event_decided`), with that event's own type
    and outcome. A case without named events is one event.
    """
    day = day_of(case.received_at)
    received = _received(case, day)
    happenings = {
        "opened": case.opened_on,
        "completed": case.completed_on,
        "decided": case.decided_on,
        "reported_to_authority": case.reported_on,
        "closed": case.closed_on,
    }
    later = [
        replace(received, happening=happening, day=on, days=(on - day).days)
        for happening, on in happenings.items()
        if on
    ]
    return [received, *_events(case, received), *later]


def _events(case: LexSarah, received: FactRow) -> Iterator[FactRow]:
    if case.decided_on is None:
        return
    decided = replace(received, happening="event_decided", day=case.decided_on)
    decided = replace(decided, days=(case.decided_on - received.day).days)
    events = [event for event in case.events.all() if event.outcome]
    for event in events:
        yield replace(decided, category=event.category.code, outcome=event.outcome)
    if not events:
        yield decided


def _received(case: LexSarah, day: date) -> FactRow:
    return FactRow(
        happening="received",
        day=day,
        unit_id=case.unit_id,
        kind=case.law,
        channel=case.channel,
        category_list=case.category_list.key if case.category_list else "",
        category=case.category.code if case.category else "",
        outcome=case.outcome,
    )
