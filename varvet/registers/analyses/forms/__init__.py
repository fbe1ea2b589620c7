"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.analyses.forms.plan import AssignForm, DescribeForm, StartForm
from varvet.registers.analyses.forms.steps import (
    ApproveForm,
    HoldForm,
    OfferForm,
    ReopenForm,
    TakeBackForm,
    WithdrawForm,
)
from varvet.registers.analyses.forms.writing import AnswerForm, AskForm, ConcludeForm, Offers, SettleForm

__all__ = [
    "AnswerForm",
    "ApproveForm",
    "AskForm",
    "AssignForm",
    "ConcludeForm",
    "DescribeForm",
    "HoldForm",
    "OfferForm",
    "Offers",
    "ReopenForm",
    "SettleForm",
    "StartForm",
    "TakeBackForm",
    "WithdrawForm",
]
