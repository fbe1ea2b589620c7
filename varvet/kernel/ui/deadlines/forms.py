"""How long, and why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.form_fields import text_area


class ExtendForm(forms.Form):
    until = forms.DateField(
        label=_("Ny sista dag"),
        help_text=_("Till exempel 2026-03-27."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": _("Välj en ny sista dag."),
            "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-27."),
        },
    )
    reason = forms.CharField(
        label=_("Varför behövs mer tid?"),
        help_text=_("Skriv utan namn. Läses av dem som handlägger och granskar."),
        max_length=1000,
        widget=text_area(3),
        error_messages={"required": _("Skriv varför tiden behöver förlängas.")},
    )
