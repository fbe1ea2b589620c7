"""What fields have in common: what is said of a text or a day that does not fit."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

TOO_LONG = _("Texten är för lång. Korta den till högst 20 000 tecken.")
DAY_ERRORS = {
    "required": _("Skriv dagen."),
    "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
}


def day_field(label: Any, help_text: Any) -> forms.DateField:
    """A day that may be left out. Label and help are translated when shown."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY_ERRORS,
    )
