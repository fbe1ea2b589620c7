"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.self_checks.forms.lists import DelegationForm, ListForm, UseListForm
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
    "GROUPS",
    "NUMBER_ERRORS",
    "PERCENT_ERRORS",
    "DelegationForm",
    "ListForm",
    "NotDoneForm",
    "PlanForm",
    "ResultForm",
    "StartForm",
    "UseListForm",
    "day_field",
    "number_field",
    "percent_field",
    "permille",
    "quality_areas",
]
