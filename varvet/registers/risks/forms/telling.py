"""What a risk is told with: when it is added, and when its description changes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record
from varvet.kernel.ui.asking_form import AskingForm
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units
from varvet.registers.risks import actions
from varvet.registers.risks.forms.fields import line_field, words_field
from varvet.registers.risks.models import Part
from varvet.registers.risks.rules import LONGEST_NAME, LONGEST_REFERENCE, OCCASION_LABELS, Occasion

TEXTS = {"causes": Part.CAUSES, "leads_to": Part.LEADS_TO, "controls": Part.CONTROLS}


class TellingForm(AskingForm):
    """The fields that both have. Asks once when a text may point out a person."""

    asked_about = ("name", *TEXTS)
    name = line_field(
        _("Vad skulle kunna hända?"),
        _("En mening, till exempel: Förhandsbedömningen blir inte klar i tid. Skriv inga namn."),
        LONGEST_NAME,
        _("Skriv vad som skulle kunna hända."),
    )
    causes = words_field(_("Vad kan det bero på?"), _("En orsak på varje rad om de är flera."))
    leads_to = words_field(_("Vad kan det leda till?"), _("För dem ni är till för, för medarbetare, för verksamheten."))
    controls = words_field(_("Vad gör ni redan för att förebygga det?"), _("Rutiner, kontroller och arbetssätt."))
    occasion = forms.ChoiceField(
        label=_("Varför tänker ni på risken nu?"),
        help_text=_("Det som gjorde att ni letade efter risker."),
        choices=choices_of({code: label for code, label in OCCASION_LABELS.items() if code != Occasion.WORKSHOP}),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj varför ni tänker på risken.")},
    )
    process = line_field(
        _("Vilken process gäller det?"), _("Till exempel: förhandsbedömning. Får vara tomt."), LONGEST_REFERENCE
    )
    routine = line_field(
        _("Vilken rutin gäller det?"), _("Rutinens namn eller nummer. Får vara tomt."), LONGEST_REFERENCE
    )

    def told(self) -> actions.Content:
        given = self.cleaned_data
        return actions.Content(
            name=given["name"],
            occasion=Occasion(given["occasion"]),
            process=given["process"],
            routine=given["routine"],
            texts={part: given[name] for name, part in TEXTS.items()},
        )


class AddForm(TellingForm):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(
        label=_("Var?"),
        help_text=_("Enheten som kan göra något åt risken."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def new(self, follows: Record | None) -> actions.New:
        return actions.New(self.cleaned_data["unit"], self.told(), follows=follows)


class DescribeForm(VersionedForm, TellingForm):
    step_name = _("Ändra beskrivningen")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["occasion"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices_of(OCCASION_LABELS)
