"""Starting: the round has begun."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.models import Round


@transaction.atomic
def start(*, round_: Round, version: int, by: User, now: datetime) -> Round:
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    current.status = rules.check_event(rules.Event.START, current.status)
    current.save()
    spine.commit(current, "started", by=by)
    return current
