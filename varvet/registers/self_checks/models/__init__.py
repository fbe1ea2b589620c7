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
from varvet.registers.self_checks.models.list_check import (
    FOLDER,
    ColumnChoice,
    DelegationLine,
    DelegationOrder,
    ListCheck,
    folder_of,
)
from varvet.registers.self_checks.models.log_review import LogFinding, LogReview, StaffCode
from varvet.registers.self_checks.models.round import KIND, QUESTIONS, Narrative, Part, Round, Split

__all__ = [
    "FOLDER",
    "KIND",
    "QUESTIONS",
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
    "ListCheck",
    "ListSource",
    "LogFinding",
    "LogReview",
    "Narrative",
    "Part",
    "Replacement",
    "Round",
    "Split",
    "StaffCode",
    "folder_of",
]
