"""Marking a round as not done: it was planned, nobody carried it out, and the reason is told."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.models import Round


@transaction.atomic
def mark_not_done(*, round_: Round, reason: str, version: int, by: User, now: datetime) -> Round:
    """`reason` is about the work, never a person: lists and the report show it."""
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    current.status = rules.check_event(rules.Event.NOT_DONE, current.status)
    rules.check_reason(reason)
    current.not_done_reason, current.closed_at = reason.strip(), now
    current.save()
    spine.commit(current, "not_done", by=by)
    return current
