"""Advising: the data protection officer says what they recommend, and why; who decides is the delegate."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.actions.case import open_case
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Event, Recommendation


@transaction.atomic
def advise(
    *, incident: PrivacyIncident, advice: tuple[Recommendation, str], version: int, by: User, now: datetime
) -> PrivacyIncident:
    """`advice` is what is recommended and why. The latest holds; what was said before stays written."""
    recommendation, text = advice
    current = open_case(incident, Event.ADVISE, version=version, by=by, now=now)
    rules.check_words("text", text, "Skriv vad du råder till, och varför.")
    current.advice, current.advised_on = recommendation, day_of(now)
    current.save()
    keep(current, {Part.ADVICE: text}, by=by, now=now)
    spine.commit(current, "advised", by=by, data={"advice": recommendation})
    return current
