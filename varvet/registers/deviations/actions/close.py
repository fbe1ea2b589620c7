"""Closing: all who reported are told what came of it, and the lesson is kept."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import Case, open_case
from varvet.registers.deviations.actions.telling import tell_reporter, tell_reporters
from varvet.registers.deviations.models import Deviation, Part, progress_of


@dataclass(frozen=True)
class Closing:
    """What the reporter is told ("så blev det"), empty when told before; and the lesson for the unit (optional)."""

    feedback: str = ""
    lesson: str = ""


@transaction.atomic
def close(*, deviation: Deviation, closing: Closing, version: int, by: User, now: datetime) -> Deviation:
    case = open_case(deviation, rules.Event.CLOSE, version=version, by=by, now=now)
    lead, says = case.lead, bool(closing.feedback.strip())
    rules.check_closing(rules.before_closing(progress_of(lead, told=says or lead.told_on is not None)))
    if lead.opened_on and not lead.investigated_on:
        lead.investigated_on = day_of(now)
    told = {"told_on": day_of(now)} if says else {}
    case.move(rules.Status.CLOSED, {"closed_at": now, "closed_on": day_of(now), **told})
    keep(lead, {Part.LESSON: closing.lesson}, by=by, now=now)
    _tell_all(case, closing.feedback, by, now)
    tell_reporters(case.all, Event.CLOSED, by=by, now=now)
    return case.commit("closed", by=by)


def _tell_all(case: Case, feedback: str, by: User, now: datetime) -> None:
    """Also those whose report of the same event was a duplicate."""
    for deviation in (case.lead, *case.joined):
        keep(deviation, {Part.FEEDBACK: feedback}, by=by, now=now)
    for duplicate in case.lead.duplicates.select_for_update().order_by("pk"):
        if feedback.strip():
            keep(duplicate, {Part.FEEDBACK: feedback}, by=by, now=now)
            tell_reporter(duplicate, Event.ANSWERED, by=by, now=now)
            spine.commit(duplicate, "told", by=by)
