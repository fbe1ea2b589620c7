"""What a reader may do with an incident's files."""

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.queries.visible import handles, may


def may_add(reader: Reader, incident: PrivacyIncident) -> bool:
    """Whoever reported it, and those who assess."""
    return incident.opened_by_id == reader.user.pk or may(reader, "privacy_incidents.assess", incident)


def may_remove(reader: Reader, incident: PrivacyIncident) -> bool:
    return may(reader, "privacy_incidents.remove_files", incident)


def reads_all_files(reader: Reader, incident: PrivacyIncident) -> bool:
    """Those who handle; whoever reported reads what they sent."""
    return handles(reader, incident)


def page_with_files(_: Reader, incident: PrivacyIncident) -> str:
    return reverse("privacy_incidents:page", args=[incident.reference])
