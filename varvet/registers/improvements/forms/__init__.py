"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.improvements.forms.handle import (
    CarryOutForm,
    CarryOverForm,
    DecideForm,
    EffectForm,
    GiveUpForm,
    StartForm,
    quality_areas,
)
from varvet.registers.improvements.forms.public import PublicForm, PublishForm, WithdrawForm

__all__ = [
    "CarryOutForm",
    "CarryOverForm",
    "DecideForm",
    "EffectForm",
    "GiveUpForm",
    "PublicForm",
    "PublishForm",
    "StartForm",
    "WithdrawForm",
    "quality_areas",
]
