"""The steps after an analysis is prepared, each a form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.analyses.forms.fields import day_field, words_field
from varvet.registers.analyses.rules import MOST_PEOPLE


class HoldForm(VersionedForm):
    step_name = _("Mötet är hållet")
    held_on = day_field(_("Vilken dag hölls mötet?"), _("Var mötet delat på flera dagar väljer du den sista."))
    took_part = forms.IntegerField(
        label=_("Hur många deltog?"),
        help_text=_("Bara antalet. Skriv inga namn."),
        min_value=1,
        max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": _("Skriv hur många som deltog."), "invalid": _("Skriv med siffror.")},
    )


class ApproveForm(VersionedForm):
    """Nothing to fill in: a button."""

    step_name = _("Fastställ")


class ReopenForm(VersionedForm):
    step_name = _("Öppna igen")
    reason = words_field(
        _("Varför öppnas den igen?"), _("Skälet sparas i analysen."), _("Skriv varför den öppnas igen.")
    )


class WithdrawForm(VersionedForm):
    step_name = _("Ställ in")
    reason = words_field(_("Varför ställs den in?"), _("Skälet sparas i analysen."), _("Skriv varför den ställs in."))


class OfferForm(VersionedForm):
    """Nothing to fill in: a button."""

    step_name = _("Erbjud texten")


class TakeBackForm(VersionedForm):
    """Nothing to fill in: a button."""

    step_name = _("Ta tillbaka texten")
