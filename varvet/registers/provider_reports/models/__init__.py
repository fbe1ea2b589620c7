"""The tables of private providers' lex Sarah reports."""

from varvet.registers.provider_reports.models.follow_up import FollowUp
from varvet.registers.provider_reports.models.narrative import CASE_REFERENCE, OF_FOLLOW_UPS, Narrative, Part
from varvet.registers.provider_reports.models.progress import progress_of
from varvet.registers.provider_reports.models.provider import Provider
from varvet.registers.provider_reports.models.report import KIND, TYPES, ProviderReport

__all__ = [
    "CASE_REFERENCE",
    "KIND",
    "OF_FOLLOW_UPS",
    "TYPES",
    "FollowUp",
    "Narrative",
    "Part",
    "Provider",
    "ProviderReport",
    "progress_of",
]
