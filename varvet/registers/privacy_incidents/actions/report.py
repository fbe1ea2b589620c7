"""Reporting: what somebody came to know becomes a received incident, once, however often the form is sent."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.models import Confidentiality, Link, LinkKind, Record, Referral
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import unnumbered
from varvet.kernel.records.once import once
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.actions.case import REPORT
from varvet.registers.privacy_incidents.actions.telling import announce_to_all
from varvet.registers.privacy_incidents.models import KIND, Part, PrivacyIncident


@dataclass(frozen=True)
class Report:
    """What the reporter wrote; `moment` is when it became known here, where it was not just now.

    `follows` is the record it was started from. `confidentiality` shuts the unit's manager out of what is about them.
    """

    unit: Unit
    what: str
    aware: rules.Aware = rules.Aware.JUST_NOW
    moment: datetime | None = None
    occurred_day: date | None = None
    occurred_time: time | None = None
    at_once: str = ""
    confidentiality: Confidentiality = Confidentiality.NORMAL
    follows: Record | None = None


@transaction.atomic
def report(*, content: Report, key: str, by: User, now: datetime) -> Record:
    """The new incident, or the one the same key made before."""
    check(by, REPORT, content.unit, today=day_of(now))
    rules.check_words("what", content.what, "Berätta vad som hände.")
    aware_at = rules.aware_at(content.aware, content.moment, now)
    rules.check_occurred(content.occurred_day, day_of(aware_at))
    return once(key, by=by, create=lambda: _create(content, aware_at, by, now))


def _create(content: Report, aware_at: datetime, by: User, now: datetime) -> PrivacyIncident:
    incident = new_incident(content.unit, aware_at, content.confidentiality)
    incident.occurred_day = content.occurred_day
    incident.occurred_time = content.occurred_time if content.occurred_day else None
    incident.opened_by = by
    incident.save()
    keep(incident, {Part.WHAT: content.what, Part.AT_ONCE: content.at_once}, by=by, now=now)
    announce_to_all(incident, Event.ARRIVED, by=by, now=now)
    _tie(incident, content.follows, by, now)
    spine.commit_made(incident, "received", by=by)
    return incident


def new_incident(unit: Unit, aware_at: datetime, confidentiality: str) -> PrivacyIncident:
    """A received incident, not saved."""
    root = unit.root
    assert root is not None
    return PrivacyIncident(
        kind=KIND,
        reference=unnumbered(),
        root=root,
        unit=unit,
        status=rules.Status.RECEIVED,
        received_at=aware_at,
        confidentiality=confidentiality,
    )


def _tie(incident: PrivacyIncident, follows: Record | None, by: User, now: datetime) -> None:
    """To the record it was started from; a question that record had open is answered by it."""
    if follows is None:
        return
    Link.objects.create(source=incident, target=follows, kind=LinkKind.FOLLOWS)
    asked = Referral.objects.filter(origin=follows, to_kind=KIND, state=Referral.State.OPEN).first()
    if asked:
        referrals.accept(asked, incident, by=by, now=now)
