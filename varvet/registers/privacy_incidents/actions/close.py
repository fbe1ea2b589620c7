"""Closing: what was done is written down, for the documentation that GDPR article 33.5 asks for."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident


@transaction.atomic
def close(*, incident: PrivacyIncident, done: str, version: int, by: User, now: datetime) -> PrivacyIncident:
    check(by, "privacy_incidents.assess", incident.unit, today=day_of(now))
    current = spine.lock(incident, version=version)
    current.status = rules.check_transition(rules.Event.CLOSE, current.status)
    rules.check_words("done", done, "Skriv vad som har gjorts.")
    current.closed_at, current.closed_on = now, day_of(now)
    current.save()
    keep(current, {Part.DONE: done}, by=by, now=now)
    spine.commit(current, "closed", by=by)
    return current
