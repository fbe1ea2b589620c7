"""The forms of a unit's link: made by a manager, opened with a code word, followed by a code."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LinkForm(forms.Form):
    """A new link: how long it is to hold."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    last_day = forms.DateField(
        label=_("Länken gäller till och med"),
        help_text=_("Högst ett år. Du kan stänga den när du vill."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Välj hur länge länken gäller."),
            "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
        },
    )


class WordForm(forms.Form):
    """The door of a unit's link."""

    word = forms.CharField(
        label=_("Kodord"),
        help_text=_("Du får det av enhetens chef eller en kollega. Till exempel ”björk-sjö-471”."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Skriv kodordet."), "max_length": _("Skriv högst 60 tecken.")},
    )


class CodeForm(forms.Form):
    """The code somebody got when they reported without an account."""

    code = forms.CharField(
        label=_("Din kod"),
        help_text=_("Du fick den när du rapporterade. Till exempel ”K7QM3-FTX9B-DWHR4”."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Skriv din kod."), "max_length": _("Skriv högst 40 tecken.")},
    )
