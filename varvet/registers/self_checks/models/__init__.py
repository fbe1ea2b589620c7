"""The tables of the self-checks register."""

from varvet.registers.self_checks.models.case import Case
from varvet.registers.self_checks.models.form import Form, FormVersion
from varvet.registers.self_checks.models.question import Question, question_of
from varvet.registers.self_checks.models.reviewing import Answer, Lesson, Review, Reviewing
from varvet.registers.self_checks.models.round import KIND, QUESTIONS, Narrative, Part, Round, Split

__all__ = [
    "KIND",
    "QUESTIONS",
    "Answer",
    "Case",
    "Form",
    "FormVersion",
    "Lesson",
    "Narrative",
    "Part",
    "Question",
    "Review",
    "Reviewing",
    "Round",
    "Split",
    "question_of",
]
