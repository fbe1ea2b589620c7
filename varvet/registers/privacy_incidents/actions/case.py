"""An incident as it is opened to be changed: may the person, is it the version known, and can it happen now."""

from datetime import datetime

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.rules import Event

REPORT = "privacy_incidents.report"
ASSESS = "privacy_incidents.assess"
ADVISE = "privacy_incidents.advise"
DECIDE = "privacy_incidents.decide"
NOTIFY = "privacy_incidents.notify"
REMOVE_FILES = "privacy_incidents.remove_files"
EXCLUDED = "privacy_incidents.view_excluded"
PERMISSIONS: dict[Event, str] = dict.fromkeys(Event, ASSESS) | {
    Event.ADVISE: ADVISE,
    Event.DECIDE: DECIDE,
    Event.NOTIFY: NOTIFY,
    Event.SUPPLEMENT: NOTIFY,
    Event.RULING: NOTIFY,
}


def open_case(incident: PrivacyIncident, event: Event, *, version: int, by: User, now: datetime) -> PrivacyIncident:
    """The incident, locked."""
    check_within(incident, PERMISSIONS[event], EXCLUDED, by=by, today=day_of(now))
    current = spine.lock(incident, version=version)
    rules.check_now(event, current.status)
    return current
