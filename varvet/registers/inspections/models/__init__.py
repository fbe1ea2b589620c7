"""The tables of inspections."""

from varvet.registers.inspections.models.findings import Important, Point
from varvet.registers.inspections.models.inspection import BODIES, FORMS, KIND, AlsoIn, Inspection
from varvet.registers.inspections.models.narrative import INTERNAL, Narrative, Part
from varvet.registers.inspections.models.progress import progress_of, unsettled
from varvet.registers.inspections.models.questions import Question

__all__ = [
    "BODIES",
    "FORMS",
    "INTERNAL",
    "KIND",
    "AlsoIn",
    "Important",
    "Inspection",
    "Narrative",
    "Part",
    "Point",
    "Question",
    "progress_of",
    "unsettled",
]
