"""Fields that come back in the register's forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import text_area

DAY_ERRORS = {
    "required": _("Skriv dagen."),
    "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
}
TOO_LONG = _("Texten är för lång. Korta den.")
NO_PERSONS = _("Raden syns i listor och i kvalitetsberättelsen. Skriv om verksamheten, aldrig om en person.")


def day_field(label: Any, help_text: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget, error_messages=DAY_ERRORS)


def words_field(label: Any, help_text: Any, missing: Any, *, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=text_area(rows),
        max_length=LONGEST,
        error_messages={"required": missing, "max_length": TOO_LONG},
    )


def line_field(label: Any, help_text: Any, most: int, missing: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        error_messages={"required": missing, "max_length": TOO_LONG},
    )
