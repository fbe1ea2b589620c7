"""Writing: a note for those who handle, or word to the one who reported."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import open_one
from varvet.registers.deviations.actions.telling import tell_reporter
from varvet.registers.deviations.models import Deviation, Part

EVENTS = {Part.NOTE: "noted", Part.MESSAGE: "messaged", Part.FEEDBACK: "told"}


@transaction.atomic
def write(*, deviation: Deviation, said: tuple[Part, str], version: int, by: User, now: datetime) -> Deviation:
    """`said` is a part, one of EVENTS, and its words. "Så blev det" counts as having told the reporter."""
    part, text = said
    current = open_one(deviation, rules.Event.WRITE, version=version, by=by, now=now)
    if not text.strip():
        raise RuleBroken("deviation.write.empty", "Skriv något först.", field="text")
    if part is Part.FEEDBACK:
        rules.check_told(current.assessed_on is not None)
        current.told_on = day_of(now)
        current.save()
    if part is not Part.NOTE:
        tell_reporter(current, Event.ANSWERED, by=by, now=now)
    keep(current, {part: text}, by=by, now=now)
    spine.commit(current, EVENTS[part], by=by)
    return current
