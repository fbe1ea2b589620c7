"""Text from people into typed values; what is wrong is said at the field."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, explained, offer_units
from varvet.registers.privacy_incidents import actions

MOMENT = "%Y-%m-%dT%H:%M"
TOO_LONG = _("Texten är för lång. Korta den till högst 20 000 tecken.")


def words_field(label: str, hint: str, missing: str = "") -> forms.CharField:
    """`missing` is the sentence when nothing is written; without it nothing need be."""
    return forms.CharField(
        label=_(label),
        help_text=_(hint),
        required=bool(missing),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        error_messages={"required": _(missing) if missing else "", "max_length": TOO_LONG},
    )


class ReportForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    what = words_field(
        marked("Vad hände?"),
        marked("Till exempel: ett brev kom till fel person. Skriv inga namn eller personnummer."),
        marked("Berätta vad som hände."),
    )
    aware = explained(
        forms.DateTimeField(
            label=_("När fick ni veta det?"),
            help_text=_("Tiden för en anmälan räknas härifrån."),
            input_formats=[MOMENT],
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
            error_messages={
                "required": _("Skriv när ni fick veta det."),
                "invalid": _("Skriv dag och klockslag, till exempel 2026-03-05T09:30."),
            },
        ),
        why=_("Fristen räknas från den stund ni visste, inte från händelsen."),
    )
    unit = forms.ModelChoiceField(
        label=_("Var?"),
        help_text=_("Enheten där det hände."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def content(self) -> actions.Report:
        given = self.cleaned_data
        return actions.Report(unit=given["unit"], what=given["what"], aware_at=given["aware"])


class AssessForm(VersionedForm):
    step_name = marked("Bedöm")
    heading = marked("Bedöm incidenten")
    category = forms.ModelChoiceField(
        label=_("Vad är det för incident?"),
        help_text=_("Välj det som bäst beskriver vad som gick fel."),
        queryset=Category.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det är för incident."), "invalid_choice": _("Välj en typ i listan.")},
    )
    reported_on = forms.DateField(
        label=_("Vilken dag anmäldes den till IMY?"),
        help_text=_("Lämna tomt om den inte anmäls, och skriv varför här under."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")},
    )
    why_not = words_field(
        marked("Varför anmäls den inte?"),
        marked("Skriv bara här om den inte anmäls. Säg varför ingen löper risk."),
    )

    def __init__(self, *args: Any, types: QuerySet[Category], **kwargs: Any) -> None:
        """Without a list of types nothing is asked about them."""
        super().__init__(*args, **kwargs)
        field = self.fields["category"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = types
        if not types.exists():
            del self.fields["category"]

    def assessment(self) -> actions.Assessment:
        given = self.cleaned_data
        return actions.Assessment(given.get("category"), given["reported_on"], given["why_not"])


class CloseForm(VersionedForm):
    step_name = marked("Avsluta")
    heading = marked("Avsluta incidenten")
    done = words_field(
        marked("Vad har gjorts?"),
        marked("Vad ni gjorde för dem det gällde, och vad som ändras så att det inte händer igen."),
        marked("Skriv vad som har gjorts."),
    )
