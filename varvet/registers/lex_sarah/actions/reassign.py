"""Another investigates, since the one who did leaves: only somebody who may, and has no conflict of interest."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.assign import check_investigator
from varvet.registers.lex_sarah.models import LexSarah, Part


@transaction.atomic
def reassign(case: LexSarah, to: User, reason: str, by: User, now: datetime) -> None:
    """Whether `by` may move a person's work has been asked. RuleBroken when the new one may not have it."""
    current = spine.lock(case, version=case.version)
    rules.check_now(rules.Event.ASSIGN, current.status)
    rules.check_own_case(current.joined_to_id is not None)
    rules.check_change(current.investigator_id, to.pk, reason)
    check_investigator(current, to, now=now)
    before, current.investigator = current.investigator_id, to
    current.save()
    keep(current, {Part.REASSIGNED: reason}, by=by, now=now)
    tell(current, Event.ASSIGNED, to=[to], by=by, now=now)
    spine.commit(current, "reassigned", by=by, data={"investigator": to.pk, "before": before})
