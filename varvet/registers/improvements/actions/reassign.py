"""Another is responsible, since the one who was leaves: told to the one who gets it."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import assignments_on
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.edit import give
from varvet.registers.improvements.actions.plan_effect import give_judging, plan_of
from varvet.registers.improvements.models import Improvement, Part


@transaction.atomic
def reassign(improvement: Improvement, to: User, reason: str, by: User, now: datetime) -> None:
    """Whether `by` may move a person's work has been asked. RuleBroken for somebody without a role in the root."""
    current = spine.lock(improvement, version=improvement.version)
    roles = assignments_on(to, day_of(now)).filter(unit__root=current.root_id)
    if not to.is_active or not roles.exists():
        raise RuleBroken("improvement.owner.role", marked("Välj någon som har en roll här."), field="owner")
    data = {"judge": to.pk} if is_judging(current) else {"owner": to.pk, "before": current.owner_id}
    if is_judging(current):
        give_judging(current, to, by=by, now=now)
    else:
        give(current, to, by=by, now=now)
        current.save()
    keep(current, {Part.HANDED_OVER: reason}, by=by, now=now)
    spine.commit(current, "reassigned", by=by, data=data)


def is_judging(improvement: Improvement) -> bool:
    """In place, with somebody named to judge it: that is what is left to hand over."""
    plan = plan_of(improvement)
    return improvement.status == rules.Status.DONE and plan is not None and plan.judge_id is not None
