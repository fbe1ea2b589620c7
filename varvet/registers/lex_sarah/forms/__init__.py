"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.lex_sarah.forms.deciding import (
    AnswerForm,
    DecideForm,
    NotifyForm,
    NumberForm,
    QuestionForm,
    RulingForm,
    SendBackForm,
)
from varvet.registers.lex_sarah.forms.delegating import DelegateForm, EndDelegationForm
from varvet.registers.lex_sarah.forms.ending import (
    CloseForm,
    JudgeForm,
    PlanForm,
    RaisedForm,
    ReopenForm,
    ShareForm,
    TellForm,
)
from varvet.registers.lex_sarah.forms.proposals import ProposeForm, RemoveProposalForm, RespondForm
from varvet.registers.lex_sarah.forms.referral import RefuseForm
from varvet.registers.lex_sarah.forms.report import ReportForm

__all__ = [
    "AnswerForm",
    "CloseForm",
    "DecideForm",
    "DelegateForm",
    "EndDelegationForm",
    "JudgeForm",
    "NotifyForm",
    "NumberForm",
    "PlanForm",
    "ProposeForm",
    "QuestionForm",
    "RaisedForm",
    "RefuseForm",
    "RemoveProposalForm",
    "ReopenForm",
    "ReportForm",
    "RespondForm",
    "RulingForm",
    "SendBackForm",
    "ShareForm",
    "TellForm",
]
