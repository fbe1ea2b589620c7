"""Telling the people concerned (GDPR article 34): when it was done, how, and what they were told."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.actions.case import open_case
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Event, How, deciding


@dataclass(frozen=True)
class Informed:
    on: date
    how: How
    text: str


@transaction.atomic
def inform(*, incident: PrivacyIncident, told: Informed, version: int, by: User, now: datetime) -> PrivacyIncident:
    current = open_case(incident, Event.INFORM, version=version, by=by, now=now)
    deciding.check_to_inform(current.inform, informed=current.informed_on is not None)
    deciding.check_between("informed_on", told.on, day_of(current.received_at), day_of(now))
    rules.check_words("text", told.text, "Skriv vad de fick veta.")
    current.informed_on, current.informed_how = told.on, told.how
    current.save()
    keep(current, {Part.TOLD: told.text}, by=by, now=now)
    spine.commit(current, "informed", by=by, data={"how": told.how})
    return current
