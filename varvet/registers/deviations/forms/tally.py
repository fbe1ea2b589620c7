"""Many like events of one month in one entry."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.ui.form_fields import choices_of, offer_units, text_area
from varvet.registers.deviations import actions
from varvet.registers.deviations.forms.outside import Choices, offer
from varvet.registers.deviations.rules import INJURY_LABELS, NATURE_LABELS, Nature


class TallyForm(forms.Form):
    """Many like events of one month."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(label=_("Var?"), queryset=Unit.objects.none(), empty_label=None)
    month = forms.DateField(
        label=_("Månad"),
        help_text=_("Månaden då det hände."),
        input_formats=["%Y-%m"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
        error_messages={
            "required": _("Välj månad."),
            "invalid": _("Skriv månaden som år-månad, till exempel 2026-03."),
        },
    )
    count = forms.IntegerField(
        label=_("Hur många?"),
        help_text=_("Så många gånger det hände under månaden."),
        min_value=2,
        max_value=500,
        error_messages={
            "required": _("Skriv hur många det var."),
            "min_value": _("Ange minst två. En enda händelse rapporteras för sig."),
            "max_value": _("Ange högst 500 händelser i taget. Dela upp dem per månad."),
        },
    )
    nature = forms.ChoiceField(
        label=_("Vad är det?"),
        help_text=_("Slaget som stämmer på alla händelserna."),
        choices=choices_of(NATURE_LABELS),
    )
    category = forms.ModelChoiceField(
        label=_("Vad handlar det om?"),
        help_text=_("Typen som stämmer på alla händelserna. I hälso- och sjukvård svarar du nedanför i stället."),
        queryset=Category.objects.none(),
        empty_label=_("Välj typ"),
        required=False,  # the rule says when it is missing
        widget=forms.Select(attrs={"aria-required": "true"}),
    )
    kind = forms.ChoiceField(
        label=_("Vad hände i vården?"),
        help_text=_("Bara för hälso- och sjukvård, till exempel fall eller läkemedel."),
        required=False,
    )
    injured = forms.ChoiceField(
        label=_("Skadades någon?"),
        help_text=_("Bara för hälso- och sjukvård. Vid fall står svaret redan i valet ovanför."),
        choices=[("", _("Inte valt")), *choices_of(INJURY_LABELS)],
        required=False,
    )
    lesson = forms.CharField(
        label=_("Lärdom"),
        help_text=_("Skriv vad ni gör annorlunda framöver. Skriv inga namn."),
        required=False,
        widget=text_area(3),
        max_length=20_000,
    )

    def __init__(
        self, *args: Any, units: list[Unit], versions: CategoryList | None, kinds: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        offer(self, "kind", kinds)
        category = self.fields["category"]
        assert isinstance(category, forms.ModelChoiceField)
        category.queryset = Category.objects.filter(list=versions)

    def content(self) -> actions.Tally:
        given = self.cleaned_data
        month: date = given["month"]
        return actions.Tally(
            unit=given["unit"],
            month=month,
            count=given["count"],
            nature=Nature(given["nature"]),
            category=given["category"],
            lesson=given["lesson"],
            care=actions.CareEvent(given["kind"], given["injured"]) if given["kind"] else None,
        )
