"""What a lex Sarah case counts as: received, opened, completed, decided, told to the inspectorate, closed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.lex_sarah.models import COUNTED, LexSarah
from varvet.registers.lex_sarah.rules import NotOpened, Sort, Whom

RELATED = ("category", "category_list", "events__category", *COUNTED, "lessons__sent")
HAPPENINGS = (
    "received",
    "repeated",
    "opened",
    "completed",
    "decided",
    "event_decided",
    "reported_to_authority",
    "authority_decided",
    "proposed",
    "proposal_answered",
    "told",
    "followed_up",
    "lesson_spread",
    "reopened",
    "closed",
)


def facts(case: LexSarah) -> list[FactRow]:
    """Every happening carries the outcome once there is one; `days` are counted from the day it came in.

    A report joined to another case counts as received and closed; the one investigation is the case's. A report that
    is not investigated since its event already is counts as `repeated` and as nothing else: `received` holds the event
    once, with the case it is investigated in. The two together are all the reports that came in. The decision
    counts once for the case (`decided`) and once for each of its events (`event_decided`), with that event's own type
    and outcome. A case without named events is one event.
    """
    day = day_of(case.received_at)
    received = _received(case, day)
    if case.not_opened == NotOpened.SAME_EVENT:
        return [replace(received, happening="repeated")]
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
    return [received, *_events(case, received), *later, *_proposals(case, received), *_after(case, received)]


def _later(received: FactRow, happening: str, on: date) -> FactRow:
    """`days` are counted from the day it came in."""
    return replace(received, happening=happening, day=on, days=(on - received.day).days)


def _proposals(case: LexSarah, received: FactRow) -> Iterator[FactRow]:
    """Counted at the unit they are addressed to; an answer counts the days from the decision."""
    for one in case.proposals.all():
        if one.sort != Sort.MEASURE:
            continue
        given = replace(received, unit_id=one.unit_id, outcome="")
        yield _later(given, "proposed", day_of(one.given_at))
        if one.answered_on and case.decided_on:
            days = (one.answered_on - case.decided_on).days
            yield replace(
                given, happening="proposal_answered", day=one.answered_on, outcome=one.answer, days=max(0, days)
            )


def _after(case: LexSarah, received: FactRow) -> Iterator[FactRow]:
    """A follow-up counts each time; word to the reporter, and being taken up again, once, on the last day."""
    for report in case.authority_reports.all():
        if report.ruled_on:
            yield replace(_later(received, "authority_decided", report.ruled_on), outcome=report.ruling)
    if told := [day_of(one.told_at) for one in case.told.all() if one.whom == Whom.REPORTER]:
        yield _later(received, "told", max(told))
    for follow_up in case.follow_ups.all():
        if follow_up.judged_at:
            yield replace(_later(received, "followed_up", day_of(follow_up.judged_at)), outcome=follow_up.result)
    for lesson in case.lessons.all():
        yield replace(_later(received, "lesson_spread", day_of(lesson.shared_at)), count=len(lesson.sent.all()))
    if again := [day_of(one.reopened_at) for one in case.reopenings.all()]:
        yield _later(received, "reopened", max(again))


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
