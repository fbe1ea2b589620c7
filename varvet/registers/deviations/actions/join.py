"""Joining: several reports are handled as one case, with one investigation; each still counts and is told."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import spine
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import open_one, open_two
from varvet.registers.deviations.actions.telling import tell_reporter
from varvet.registers.deviations.models import Deviation, tied


@transaction.atomic
def join(*, deviation: Deviation, lead: Deviation, version: int, by: User, now: datetime) -> Deviation:
    """From now on the report's state is that of `lead`, and whoever handles `lead` has it."""
    current, case = open_two(deviation, lead, rules.Event.JOIN, version=version, by=by, now=now)
    rules.check_join(tied(current), tied(case))
    current.status, current.joined_to, current.handler = case.status, case, None
    current.save()
    tell_reporter(current, Event.MERGED, by=by, now=now)
    spine.commit(case, "joined_by", by=by, data={"report": current.pk})
    spine.commit(current, "joined", by=by, data={"to": case.pk})
    return current


@transaction.atomic
def leave(*, deviation: Deviation, version: int, by: User, now: datetime) -> Deviation:
    """The report stands by itself again, assessed and not investigated."""
    current = open_one(deviation, rules.Event.LEAVE, version=version, by=by, now=now)
    rules.check_joined(current.joined_to_id is not None)
    current.status = rules.check_transition(rules.Event.LEAVE, current.status)
    current.joined_to = None
    current.save()
    spine.commit(current, "left", by=by)
    return current
