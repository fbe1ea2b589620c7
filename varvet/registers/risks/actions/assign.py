"""Who has a risk by name."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.risks import rules
from varvet.registers.risks.actions.add import check_able
from varvet.registers.risks.actions.steps import Change, begin, finish
from varvet.registers.risks.models import Part, Risk
from varvet.registers.risks.rules import Event


@transaction.atomic
def assign(change: Change, owner: User | None) -> Risk:
    current = begin(change, Event.ASSIGN)
    check_able(owner, current.unit, change.now)
    current.owner = owner
    tell(current, Told.ASSIGNED, to=[owner], by=change.by, now=change.now)
    return finish(current, "assigned", change, {"owner": owner.pk if owner else None})


@transaction.atomic
def reassign(risk: Risk, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves; whether `by` may move a person's work has been asked."""
    current = spine.lock(risk, version=risk.version)
    rules.check_now(Event.ASSIGN, current.status)
    check_able(to, current.unit, now)
    before, current.owner = current.owner_id, to
    keep(current, {Part.HANDED: reason}, by=by, now=now)
    tell(current, Told.ASSIGNED, to=[to], by=by, now=now)
    finish(current, "reassigned", Change(current, current.version, by, now), {"owner": to.pk, "before": before})
