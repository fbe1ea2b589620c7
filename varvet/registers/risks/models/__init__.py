"""The tables of risks."""

from varvet.registers.risks.models.risk import KIND, Happening, Narrative, Part, Risk, What

__all__ = ["KIND", "Happening", "Narrative", "Part", "Risk", "What"]
