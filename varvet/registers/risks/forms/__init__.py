"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.risks.forms.fields import chosen_of, score_from
from varvet.registers.risks.forms.importing import SendForm, YesForm
from varvet.registers.risks.forms.overview import (
    ChooseForm,
    DecideForm,
    FollowUpForm,
    PointForm,
    RemoveForm,
    YearForm,
)
from varvet.registers.risks.forms.steps import (
    AcceptForm,
    AssessForm,
    AssignForm,
    OccurForm,
    ReasonForm,
    ReviewForm,
    TreatForm,
    UntieForm,
)
from varvet.registers.risks.forms.telling import TEXTS, AddForm, DescribeForm
from varvet.registers.risks.forms.workshops import (
    BeginForm,
    CodeForm,
    GoOnForm,
    GroupForm,
    ScoresForm,
    SuggestForm,
)

__all__ = [
    "TEXTS",
    "AcceptForm",
    "AddForm",
    "AssessForm",
    "AssignForm",
    "BeginForm",
    "ChooseForm",
    "CodeForm",
    "DecideForm",
    "DescribeForm",
    "FollowUpForm",
    "GoOnForm",
    "GroupForm",
    "OccurForm",
    "PointForm",
    "ReasonForm",
    "RemoveForm",
    "ReviewForm",
    "ScoresForm",
    "SendForm",
    "SuggestForm",
    "TreatForm",
    "UntieForm",
    "YearForm",
    "YesForm",
    "chosen_of",
    "score_from",
]
