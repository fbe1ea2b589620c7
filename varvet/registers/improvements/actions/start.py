"""Starting: work on the improvement has begun."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.improvements import rules
from varvet.registers.improvements.models import Improvement


@transaction.atomic
def start(*, improvement: Improvement, version: int, by: User, now: datetime) -> Improvement:
    check(by, "improvements.edit", improvement.unit, today=day_of(now))
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.START, current.status, current.effect)
    current.status, current.started_on = rules.Status.ONGOING, day_of(now)
    current.save()
    spine.commit(current, "started", by=by)
    return current
