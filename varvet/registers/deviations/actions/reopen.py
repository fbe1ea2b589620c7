"""Reopening: a closed deviation is taken up again, with a reason; it never counts twice."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.telling import tell_reporter, tell_those_who_handle
from varvet.registers.deviations.models import Deviation, Part


@transaction.atomic
def reopen(*, deviation: Deviation, reason: str, version: int, by: User, now: datetime) -> Deviation:
    check(by, "deviations.reopen", deviation.unit, today=day_of(now))
    current = spine.lock(deviation, version=version)
    current.status = rules.check_transition(rules.Event.REOPEN, current.status)
    if not reason.strip():
        raise RuleBroken("deviation.reopen.reason", "Skriv varför avvikelsen öppnas igen.", field="reason")
    current.closed_at, current.closed_on, current.reopened_on = None, None, day_of(now)
    current.save()
    keep(current, {Part.REASON: reason}, by=by, now=now)
    tell_those_who_handle(current, Event.REOPENED, by=by, now=now)
    tell_reporter(current, Event.REOPENED, by=by, now=now)
    spine.commit(current, "reopened", by=by)
    return current
