"""Giving up: the improvement cannot be made, or the risk is handled in the risk picture instead; with a reason."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.to_risk import check_risk, tie
from varvet.registers.improvements.models import Improvement, Part


@dataclass(frozen=True)
class GivingUp:
    """`target` is not_feasible or in_risk_picture; `risk` is the risk it is handled in, when there is one already."""

    target: rules.Status
    reason: str
    risk: Record | None = None


@transaction.atomic
def give_up(*, improvement: Improvement, giving_up: GivingUp, version: int, by: User, now: datetime) -> Improvement:
    check(by, "improvements.edit", improvement.unit, today=day_of(now))
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.GIVE_UP, current.status, current.effect)
    rules.check_giving_up(giving_up.target, giving_up.reason)
    check_risk(current, giving_up.risk, in_risk_picture=giving_up.target is rules.Status.IN_RISK_PICTURE)
    current.status, current.given_up_on, current.closed_at = giving_up.target, day_of(now), now
    current.save()
    tie(current, giving_up.risk)
    keep(current, {Part.GIVEN_UP: giving_up.reason}, by=by, now=now)
    spine.commit(current, "given_up", by=by, data={"target": giving_up.target})
    return current
