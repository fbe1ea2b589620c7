"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.lex_sarah.forms.handle import (
    NO,
    YES,
    AssignForm,
    CaseReferenceForm,
    ConfirmForm,
    DeclareForm,
    DeclineForm,
    InformForm,
    JoinForm,
    LeaveForm,
    MakeSafeForm,
    OpenForm,
    OtherForm,
    SecrecyForm,
)
from varvet.registers.lex_sarah.forms.investigate import (
    ASKED,
    SECTION_NAMES,
    CauseForm,
    CompleteForm,
    EventForm,
    ExcuseForm,
    RemoveForm,
    SectionForm,
)
from varvet.registers.lex_sarah.forms.referral import RefuseForm
from varvet.registers.lex_sarah.forms.report import ReportForm

__all__ = [
    "ASKED",
    "NO",
    "SECTION_NAMES",
    "YES",
    "AssignForm",
    "CaseReferenceForm",
    "CauseForm",
    "CompleteForm",
    "ConfirmForm",
    "DeclareForm",
    "DeclineForm",
    "EventForm",
    "ExcuseForm",
    "InformForm",
    "JoinForm",
    "LeaveForm",
    "MakeSafeForm",
    "OpenForm",
    "OtherForm",
    "RefuseForm",
    "RemoveForm",
    "ReportForm",
    "SecrecyForm",
    "SectionForm",
]
