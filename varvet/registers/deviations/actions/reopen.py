"""Reopening: what was closed or left out is taken up again, with a reason; it never counts twice."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.questions.suspicions import renew
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import PERMISSIONS, Case
from varvet.registers.deviations.actions.telling import tell_handler, tell_reporters
from varvet.registers.deviations.models import Deviation, Part


@transaction.atomic
def reopen(*, deviation: Deviation, reason: str, version: int, by: User, now: datetime) -> Deviation:
    """A case is opened with all its reports; a report that was handled in another case is opened alone."""
    check(by, PERMISSIONS[rules.Event.REOPEN], deviation.unit, today=day_of(now))
    current, joined = spine.lock_with(deviation, Q(joined_to_id=deviation.pk), version=version)
    target = rules.check_transition(rules.Event.REOPEN, current.status)
    rules.check_reason(rules.Event.REOPEN, reason, "Skriv varför avvikelsen öppnas igen.")
    current.joined_to, current.duplicate_of, current.duplicate_on, current.dismissed_on = None, None, None, None
    case = Case(current, tuple(joined))
    case.move(target, {"closed_at": None, "closed_on": None, "told_on": None, "reopened_on": day_of(now)})
    keep(current, {Part.REASON: reason}, by=by, now=now)
    for each in case.all:
        renew(each, now=now)
    tell_handler(current, Event.REOPENED, by=by, now=now)
    tell_reporters(case.all, Event.REOPENED, by=by, now=now)
    return case.commit("reopened", by=by)
