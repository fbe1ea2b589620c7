"""Keeping what people wrote: encrypted, apart from what is counted."""

from collections.abc import Mapping
from datetime import datetime

from varvet.kernel.access.models import User
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part


def keep(case: LexSarah, parts: Mapping[Part, str], *, by: User | None, now: datetime) -> None:
    """Writes each part that says something; the texts written before stay."""
    Narrative.objects.bulk_create(
        Narrative(case=case, part=part, text=text.strip(), written_at=now, written_by=by)
        for part, text in parts.items()
        if text.strip()
    )
