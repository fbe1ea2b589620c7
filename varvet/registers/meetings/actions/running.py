"""The meeting itself: begun, so that its lines stand; held, or not held; and done with."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from varvet.kernel.records.models import Link, LinkKind
from varvet.kernel.records.narratives import keep
from varvet.registers.meetings import rules
from varvet.registers.meetings.actions.steps import Change, begin, finish
from varvet.registers.meetings.models import Line, Meeting, Part, fresh_entries, line_of
from varvet.registers.meetings.rules import Event, Outcome


@dataclass(frozen=True)
class Held:
    """The day, how many were there, and what they came to. Never who."""

    held_on: date
    present: int
    words: str = ""


@transaction.atomic
def open_meeting(change: Change) -> Meeting:
    """From now on the lines stand as they are."""
    current = begin(change, Event.BEGIN)
    current.status = rules.check_event(Event.BEGIN, current.status)
    freeze(current, change.today)
    return finish(current, "begun", change)


@transaction.atomic
def hold(change: Change, held: Held) -> Meeting:
    """What was not answered comes back at the next meeting."""
    current = begin(change, Event.HOLD)
    rules.check_held(held.held_on, current.month, change.today)
    rules.check_present(held.present)
    current.status = rules.check_event(Event.HOLD, current.status)
    current.held_on, current.present, current.occurred_day = held.held_on, held.present, held.held_on
    current.lines.filter(outcome="").update(outcome=Outcome.MOVED)
    tie(current)
    keep(current, {Part.TALKED: held.words}, by=change.by, now=change.now)
    return finish(current, "held", change, present=held.present)


@transaction.atomic
def close(change: Change) -> Meeting:
    """Nothing more is written on it."""
    current = begin(change, Event.CLOSE)
    current.status = rules.check_event(Event.CLOSE, current.status)
    current.closed_at = change.now
    return finish(current, "closed", change)


@transaction.atomic
def mark_not_held(change: Change, reason: str) -> Meeting:
    """Everything on the sheet comes back at the next meeting."""
    current = begin(change, Event.NOT_HELD)
    fresh = current.is_fresh
    current.status = rules.check_event(Event.NOT_HELD, current.status)
    if fresh:
        freeze(current, change.today)
    current.lines.update(outcome=Outcome.MOVED, reason="")
    current.closed_at = change.now
    keep(current, {Part.NOT_HELD: reason}, by=change.by, now=change.now)
    return finish(current, "not_held", change)


def freeze(meeting: Meeting, today: date) -> None:
    """Keeps the lines as they are today, those that the manager wrote after them."""
    entries = fresh_entries(meeting, today)
    for number, entry in enumerate(entries, 1):
        line = line_of(entry, meeting, number)
        line.save()
        line.records.set(entry.record_ids)
    own = meeting.lines.filter(kind="", number=0)
    for number, line in enumerate(own, len(entries) + 1):
        Line.objects.filter(pk=line.pk).update(number=number)
    meeting.frozen_on = today


def tie(meeting: Meeting) -> None:
    """Each record that was talked about shows the meeting on its own page; one that was not, does not."""
    raised = set(meeting.lines.filter(outcome=Outcome.RAISED, records__isnull=False).values_list("records", flat=True))
    ties = Link.objects.filter(source=meeting.record, kind=LinkKind.CONCERNS)
    ties.exclude(target_id__in=raised).delete()
    known = set(ties.values_list("target_id", flat=True))
    new = [Link(source=meeting.record, target_id=pk, kind=LinkKind.CONCERNS) for pk in sorted(raised - known)]
    Link.objects.bulk_create(new)
