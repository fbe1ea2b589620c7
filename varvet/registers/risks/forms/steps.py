"""Each step of handling a risk."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.risks import actions
from varvet.registers.risks.forms.fields import (
    day_field,
    line_field,
    offer_grid,
    offer_people,
    person_field,
    score_field,
    score_from,
    words_field,
)

NEXT = _("När går ni igenom risken nästa gång?")
NEXT_HELP = _("Den ansvariga påminns. Ni kan välja en tidigare dag än den som föreslås.")


class ScoreForm(VersionedForm):
    """A score in the matrix, words, and the day of the next review."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_grid(self)

    def assessment(self) -> actions.Assessment:
        given = self.cleaned_data
        return actions.Assessment(score_from(given["score"]), given["review_on"], given["words"])


class AssessForm(ScoreForm):
    step_name = _("Bedöm")
    score = score_field(
        _("Hur allvarligt vore det, och hur troligt är det?"),
        _("Bedöm som det är i dag, med det ni redan gör."),
    )
    words = words_field(_("Hur tänkte ni?"), _("Så att den som läser förstår bedömningen. Får vara tomt."))
    review_on = day_field(NEXT, NEXT_HELP)


class TreatForm(ScoreForm):
    step_name = _("Bedöm efter åtgärd")
    score = score_field(
        _("Hur allvarligt vore det nu, och hur troligt är det?"),
        _("Bedöm som det är när åtgärderna är genomförda."),
    )
    words = words_field(
        _("Vad har gjort risken lägre?"),
        _("Det ni har ändrat och ser fungerar."),
        _("Skriv vad som har gjort skillnad."),
    )
    review_on = day_field(NEXT, NEXT_HELP)


class ReviewForm(VersionedForm):
    step_name = _("Gå igenom")
    words = words_field(
        _("Vad visade genomgången?"),
        _("Bedömningen står kvar. Har risken ändrats, bedöm den på nytt i stället."),
        _("Skriv vad genomgången visade."),
    )
    review_on = day_field(NEXT, NEXT_HELP)


class AcceptForm(VersionedForm):
    step_name = _("Acceptera")
    reason = words_field(
        _("Varför accepterar ni risken?"),
        _("Till exempel: det som återstår kostar mer än det ger."),
        _("Skriv varför risken accepteras."),
    )
    until = day_field(_("Till och med när?"), _("Därefter frågar risken på nytt."))


class OccurForm(VersionedForm):
    step_name = _("Inträffade")
    reference = line_field(
        _("Vilket ärende visar det?"),
        _("Skriv ärendets nummer, till exempel AVV-2026-0012."),
        24,
        _("Skriv ärendets nummer."),
    )
    words = words_field(_("Vad säger det om risken?"), _("Får vara tomt. Skriv inga namn."))


class UntieForm(VersionedForm):
    step_name = _("Lossa")
    tied = forms.ChoiceField(
        label=_("Vilken händelse ska lossas?"),
        help_text=_("Ärendet självt ändras inte."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj en händelse."), "invalid_choice": _("Välj en händelse i listan.")},
    )
    reason = words_field(
        _("Varför hör den inte till risken?"), _("Skälet finns kvar hos risken. Skriv inga namn."), _("Skriv varför.")
    )

    def __init__(self, *args: Any, tied: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["tied"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(reference, reference) for reference in tied]


class ReasonForm(VersionedForm):
    step_name = _("Varför")
    reason = words_field(_("Varför?"), _("Skälet finns kvar hos risken. Skriv inga namn."), _("Skriv varför."))


class AssignForm(VersionedForm):
    step_name = _("Byt ansvarig")
    owner = person_field(_("Vem har risken?"), _("Den som påminns om nästa genomgång."))

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_people(self, "owner", people)
