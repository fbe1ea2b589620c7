"""The tables of the deviations register."""

from varvet.registers.deviations.models.deviation import KIND, Channel, Deviation, Mention, Severity, Worry
from varvet.registers.deviations.models.investigation import Cause, ReplyTemplate, Reroute
from varvet.registers.deviations.models.narrative import READ_BY_REPORTER, Narrative, Part
from varvet.registers.deviations.models.progress import answers_by_cause, progress_of, tied

__all__ = [
    "KIND",
    "READ_BY_REPORTER",
    "Cause",
    "Channel",
    "Deviation",
    "Mention",
    "Narrative",
    "Part",
    "ReplyTemplate",
    "Reroute",
    "Severity",
    "Worry",
    "answers_by_cause",
    "progress_of",
    "tied",
]
