"""Closing: the reporter is told what came of it, and the lesson is kept."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.telling import tell_reporter
from varvet.registers.deviations.models import Deviation, Part


@dataclass(frozen=True)
class Closing:
    """What the reporter is told ("så blev det"), and the lesson for the unit (optional)."""

    feedback: str
    lesson: str = ""


@transaction.atomic
def close(*, deviation: Deviation, closing: Closing, version: int, by: User, now: datetime) -> Deviation:
    check(by, "deviations.close", deviation.unit, today=day_of(now))
    current = spine.lock(deviation, version=version)
    target = rules.check_transition(rules.Event.CLOSE, current.status)
    missing = rules.before_closing(
        assessed=current.assessed_on is not None,
        categorised=current.mentions.exists(),
        told_reporter=bool(closing.feedback.strip()),
    )
    rules.check_closing(missing)
    current.status, current.closed_at, current.closed_on = target, now, day_of(now)
    current.save()
    keep(current, {Part.FEEDBACK: closing.feedback, Part.LESSON: closing.lesson}, by=by, now=now)
    tell_reporter(current, Event.CLOSED, by=by, now=now)
    spine.commit(current, "closed", by=by)
    return current
