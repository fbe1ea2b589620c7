"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.activities.forms.activity import PERSON, ROLE, ActivityForm, Offers
from varvet.registers.activities.forms.occasion import (
    AssignForm,
    CancelForm,
    DoneForm,
    MoveForm,
    NotDoneForm,
    ReopenForm,
)

__all__ = [
    "PERSON",
    "ROLE",
    "ActivityForm",
    "AssignForm",
    "CancelForm",
    "DoneForm",
    "MoveForm",
    "NotDoneForm",
    "Offers",
    "ReopenForm",
]
