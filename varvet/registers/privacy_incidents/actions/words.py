"""Keeping what people wrote: encrypted, apart from what is counted."""

from datetime import datetime

from varvet.kernel.access.models import User
from varvet.registers.privacy_incidents.models import Narrative, Part, PrivacyIncident


def keep(incident: PrivacyIncident, part: Part, text: str, *, by: User, now: datetime) -> None:
    """Writes what says something; the texts written before stay."""
    if text.strip():
        Narrative.objects.create(incident=incident, part=part, text=text.strip(), written_at=now, written_by=by)
