"""Changing what was decided: what, for which areas and why, by whom and until when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import spine
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.plan_effect import plan_of
from varvet.registers.improvements.actions.words import areas_of
from varvet.registers.improvements.models import AreaTouched, Improvement


@dataclass(frozen=True)
class Content:
    """What can be changed until it is in place. The first quality area is the primary."""

    what: str
    quality_areas: tuple[str, ...]
    cause: str = ""
    due_on: date | None = None
    owner: User | None = None


@transaction.atomic
def edit(*, improvement: Improvement, content: Content, version: int, by: User, now: datetime) -> Improvement:
    check(by, "improvements.edit", improvement.unit, today=day_of(now))
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.EDIT, current.status, current.effect)
    rules.check_what(content.what)
    rules.check_decision(current.decided_on, content.due_on, day_of(now))
    current.what, current.cause, current.due_on = content.what.strip(), content.cause, content.due_on
    current.areas.all().delete()
    AreaTouched.objects.bulk_create(areas_of(current, content.quality_areas))
    owner_changed = give(current, content.owner, by=by, now=now)
    current.save()
    spine.commit(current, "edited", by=by, data={"owner_changed": owner_changed})
    return current


def give(improvement: Improvement, owner: User | None, *, by: User, now: datetime) -> bool:
    """Puts another in charge, not saved; told to whoever gets it. Whether it was another."""
    if (owner.pk if owner else None) == improvement.owner_id:
        return False
    plan = plan_of(improvement)
    rules.check_apart(owner.pk if owner else None, plan.judge_id if plan else None, field="owner")
    improvement.owner = owner
    if owner:
        tell(improvement, Told.ASSIGNED, to=[owner], by=by, now=now)
    return True
