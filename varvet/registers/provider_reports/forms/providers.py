"""A row of the root's list of private providers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.registers.provider_reports import actions, rules
from varvet.registers.provider_reports.forms.fields import day_field


class ProviderForm(forms.Form):
    name = forms.CharField(
        label=_("Utförarens namn"),
        help_text=_("Företagets eller föreningens namn, så som ni kallar det."),
        max_length=rules.LONGEST_NAME,
        error_messages={"required": _("Skriv utförarens namn.")},
    )
    organisation_number = forms.CharField(
        label=_("Organisationsnummer"),
        help_text=_("Till exempel 556012-5790. Lämna tomt för en enskild firma."),
        required=False,
        max_length=20,
    )
    contract = forms.CharField(
        label=_("Avtal"),
        help_text=_("Avtalets namn eller nummer hos er."),
        required=False,
        max_length=rules.LONGEST_CONTRACT,
    )
    first_day = day_field(_("Gäller från"), _("Första dagen som ni anlitar utföraren."))
    last_day = day_field(_("Gäller till"), _("Lämna tomt så länge ni anlitar utföraren."), required=False)

    def content(self) -> actions.Listed:
        given = self.cleaned_data
        return actions.Listed(
            name=given["name"],
            first_day=given["first_day"],
            organisation_number=given["organisation_number"],
            contract=given["contract"],
            last_day=given["last_day"],
        )
