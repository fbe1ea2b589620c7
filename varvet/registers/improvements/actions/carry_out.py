"""Carrying out: the improvement is in place; its effect is judged later."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.plan_effect import plan_of
from varvet.registers.improvements.models import Improvement, Part


@transaction.atomic
def carry_out(
    *, improvement: Improvement, carried_out_on: date, version: int, by: User, now: datetime, unplanned: str = ""
) -> Improvement:
    """`unplanned` says why nobody has planned how the effect is seen; it is kept only where nobody has."""
    check(by, "improvements.edit", improvement.unit, today=day_of(now))
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.CARRY_OUT, current.status, current.effect)
    rules.check_carried_out(carried_out_on, current.decided_on, day_of(now))
    planned = plan_of(current) is not None
    rules.check_followed_up(unplanned, planned=planned)
    current.status, current.carried_out_on = rules.Status.DONE, carried_out_on
    current.save()
    keep(current, {Part.UNPLANNED: "" if planned else unplanned}, by=by, now=now)
    spine.commit(current, "carried_out", by=by)
    return current
