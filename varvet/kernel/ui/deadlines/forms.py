"""How long, and why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.form_fields import text_area

AS_A_DAY = _("Skriv dagen som år-månad-dag, till exempel 2026-03-27.")
WITHOUT_NAMES = _("Skriv utan namn. Läses av dem som handlägger och granskar.")


class ExtendForm(forms.Form):
    until = forms.DateField(
        label=_("Ny sista dag"),
        help_text=_("Till exempel 2026-03-27."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Välj en ny sista dag."), "invalid": AS_A_DAY},
    )
    reason = forms.CharField(
        label=_("Varför behövs mer tid?"),
        help_text=WITHOUT_NAMES,
        max_length=1000,
        widget=text_area(3),
        error_messages={"required": _("Skriv varför tiden behöver förlängas.")},
    )


class PauseForm(forms.Form):
    until = forms.DateField(
        label=_("Vilken dag går tiden igen?"),
        help_text=_("Då börjar tiden gå av sig själv. Till exempel 2026-03-27."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Välj vilken dag tiden går igen."), "invalid": AS_A_DAY},
    )
    reason = forms.CharField(
        label=_("Varför behöver tiden pausas?"),
        help_text=WITHOUT_NAMES,
        max_length=1000,
        widget=text_area(3),
        error_messages={"required": _("Skriv varför tiden behöver pausas.")},
    )


class ResumeForm(forms.Form):
    reason = forms.CharField(
        label=_("Varför ska tiden gå igen?"),
        help_text=WITHOUT_NAMES,
        max_length=1000,
        widget=text_area(3),
        error_messages={"required": _("Skriv varför tiden ska gå igen.")},
    )
