"""The tables of the improvements register."""

from varvet.registers.improvements.models.improvement import KIND, AreaTouched, Improvement, Narrative, Part
from varvet.registers.improvements.models.plan import CarriedOver, EffectPlan, Moment, Reading, Step
from varvet.registers.improvements.models.public_change import PublicChange

__all__ = [
    "KIND",
    "AreaTouched",
    "CarriedOver",
    "EffectPlan",
    "Improvement",
    "Moment",
    "Narrative",
    "Part",
    "PublicChange",
    "Reading",
    "Step",
]
