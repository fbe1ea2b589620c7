"""The assessment: what happened to which data about whom, and how great the risk is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, explained
from varvet.kernel.ui.matrix import grid_choices
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.forms.report import words_field
from varvet.registers.privacy_incidents.rules import BREACH_LABELS, COUNTED_LABELS, Breach, Counted, People

Offered = list[tuple[str, str]]
MOST_PEOPLE = 10_000_000


def number_field(label: str, hint: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=_(label),
        help_text=_(hint),
        required=False,
        min_value=0,
        max_value=MOST_PEOPLE,
        error_messages={"invalid": _("Skriv ett heltal med siffror.")},
    )


class AssessForm(VersionedForm):
    step_name = _("Bedöm")
    type = forms.ChoiceField(
        label=_("Vad är det för incident?"),
        help_text=_("Välj det som bäst beskriver vad som gick fel."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det är för incident."), "invalid_choice": _("Välj en typ i listan.")},
    )
    breaches = forms.MultipleChoiceField(
        label=_("Vad hände med uppgifterna?"),
        help_text=_("Välj allt som stämmer."),
        choices=choices_of(BREACH_LABELS),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj vad som hände med uppgifterna.")},
    )
    groups = forms.MultipleChoiceField(
        label=_("Vilka gäller det?"),
        help_text=_("Skyddade personuppgifter höjer risken ett steg."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sorts = forms.MultipleChoiceField(
        label=_("Vilka slags uppgifter?"),
        help_text=_("Välj allt som stämmer."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    counted = forms.ChoiceField(
        label=_("Hur många personer gäller det?"),
        help_text=_("Vet ni inte än går det att ändra bedömningen senare."),
        choices=choices_of(COUNTED_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur väl antalet är känt.")},
    )
    people_least = number_field(marked("Antal personer"), marked("Vid ”Mellan två tal”: det minsta antalet."))
    people_most = number_field(marked("Högst antal personer"), marked("Bara vid ”Mellan två tal”."))
    data_records = number_field(
        marked("Antal poster med uppgifter"), marked("Till exempel antal journaler, mejl eller rader i en lista.")
    )
    effects = words_field(
        marked("Vilka följder kan det få för dem?"),
        marked("Till exempel: någon kan söka upp personen, eller få veta om en insats."),
        marked("Skriv vilka följder det kan få för dem det gäller."),
    )
    risk = explained(
        forms.ChoiceField(
            label=_("Hur allvarliga är följderna, och hur troliga?"),
            help_text=_("Välj en ruta. Den avgör vad som föreslås om anmälan och information."),
            choices=[],
            widget=forms.RadioSelect,
            error_messages={"required": _("Välj en ruta i matrisen.")},
        ),
        why=_("Lagen skiljer på osannolik risk, risk och hög risk för människor."),
    )
    measures = words_field(
        marked("Vad har ni gjort, och vad ska ni göra?"),
        marked("Åtgärder för dem det gäller, och så att det inte händer igen."),
    )
    processor = forms.CharField(
        label=_("Är ett personuppgiftsbiträde inblandat?"),
        help_text=_("Skriv organisationens namn, till exempel leverantören av ett system. Aldrig en persons namn."),
        required=False,
        max_length=80,
    )

    def __init__(self, *args: Any, types: Offered, groups: Offered, sorts: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in {"type": types, "groups": groups, "sorts": sorts, "risk": grid_choices()}.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def assessment(self) -> actions.Assessment:
        given = self.cleaned_data
        consequence, _separator, probability = given["risk"].partition("-")
        return actions.Assessment(
            type=given["type"],
            breaches=frozenset(map(Breach, given["breaches"])),
            consequence=int(consequence),
            probability=int(probability),
            groups=tuple(given["groups"]),
            data=tuple(given["sorts"]),
            people=self._people(),
            data_records=given["data_records"],
            processor=given["processor"],
            effects=given["effects"],
            measures=given["measures"],
        )

    def _people(self) -> People:
        """Any number but an interval has one end only."""
        given = self.cleaned_data
        counted = Counted(given["counted"])
        least = given["people_least"]
        return People(counted, least, given["people_most"] if counted is Counted.INTERVAL else least)
