"""What an improvement counts as: decided, performed, effect_judged, carried_over, made_public."""

from dataclasses import replace

from varvet.kernel.records.registry import FactRow
from varvet.registers.improvements.models import Improvement

RELATED = ("areas", "carried", "public_change")
HAPPENINGS = ("decided", "performed", "effect_judged", "carried_over", "made_public")


def facts(improvement: Improvement) -> list[FactRow]:
    """`days` of performed is from decision to carried out; `outcome` of effect_judged is the effect."""
    primary = [area.quality_area for area in improvement.areas.all() if area.primary]
    decided = FactRow(
        happening="decided",
        day=improvement.decided_on,
        unit_id=improvement.unit_id,
        quality_area=primary[0] if primary else "",
    )
    rows = [decided]
    if improvement.carried_out_on:
        days = (improvement.carried_out_on - improvement.decided_on).days
        rows.append(replace(decided, happening="performed", day=improvement.carried_out_on, days=days))
    if improvement.effect_judged_on:
        judged = replace(decided, happening="effect_judged", day=improvement.effect_judged_on)
        rows.append(replace(judged, outcome=improvement.effect))
    moved = [replace(decided, happening="carried_over", day=carried.on) for carried in improvement.carried.all()]
    return [*rows, *moved, *_made_public(improvement, decided)]


def _made_public(improvement: Improvement, decided: FactRow) -> list[FactRow]:
    """Only while everybody can read of it."""
    change = getattr(improvement, "public_change", None)
    if change is None or not change.is_published:
        return []
    return [replace(decided, happening="made_public", day=change.published_on)]
