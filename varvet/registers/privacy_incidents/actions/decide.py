"""Deciding: the delegate says whether IMY is notified and whether the people concerned are told."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents.actions.case import open_case
from varvet.registers.privacy_incidents.actions.telling import tell_handler
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Answer, Decision, Event, check_transition, deciding


@transaction.atomic
def decide(*, incident: PrivacyIncident, decision: Decision, version: int, by: User, now: datetime) -> PrivacyIncident:
    """A decision can be made anew, but not against what has been done by it. Carrying it out is the handler's."""
    current = open_case(incident, Event.DECIDE, version=version, by=by, now=now)
    deciding.check_decision(decision)
    deciding.check_still(
        decision, notified=current.reported_to_imy_on is not None, informed=current.informed_on is not None
    )
    current.status = check_transition(Event.DECIDE, current.status)
    current.notify, current.inform = decision.notify, decision.inform
    current.decided_on, current.decided_by = day_of(now), by
    current.delegation = decision.delegation.strip()
    current.save()
    keep(current, _reasons(decision), by=by, now=now)
    tell_handler(current, Told.ASSIGNED, by=by, now=now)
    spine.commit(current, "decided", by=by, data={"notify": decision.notify, "inform": decision.inform})
    return current


def _reasons(decision: Decision) -> dict[Part, str]:
    """Only for what was answered no."""
    return {
        Part.WHY_NOT: decision.why_not_notify if decision.notify is Answer.NO else "",
        Part.UNINFORMED: decision.why_not_inform if decision.inform is Answer.NO else "",
    }
