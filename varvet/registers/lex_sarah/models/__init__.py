"""The tables of the lex Sarah register."""

from varvet.registers.lex_sarah.models.authority import AuthorityQuestion, AuthorityReport
from varvet.registers.lex_sarah.models.by_code import ByCode
from varvet.registers.lex_sarah.models.case import KIND, TYPES, LexSarah
from varvet.registers.lex_sarah.models.closing import (
    COUNTED,
    HANGING,
    answers_by_case,
    answers_of,
    closing_of,
    reopened_at,
)
from varvet.registers.lex_sarah.models.decision import DecisionMade, Delegation
from varvet.registers.lex_sarah.models.ending import FollowUp, Reopening, Told
from varvet.registers.lex_sarah.models.investigation import CaseEvent, CaseReference, Cause, Impartiality, Reporting
from varvet.registers.lex_sarah.models.lessons import Lesson, LessonSent
from varvet.registers.lex_sarah.models.narrative import REPORTED_PARTS, SECTION_PARTS, Narrative, Part
from varvet.registers.lex_sarah.models.progress import (
    answers_by_cause,
    concerning,
    conflicts_of,
    declared_by,
    progress_of,
    tied,
)
from varvet.registers.lex_sarah.models.proposals import Proposal

__all__ = [
    "COUNTED",
    "HANGING",
    "KIND",
    "REPORTED_PARTS",
    "SECTION_PARTS",
    "TYPES",
    "AuthorityQuestion",
    "AuthorityReport",
    "ByCode",
    "CaseEvent",
    "CaseReference",
    "Cause",
    "DecisionMade",
    "Delegation",
    "FollowUp",
    "Impartiality",
    "Lesson",
    "LessonSent",
    "LexSarah",
    "Narrative",
    "Part",
    "Proposal",
    "Reopening",
    "Reporting",
    "Told",
    "answers_by_case",
    "answers_by_cause",
    "answers_of",
    "closing_of",
    "concerning",
    "conflicts_of",
    "declared_by",
    "progress_of",
    "reopened_at",
    "tied",
]
