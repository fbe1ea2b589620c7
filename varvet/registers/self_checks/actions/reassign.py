"""Another becomes responsible for a planned round when somebody leaves."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.plan_rows import check_able
from varvet.registers.self_checks.models import Part, PlannedRound, Round


@transaction.atomic
def reassign(round_: Round, to: User, reason: str, by: User, now: datetime) -> None:
    """Whether `by` may move a person's work has been asked. The plan's row keeps who it named."""
    current = spine.lock(round_, version=round_.version)
    planned = PlannedRound.objects.select_for_update(of=("self",)).filter(round=current).first()
    if planned is None or current.status not in rules.OPEN:
        raise RuleBroken("self_check.reassign", marked("Ingen har den här kontrollen personligen."))
    check_able(to, (current.unit,), day_of(now))
    before, planned.responsible = planned.responsible_id, to
    planned.save(update_fields=["responsible"])
    keep(current, {Part.NOTE: reason}, by=by, now=now)
    spine.commit(current, "reassigned", by=by, data={"responsible": to.pk, "before": before})
