"""Files on an incident: whoever reported, and those who assess, add them; removing one takes a reason."""

from functools import partial

from django.db import transaction

from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import attachments
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.sent_files import Outcome, Removal, Sending
from varvet.registers.privacy_incidents.actions.case import ASSESS, EXCLUDED, REMOVE_FILES
from varvet.registers.privacy_incidents.actions.telling import tell_handler
from varvet.registers.privacy_incidents.models import PrivacyIncident


def add_files(incident: PrivacyIncident, sending: Sending) -> Outcome:
    """Asks for no version: nothing is written over. Not in a transaction until the files are cleaned."""
    if incident.opened_by_id == sending.by.pk:
        return attachments.add(incident, sending, check=_always, then=partial(_tell, sending=sending))
    check_within(incident, ASSESS, EXCLUDED, by=sending.by, today=day_of(sending.now))
    return attachments.add(incident, sending, check=_always)


@transaction.atomic
def remove_file(incident: PrivacyIncident, removal: Removal) -> None:
    check_within(incident, REMOVE_FILES, EXCLUDED, by=removal.by, today=day_of(removal.now))
    attachments.remove(incident, removal)


def _always(_: PrivacyIncident) -> None:
    """What comes late is documentation too: an incident takes files in every state."""


def _tell(incident: PrivacyIncident, *, sending: Sending) -> None:
    tell_handler(incident, Event.ADDED, by=sending.by, now=sending.now)
