"""Reporting: what somebody came to know becomes a received incident, once, however often the form is sent."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.models import KIND, Part, PrivacyIncident


@dataclass(frozen=True)
class Report:
    """What the reporter wrote; `aware_at` is the instant when the incident became known here."""

    unit: Unit
    what: str
    aware_at: datetime


@transaction.atomic
def report(*, content: Report, key: str, by: User, now: datetime) -> Record:
    """The new incident, or the one the same key made before."""
    check(by, "privacy_incidents.report", content.unit, today=day_of(now))
    rules.check_words("what", content.what, "Berätta vad som hände.")
    rules.check_aware(content.aware_at, now)
    return once(key, by=by, create=lambda: _create(content, by, now))


def _create(content: Report, by: User, now: datetime) -> PrivacyIncident:
    root = content.unit.root
    assert root is not None
    incident = PrivacyIncident.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(content.aware_at).year),
        root=root,
        unit=content.unit,
        status=rules.Status.RECEIVED,
        received_at=content.aware_at,
        opened_by=by,
    )
    keep(incident, {Part.WHAT: content.what}, by=by, now=now)
    spine.commit(incident, "received", by=by)
    return incident
