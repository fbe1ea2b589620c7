"""The tables of the deviations register."""

from varvet.registers.deviations.models.deviation import KIND, Channel, Deviation, Mention, Severity, Worry
from varvet.registers.deviations.models.narrative import Narrative, Part

__all__ = ["KIND", "Channel", "Deviation", "Mention", "Narrative", "Part", "Severity", "Worry"]
