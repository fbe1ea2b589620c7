"""Fields that come back in the register's forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DAY_ERRORS = {
    "required": _("Skriv dagen."),
    "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
}
NUMBER = _("Skriv med siffror.")


def day_field(label: Any, help_text: Any, *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, help_text=help_text, required=required, widget=widget, error_messages=DAY_ERRORS
    )


def number_field(label: Any, help_text: Any, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": NUMBER},
    )
