"""The tables of the self-checks register."""

from varvet.registers.self_checks.models.case import Case
from varvet.registers.self_checks.models.drawing import Draw, DrawnStratum, FollowUp, Frame, Replacement
from varvet.registers.self_checks.models.form import Form, FormVersion
from varvet.registers.self_checks.models.list_check import (
    FOLDER,
    ColumnChoice,
    DelegationLine,
    DelegationOrder,
    ListCheck,
    folder_of,
)
from varvet.registers.self_checks.models.log_review import LogFinding, LogReview, StaffCode
from varvet.registers.self_checks.models.planning import PlanChange, PlannedRound, PlanRow, YearPlan
from varvet.registers.self_checks.models.question import Question, question_of
from varvet.registers.self_checks.models.reviewing import Answer, Lesson, Review, Reviewing
from varvet.registers.self_checks.models.round import KIND, QUESTIONS, Narrative, Part, Round, Split

__all__ = [
    "FOLDER",
    "KIND",
    "QUESTIONS",
    "Answer",
    "Case",
    "ColumnChoice",
    "DelegationLine",
    "DelegationOrder",
    "Draw",
    "DrawnStratum",
    "FollowUp",
    "Form",
    "FormVersion",
    "Frame",
    "Lesson",
    "ListCheck",
    "LogFinding",
    "LogReview",
    "Narrative",
    "Part",
    "PlanChange",
    "PlanRow",
    "PlannedRound",
    "Question",
    "Replacement",
    "Review",
    "Reviewing",
    "Round",
    "Split",
    "StaffCode",
    "YearPlan",
    "folder_of",
    "question_of",
]
