"""What goes with an improvement in tables of its own: the texts, encrypted, and the quality areas."""

from varvet.registers.improvements.models import AreaTouched, Improvement


def areas_of(improvement: Improvement, quality_areas: tuple[str, ...]) -> list[AreaTouched]:
    """Rows to save, the first the primary."""
    return [
        AreaTouched(improvement=improvement, quality_area=area, primary=number == 0)
        for number, area in enumerate(quality_areas)
    ]
