"""The tables of the deviations register."""

from varvet.registers.deviations.models.deviation import KIND, Channel, Deviation, Mention, Severity, Worry
from varvet.registers.deviations.models.handover import Handover
from varvet.registers.deviations.models.investigation import Cause, ReplyTemplate, Reroute
from varvet.registers.deviations.models.narrative import READ_BY_REPORTER, TOLD, Narrative, Part
from varvet.registers.deviations.models.outside import Collaboration, HealthCare
from varvet.registers.deviations.models.progress import answers_by_cause, progress_of, tied
from varvet.registers.deviations.models.reporting import LastSeen, Reporting, UnitLink

__all__ = [
    "KIND",
    "READ_BY_REPORTER",
    "TOLD",
    "Cause",
    "Channel",
    "Collaboration",
    "Deviation",
    "Handover",
    "HealthCare",
    "LastSeen",
    "Mention",
    "Narrative",
    "Part",
    "ReplyTemplate",
    "Reporting",
    "Reroute",
    "Severity",
    "UnitLink",
    "Worry",
    "answers_by_cause",
    "progress_of",
    "tied",
]
