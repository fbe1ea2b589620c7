"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.involvement.forms.register import DescribeForm, Offers, PlanForm, RecordForm
from varvet.registers.involvement.forms.steps import (
    AssignForm,
    CancelForm,
    ConcludeForm,
    DecideForm,
    HoldForm,
    NoteForm,
    ReopenForm,
    TellForm,
    WriteForm,
)

__all__ = [
    "AssignForm",
    "CancelForm",
    "ConcludeForm",
    "DecideForm",
    "DescribeForm",
    "HoldForm",
    "NoteForm",
    "Offers",
    "PlanForm",
    "RecordForm",
    "ReopenForm",
    "TellForm",
    "WriteForm",
]
