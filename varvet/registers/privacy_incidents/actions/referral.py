"""Taking on what another register asks about: it becomes an incident here that remembers where it came from."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.models import Referral
from varvet.registers.privacy_incidents.actions.case import ASSESS, EXCLUDED
from varvet.registers.privacy_incidents.actions.report import new_incident
from varvet.registers.privacy_incidents.actions.telling import announce_to_all
from varvet.registers.privacy_incidents.models import PrivacyIncident


@transaction.atomic
def accept_referral(*, referral: Referral, by: User, now: datetime) -> PrivacyIncident:
    """In the origin's unit, as secret as what it follows from; its texts stay in the first register.

    The clock to IMY starts when that record came in: since then somebody here has known. What is found in a part of
    a record, such as a reviewed log, is known when it is asked about. Whoever reported there is told there, so the
    incident has no reporter of its own.
    """
    origin = referral.origin
    check_within(origin, ASSESS, EXCLUDED, by=by, today=day_of(now))
    known_at = referral.asked_at if referral.part else origin.received_at
    incident = new_incident(origin.unit, known_at, origin.confidentiality)
    incident.occurred_day, incident.occurred_time = origin.occurred_day, origin.occurred_time
    incident.save()
    announce_to_all(incident, Event.ARRIVED, by=by, now=now)
    referrals.accept(referral, incident, by=by, now=now)
    spine.commit_made(incident, "received", by=by, data={"origin": origin.reference})
    return incident
