"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.provider_reports.forms.providers import ProviderForm
from varvet.registers.provider_reports.forms.register import DescribeForm, Offers, RegisterForm
from varvet.registers.provider_reports.forms.steps import (
    AnswerForm,
    AssessForm,
    AssignForm,
    AuthorityForm,
    CloseForm,
    DisownForm,
    FinishForm,
    NoteForm,
    PlanForm,
    ReopenForm,
    RequestForm,
    TakeInForm,
    TellForm,
)

__all__ = [
    "AnswerForm",
    "AssessForm",
    "AssignForm",
    "AuthorityForm",
    "CloseForm",
    "DescribeForm",
    "DisownForm",
    "FinishForm",
    "NoteForm",
    "Offers",
    "PlanForm",
    "ProviderForm",
    "RegisterForm",
    "ReopenForm",
    "RequestForm",
    "TakeInForm",
    "TellForm",
]
