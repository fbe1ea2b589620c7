"""What happens to an occasion: done, not done with a reason, moved, cancelled or opened again with one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.registry import is_visible, list_registers
from varvet.registers.activities import rules
from varvet.registers.activities.actions.steps import begin, finish
from varvet.registers.activities.models import Occasion, Part
from varvet.registers.activities.rules import Event
from varvet.registers.activities.rules.content import KIND_OF, MAKES_LABELS


@dataclass(frozen=True)
class Outcome:
    """The day it was done, the reference of the record it led to, and what there is to say of it."""

    done_on: date
    made: str = ""
    words: str = ""


@transaction.atomic
def mark_done(*, occasion: Occasion, outcome: Outcome, version: int, by: User, now: datetime) -> Occasion:
    current = begin(occasion, Event.DONE, version=version, by=by, now=now)
    rules.check_done(outcome.done_on, day_of(now))
    made = _find(current, outcome.made, by=by, today=day_of(now))
    current.status = rules.check_event(Event.DONE, current.status)
    current.done_on, current.occurred_day, current.closed_at = outcome.done_on, outcome.done_on, now
    if made is not None:
        current.made = made
        Link.objects.get_or_create(source=current.record, target=made, kind=LinkKind.CONCERNS, part="")
    keep(current, {Part.RESULT: outcome.words}, by=by, now=now)
    return finish(current, "done", by=by, now=now, data={"made": made.pk if made else None})


@transaction.atomic
def mark_not_done(*, occasion: Occasion, reason: str, version: int, by: User, now: datetime) -> Occasion:
    """`reason` is about the work, never a person: lists and reports show it."""
    return _end(occasion, Event.NOT_DONE, reason, version=version, by=by, now=now)


@transaction.atomic
def cancel(*, occasion: Occasion, reason: str, version: int, by: User, now: datetime) -> Occasion:
    """It is not to be done this time; it is not made again."""
    return _end(occasion, Event.CANCEL, reason, version=version, by=by, now=now)


def _end(occasion: Occasion, event: Event, reason: str, *, version: int, by: User, now: datetime) -> Occasion:
    current = begin(occasion, event, version=version, by=by, now=now)
    rules.check_reason(reason)
    current.status = rules.check_event(event, current.status)
    current.reason, current.closed_at = reason.strip(), now
    return finish(current, current.status, by=by, now=now)


@dataclass(frozen=True)
class Moved:
    to: date
    reason: str


@transaction.atomic
def move(*, occasion: Occasion, moved: Moved, version: int, by: User, now: datetime) -> Occasion:
    """To a working day. It is the same time of the activity: nothing is made in the place it left."""
    current = begin(occasion, Event.MOVE, version=version, by=by, now=now)
    rules.check_reason(moved.reason)
    to = rules.working_day(moved.to)
    rules.check_moved(current.due_on, to, day_of(now))
    current.moved_from = current.moved_from or current.due_on
    ahead = current.due_on - current.starts_on
    current.due_on, current.starts_on, current.reason = to, to - ahead, moved.reason.strip()
    return finish(current, "moved", by=by, now=now, data={"to": to.isoformat()})


@transaction.atomic
def reopen(*, occasion: Occasion, reason: str, version: int, by: User, now: datetime) -> Occasion:
    """To be done after all, or anew: what was said of it is kept, and it counts as planned until it is done."""
    current = begin(occasion, Event.REOPEN, version=version, by=by, now=now)
    rules.check_reopened(withdrawn=current.withdrawn)
    rules.check_reason(reason)
    current.status, current.reason = rules.check_event(Event.REOPEN, current.status), reason.strip()
    _untie(current)
    current.done_on = current.occurred_day = current.closed_at = None
    return finish(current, "reopened", by=by, now=now)


def _untie(occasion: Occasion) -> None:
    if occasion.made_id is not None:
        ends = {"source_id": occasion.pk, "target_id": occasion.made_id}
        Link.objects.filter(kind=LinkKind.CONCERNS, part="", **ends).delete()
        occasion.made = None


def _find(occasion: Occasion, reference: str, *, by: User, today: date) -> Record | None:
    """The record with that reference, of the right sort. RuleBroken for one that the person does not see."""
    wanted = reference.strip().upper()
    if not wanted:
        return None
    found = Record.objects.filter(root=occasion.root_id, reference=wanted).exclude(pk=occasion.pk).first()
    root = Unit.objects.get(pk=occasion.root_id)
    if found is None or not is_visible(Reader(by, today, root.slug), found):
        raise RuleBroken("activity.made.none", marked("Det finns inget ärende med det numret."), field="made")
    kind = KIND_OF.get(occasion.makes, "")
    if kind and found.kind != kind and kind in {register.kind for register in list_registers()}:
        values = {"what": Word(MAKES_LABELS[occasion.makes])}
        sentence = marked("Numret hör till något annat. Det ska vara {what}.")
        raise RuleBroken("activity.made.kind", sentence, field="made", values=values)
    return found
