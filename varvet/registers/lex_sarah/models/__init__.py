"""The tables of the lex Sarah register."""

from varvet.registers.lex_sarah.models.case import KIND, TYPES, LexSarah
from varvet.registers.lex_sarah.models.investigation import CaseEvent, CaseReference, Cause, Impartiality, Reporting
from varvet.registers.lex_sarah.models.narrative import REPORTED_PARTS, SECTION_PARTS, Narrative, Part
from varvet.registers.lex_sarah.models.progress import answers_by_cause, declared_by, progress_of, tied

__all__ = [
    "KIND",
    "REPORTED_PARTS",
    "SECTION_PARTS",
    "TYPES",
    "CaseEvent",
    "CaseReference",
    "Cause",
    "Impartiality",
    "LexSarah",
    "Narrative",
    "Part",
    "Reporting",
    "answers_by_cause",
    "declared_by",
    "progress_of",
    "tied",
]
