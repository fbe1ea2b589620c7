"""The tables of analyses."""

from varvet.registers.analyses.models.analysis import KIND, Analysis
from varvet.registers.analyses.models.counted import sheet_of, spans_of
from varvet.registers.analyses.models.progress import now_of, progress_of, unsettled, whole_of
from varvet.registers.analyses.models.written import Answer, Conclusion, Narrative, Part

__all__ = [
    "KIND",
    "Analysis",
    "Answer",
    "Conclusion",
    "Narrative",
    "Part",
    "now_of",
    "progress_of",
    "sheet_of",
    "spans_of",
    "unsettled",
    "whole_of",
]
