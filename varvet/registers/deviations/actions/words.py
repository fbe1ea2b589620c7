"""Keeping what people wrote: encrypted, apart from what is counted."""

from datetime import datetime

from varvet.kernel.access.models import User
from varvet.registers.deviations.models import Deviation, Narrative, Part


def keep(deviation: Deviation, parts: dict[Part, str], *, by: User | None, now: datetime) -> None:
    """Writes each part that says something; the texts written before stay."""
    Narrative.objects.bulk_create(
        Narrative(deviation=deviation, part=part, text=text.strip(), written_at=now, written_by=by)
        for part, text in parts.items()
        if text.strip()
    )
