"""Text from people into typed values; what is wrong is said at the field."""

from varvet.kernel.ui.asking_form import Warned
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
from varvet.registers.deviations.forms.handover import (
    BeginHandoverForm,
    EntrustForm,
    HandoverAnswerForm,
    HandOverForm,
    NoAnswerForm,
    WithdrawForm,
)
from varvet.registers.deviations.forms.links import CodeForm, LinkForm, WordForm
from varvet.registers.deviations.forms.outside import BetweenForm, CollaborationForm, HealthCareForm
from varvet.registers.deviations.forms.report import HappeningForm
from varvet.registers.deviations.forms.report_own import AddForm, ReportForm
from varvet.registers.deviations.forms.tally import TallyForm

__all__ = [
    "ActForm",
    "AddForm",
    "AnalysisForm",
    "AssessForm",
    "AssignForm",
    "BeginHandoverForm",
    "BetweenForm",
    "CauseForm",
    "CloseForm",
    "CodeForm",
    "CollaborationForm",
    "DismissForm",
    "DuplicateForm",
    "EntrustForm",
    "ExcuseForm",
    "GuideForm",
    "HandOverForm",
    "HandoverAnswerForm",
    "HappeningForm",
    "HealthCareForm",
    "InvestigateForm",
    "JoinForm",
    "JudgeForm",
    "LeaveForm",
    "LinkForm",
    "NoAnswerForm",
    "OtherForm",
    "PlanForm",
    "RemoveCauseForm",
    "ReopenForm",
    "ReportForm",
    "RerouteForm",
    "TallyForm",
    "Warned",
    "WithdrawForm",
    "WordForm",
    "WriteForm",
]
