"""Keeping what people said: encrypted, apart from what is counted."""

from collections.abc import Mapping
from datetime import datetime

from varvet.kernel.access.models import User
from varvet.registers.feedback.models import Feedback, Narrative, Part


def keep(feedback: Feedback, parts: Mapping[Part, str], *, by: User | None, now: datetime) -> None:
    """Writes each part that says something; the texts written before stay."""
    Narrative.objects.bulk_create(
        Narrative(feedback=feedback, part=part, text=text.strip(), written_at=now, written_by=by)
        for part, text in parts.items()
        if text.strip()
    )
