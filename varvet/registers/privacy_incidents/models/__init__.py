"""The tables of the register of privacy incidents."""

from varvet.registers.privacy_incidents.models.affected import Affected, Supplement
from varvet.registers.privacy_incidents.models.incident import DATA, GROUPS, KIND, TYPES, PrivacyIncident
from varvet.registers.privacy_incidents.models.narrative import READ_BY_REPORTER, Narrative, Part

__all__ = [
    "DATA",
    "GROUPS",
    "KIND",
    "READ_BY_REPORTER",
    "TYPES",
    "Affected",
    "Narrative",
    "Part",
    "PrivacyIncident",
    "Supplement",
]
