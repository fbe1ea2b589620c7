"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.deviations.forms.guide import GuideForm
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
from varvet.registers.deviations.forms.links import CodeForm, LinkForm, WordForm
from varvet.registers.deviations.forms.report import HappeningForm, Warned
from varvet.registers.deviations.forms.report_own import AddForm, ReportForm
from varvet.registers.deviations.forms.tally import TallyForm

__all__ = [
    "ActForm",
    "AddForm",
    "AnalysisForm",
    "AssessForm",
    "AssignForm",
    "CauseForm",
    "CloseForm",
    "CodeForm",
    "DismissForm",
    "DuplicateForm",
    "ExcuseForm",
    "GuideForm",
    "HappeningForm",
    "InvestigateForm",
    "JoinForm",
    "JudgeForm",
    "LeaveForm",
    "LinkForm",
    "OtherForm",
    "PlanForm",
    "RemoveCauseForm",
    "ReopenForm",
    "ReportForm",
    "RerouteForm",
    "TallyForm",
    "Warned",
    "WordForm",
    "WriteForm",
]
