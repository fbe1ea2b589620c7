"""The tables of the lex Sarah register."""

from varvet.registers.lex_sarah.models.case import KIND, TYPES, LexSarah
from varvet.registers.lex_sarah.models.narrative import REPORTED_PARTS, Narrative, Part

__all__ = ["KIND", "REPORTED_PARTS", "TYPES", "LexSarah", "Narrative", "Part"]
