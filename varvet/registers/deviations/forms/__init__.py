"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.deviations.forms.handle_assess import AssessForm
from varvet.registers.deviations.forms.handle_steps import (
    ActForm,
    AnalysisForm,
    AssignForm,
    CauseForm,
    CloseForm,
    DismissForm,
    DuplicateForm,
    ExcuseForm,
    InvestigateForm,
    JoinForm,
    JudgeForm,
    LeaveForm,
    OtherForm,
    PlanForm,
    RemoveCauseForm,
    ReopenForm,
    RerouteForm,
    WriteForm,
)
from varvet.registers.deviations.forms.report import ReportForm
from varvet.registers.deviations.forms.tally import TallyForm

__all__ = [
    "ActForm",
    "AnalysisForm",
    "AssessForm",
    "AssignForm",
    "CauseForm",
    "CloseForm",
    "DismissForm",
    "DuplicateForm",
    "ExcuseForm",
    "InvestigateForm",
    "JoinForm",
    "JudgeForm",
    "LeaveForm",
    "OtherForm",
    "PlanForm",
    "RemoveCauseForm",
    "ReopenForm",
    "ReportForm",
    "RerouteForm",
    "TallyForm",
    "WriteForm",
]
