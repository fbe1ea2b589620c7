"""Several who say the same are answered as one: each still counts, and each gets the answer."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import EXCLUDED, HANDLE, begin, finish
from varvet.registers.feedback.models import Feedback, joinable
from varvet.registers.feedback.rules import Event


@transaction.atomic
def join(*, feedback: Feedback, lead: Feedback, version: int, by: User, now: datetime) -> Feedback:
    """From now on the answer is given in `lead`, which came in first."""
    for one in (feedback, lead):
        check_within(one, HANDLE, EXCLUDED, by=by, today=day_of(now))
    current, others = spine.lock_with(feedback, Q(pk=lead.pk), version=version)
    rules.check_event(Event.JOIN, current.status)
    [case] = others or [current]
    rules.check_join(joinable(current), joinable(case))
    current.joined_to, current.status, current.handler = case, case.status, None
    current.reopened_on = case.reopened_on or current.reopened_on
    finish(case, "joined_by", by=by, data={"joined": current.pk})
    return finish(current, "joined", by=by, data={"to": case.pk})


@transaction.atomic
def leave(*, feedback: Feedback, version: int, by: User, now: datetime) -> Feedback:
    """It is answered by itself again, as far as it had come together with the other."""
    current = begin(feedback, Event.LEAVE, version=version, by=by, now=now)
    rules.check_joined(joined=current.joined_to_id is not None)
    current.joined_to = None
    return finish(current, "left", by=by)
