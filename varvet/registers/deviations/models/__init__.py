"""The tables of the deviations register."""

from varvet.registers.deviations.models.deviation import KIND, Channel, Deviation, Mention, Severity, Worry
from varvet.registers.deviations.models.narrative import Narrative, Part
from varvet.registers.deviations.models.reporting import LastSeen, Reporting, UnitLink

__all__ = [
    "KIND",
    "Channel",
    "Deviation",
    "LastSeen",
    "Mention",
    "Narrative",
    "Part",
    "Reporting",
    "Severity",
    "UnitLink",
    "Worry",
]
