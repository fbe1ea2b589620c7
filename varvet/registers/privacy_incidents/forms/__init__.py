"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.privacy_incidents.forms.assess import AssessForm
from varvet.registers.privacy_incidents.forms.report import ReportForm
from varvet.registers.privacy_incidents.forms.steps import (
    AdviseForm,
    AssignForm,
    CloseForm,
    DecideForm,
    DismissForm,
    FollowUpForm,
    InformForm,
    NotifyForm,
    ReopenForm,
    RulingForm,
    SupplementForm,
    WriteForm,
)

__all__ = [
    "AdviseForm",
    "AssessForm",
    "AssignForm",
    "CloseForm",
    "DecideForm",
    "DismissForm",
    "FollowUpForm",
    "InformForm",
    "NotifyForm",
    "ReopenForm",
    "ReportForm",
    "RulingForm",
    "SupplementForm",
    "WriteForm",
]
