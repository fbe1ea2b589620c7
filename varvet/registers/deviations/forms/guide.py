"""The three questions for whoever is unsure what it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.registers.deviations.rules.guide import Advice, Harm, Told, Who, advise


class GuideForm(forms.Form):
    """Asked by GET: nothing is kept of the answers."""

    who = forms.ChoiceField(
        label=_("1. Vem eller vad drabbades, eller kunde ha drabbats?"),
        choices=[
            (Who.CLIENT.value, _("Någon som vi ger stöd eller utreder")),
            (Who.STAFF.value, _("Jag eller en kollega")),
            (Who.DATA.value, _("Uppgifter om en person")),
            (Who.NOBODY.value, _("Ingen person, men något fungerade inte")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem eller vad som drabbades.")},
    )
    told = forms.ChoiceField(
        label=_("2. Hur fick du veta det?"),
        choices=[
            (Told.SEEN.value, _("Jag eller en kollega märkte det")),
            (Told.SAID.value, _("Någon utanför arbetsgruppen sa det till oss")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur du fick veta det.")},
    )
    harm = forms.ChoiceField(
        label=_("3. Hur illa gick det, eller kunde det ha gått?"),
        help_text=_("Allvarligt är hot mot liv, hälsa eller säkerhet, eller om någon inte får stöd som behövs."),
        choices=[
            (Harm.SERIOUS.value, _("Allvarligt")),
            (Harm.LESS.value, _("Mindre allvarligt")),
            (Harm.UNSURE.value, _("Jag vet inte")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur illa det gick.")},
    )

    def advice(self) -> Advice:
        given = self.cleaned_data
        return advise(Who(given["who"]), Told(given["told"]), Harm(given["harm"]))
