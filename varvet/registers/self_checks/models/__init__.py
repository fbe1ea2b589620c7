"""The tables of the self-checks register."""

from varvet.registers.self_checks.models.case import Case
from varvet.registers.self_checks.models.drawing import (
    Draw,
    DrawnStratum,
    FollowUp,
    Frame,
    ListSource,
    Replacement,
)
from varvet.registers.self_checks.models.form import Form, FormVersion
from varvet.registers.self_checks.models.question import Question, question_of
from varvet.registers.self_checks.models.reviewing import Answer, Lesson, Review, Reviewing
from varvet.registers.self_checks.models.round import KIND, QUESTIONS, Narrative, Part, Round, Split

__all__ = [
    "KIND",
    "QUESTIONS",
    "Answer",
    "Case",
    "Draw",
    "DrawnStratum",
    "FollowUp",
    "Form",
    "FormVersion",
    "Frame",
    "Lesson",
    "ListSource",
    "Narrative",
    "Part",
    "Question",
    "Replacement",
    "Review",
    "Reviewing",
    "Round",
    "Split",
    "question_of",
]
