"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.self_checks.forms.lists import DelegationForm, ListForm, UseListForm
from varvet.registers.self_checks.forms.log_review import (
    FILE,
    CloseLogForm,
    JudgeForm,
    LogForm,
    OwnCodeForm,
    Uploads,
    WhoseForm,
)
from varvet.registers.self_checks.forms.round import (
    DAY_ERRORS,
    GROUPS,
    NUMBER_ERRORS,
    PERCENT_ERRORS,
    NotDoneForm,
    PlanForm,
    ResultForm,
    StartForm,
    day_field,
    number_field,
    percent_field,
    permille,
    quality_areas,
)

__all__ = [
    "DAY_ERRORS",
    "FILE",
    "GROUPS",
    "NUMBER_ERRORS",
    "PERCENT_ERRORS",
    "CloseLogForm",
    "DelegationForm",
    "JudgeForm",
    "ListForm",
    "LogForm",
    "NotDoneForm",
    "OwnCodeForm",
    "PlanForm",
    "ResultForm",
    "StartForm",
    "Uploads",
    "UseListForm",
    "WhoseForm",
    "day_field",
    "number_field",
    "percent_field",
    "permille",
    "quality_areas",
]
