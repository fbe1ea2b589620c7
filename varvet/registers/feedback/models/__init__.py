"""The tables of the feedback register."""

from varvet.registers.feedback.models.feedback import KIND, TYPES, Feedback
from varvet.registers.feedback.models.mention import Mention
from varvet.registers.feedback.models.narrative import TOLD, Narrative, Part
from varvet.registers.feedback.models.public import Attempt, Following

__all__ = [
    "KIND",
    "TOLD",
    "TYPES",
    "Attempt",
    "Feedback",
    "Following",
    "Mention",
    "Narrative",
    "Part",
]
