"""Who is told of what happens to an incident: those who handle, the officer, the delegate, and whoever reported."""

from datetime import datetime

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import announce, tell, tell_nearest
from varvet.registers.privacy_incidents.actions.case import ADVISE, ASSESS, DECIDE
from varvet.registers.privacy_incidents.models import PrivacyIncident

AT_ONCE = (ASSESS, ADVISE, DECIDE)


def announce_to_all(incident: PrivacyIncident, event: Event, *, by: User | None, now: datetime) -> None:
    """The clock runs for all of them: the unit, the data protection officer and the delegate are told at once."""
    for permission in AT_ONCE:
        announce(incident, event, permission, by=by, now=now)


def tell_delegate(incident: PrivacyIncident, *, by: User, now: datetime) -> None:
    """It waits for a decision."""
    tell_nearest(incident, Event.ASSIGNED, DECIDE, by=by, now=now)


def tell_handler(incident: PrivacyIncident, event: Event, *, by: User | None, now: datetime) -> None:
    """Whoever has it by name, else those nearest the unit; nobody, when whoever has it did it."""
    if incident.handler is not None and incident.handler == by:
        return
    if incident.handler is None or not tell(incident, event, to=[incident.handler], by=by, now=now):
        tell_nearest(incident, event, ASSESS, by=by, now=now)


def tell_reporter(incident: PrivacyIncident, event: Event, *, by: User, now: datetime) -> None:
    tell(incident, event, to=[incident.opened_by], by=by, now=now)
