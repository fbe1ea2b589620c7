"""The tables of the feedback register."""

from varvet.registers.feedback.models.feedback import KIND, TYPES, Feedback
from varvet.registers.feedback.models.mention import Mention
from varvet.registers.feedback.models.narrative import Narrative, Part

__all__ = [
    "KIND",
    "TYPES",
    "Feedback",
    "Mention",
    "Narrative",
    "Part",
]
