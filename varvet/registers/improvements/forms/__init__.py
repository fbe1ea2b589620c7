"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.improvements.forms.decide import (
    DecideForm,
)
from varvet.registers.improvements.forms.fields import (
    quality_areas,
)
from varvet.registers.improvements.forms.many import (
    ManyForm,
)
from varvet.registers.improvements.forms.plan import (
    EditForm,
    PlanForm,
    SpreadForm,
    StepsForm,
)
from varvet.registers.improvements.forms.public import (
    PublicForm,
    PublishForm,
    WithdrawForm,
)
from varvet.registers.improvements.forms.steps import (
    CarryOutForm,
    CarryOverForm,
    EffectForm,
    GiveUpForm,
    Sides,
    StartForm,
)

__all__ = [
    "CarryOutForm",
    "CarryOverForm",
    "DecideForm",
    "EditForm",
    "EffectForm",
    "GiveUpForm",
    "ManyForm",
    "PlanForm",
    "PublicForm",
    "PublishForm",
    "Sides",
    "SpreadForm",
    "StartForm",
    "StepsForm",
    "WithdrawForm",
    "quality_areas",
]
