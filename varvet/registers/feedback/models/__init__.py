"""The tables of the feedback register."""

from varvet.registers.feedback.models.due import ANSWER_TERM, CLOSE_TERM, due_by, first_due
from varvet.registers.feedback.models.feedback import DIARY, DIARY_SETTING, KIND, TYPES, Feedback
from varvet.registers.feedback.models.mention import Mention
from varvet.registers.feedback.models.narrative import TOLD, Narrative, Part
from varvet.registers.feedback.models.progress import joinable, progress_of
from varvet.registers.feedback.models.public import Attempt, Following
from varvet.registers.feedback.models.replies import ReplyTemplate

__all__ = [
    "ANSWER_TERM",
    "CLOSE_TERM",
    "DIARY",
    "DIARY_SETTING",
    "KIND",
    "TOLD",
    "TYPES",
    "Attempt",
    "Feedback",
    "Following",
    "Mention",
    "Narrative",
    "Part",
    "ReplyTemplate",
    "due_by",
    "first_due",
    "joinable",
    "progress_of",
]
