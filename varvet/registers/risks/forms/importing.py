"""Sending a list of risks, and saying yes to what was read of it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SendForm(forms.Form):
    file = forms.FileField(
        label=_("Vilken fil?"),
        help_text=_("Excel eller CSV, högst 1 000 rader. Kolumnerna Vad skulle kunna hända och Enhet behövs."),
        error_messages={"required": _("Välj en fil."), "empty": _("Filen är tom.")},
    )


class YesForm(forms.Form):
    """Nothing to fill in: a button. What is read in is what the person's own draft says."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
