"""The tables of risks."""

from varvet.registers.risks.models.overview import ControlPoint, FollowUp, Overview, OverviewStatus
from varvet.registers.risks.models.risk import KIND, Happening, Narrative, Part, Risk, What

__all__ = [
    "KIND",
    "ControlPoint",
    "FollowUp",
    "Happening",
    "Narrative",
    "Overview",
    "OverviewStatus",
    "Part",
    "Risk",
    "What",
]
