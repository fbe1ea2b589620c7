"""The tables of risks."""

from varvet.registers.risks.models.overview import ControlPoint, FollowUp, Overview, OverviewStatus
from varvet.registers.risks.models.risk import KIND, Happening, Narrative, Part, Risk, What
from varvet.registers.risks.models.workshop import Suggestion, Vote, Workshop

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
    "Suggestion",
    "Vote",
    "What",
    "Workshop",
]
