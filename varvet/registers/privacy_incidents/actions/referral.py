"""Answering another register's question: it becomes an incident here, or is refused with a written reason."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.models import Referral
from varvet.registers.privacy_incidents.actions.case import ASSESS
from varvet.registers.privacy_incidents.actions.report import new_incident
from varvet.registers.privacy_incidents.actions.telling import announce_to_all
from varvet.registers.privacy_incidents.models import KIND, PrivacyIncident


@transaction.atomic
def accept_referral(*, referral: Referral, by: User, now: datetime) -> PrivacyIncident:
    """In the same unit, as secret as what it follows from; its texts stay in the first register.

    The clock to IMY starts when that record came in: since then somebody here has known. Whoever reported there is
    told there, so the incident has no reporter of its own.
    """
    check(by, ASSESS, referral.unit, today=day_of(now))
    origin = referral.origin
    incident = new_incident(referral.unit, origin.received_at, origin.confidentiality)
    incident.occurred_day, incident.occurred_time = origin.occurred_day, origin.occurred_time
    incident.save()
    announce_to_all(incident, Event.ARRIVED, by=by, now=now)
    referrals.accept(referral, incident, by=by)
    spine.commit_made(incident, "received", by=by, data={"origin": origin.reference})
    return incident


@transaction.atomic
def refuse_referral(*, referral: Referral, reason: str, by: User, now: datetime) -> None:
    """Leaves the reason, encrypted, on the question, and a row in the trail."""
    check(by, ASSESS, referral.unit, today=day_of(now))
    referrals.refuse(referral, reason, by=by)
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=referral.unit_id)
    trail.write([trail.event("referral_refused", subject, data={"origin": referral.origin.reference})])
