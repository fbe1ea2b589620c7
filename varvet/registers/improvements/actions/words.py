"""What goes with an improvement in tables of its own: the texts, encrypted, and the quality areas."""

from datetime import datetime

from varvet.kernel.access.models import User
from varvet.registers.improvements.models import AreaTouched, Improvement, Narrative, Part


def keep(improvement: Improvement, part: Part, text: str, *, by: User, now: datetime) -> None:
    """Writes a text that says something; the texts written before stay."""
    if text.strip():
        Narrative.objects.create(improvement=improvement, part=part, text=text.strip(), written_at=now, written_by=by)


def areas_of(improvement: Improvement, quality_areas: tuple[str, ...]) -> list[AreaTouched]:
    """Rows to save, the first the primary."""
    return [
        AreaTouched(improvement=improvement, quality_area=area, primary=number == 0)
        for number, area in enumerate(quality_areas)
    ]
