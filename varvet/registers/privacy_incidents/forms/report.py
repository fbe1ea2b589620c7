"""The report: six fields on one screen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import explained, offer_units, text_area
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.rules import AWARE_MISSING, Aware

MOMENT = "%Y-%m-%dT%H:%M"
TOO_LONG = _("Texten är för lång. Korta den till högst 20 000 tecken.")
MOMENT_ERRORS = {"invalid": _("Skriv dag och klockslag, till exempel 2026-03-05T09:30.")}
DAY_ERRORS = {
    "required": _("Skriv dagen."),
    "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
}
AWARE_CHOICES = [(Aware.JUST_NOW.value, _("Nyss")), (Aware.OTHER.value, _("En annan tid"))]


def words_field(label: str, hint: str, missing: str = "", rows: int = 4) -> forms.CharField:
    """`missing` is the sentence when nothing is written; without it nothing need be."""
    return forms.CharField(
        label=_(label),
        help_text=_(hint),
        required=bool(missing),
        widget=text_area(rows),
        max_length=LONGEST,
        error_messages={"required": _(missing) if missing else "", "max_length": TOO_LONG},
    )


def day_field(label: str, hint: str, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=_(label),
        help_text=_(hint),
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY_ERRORS,
    )


def moment_field(label: str, hint: str, *, required: bool = True) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=_(label),
        help_text=_(hint),
        required=required,
        input_formats=[MOMENT],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        error_messages={"required": _("Skriv dag och klockslag."), **MOMENT_ERRORS},
    )


class ReportForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    what = words_field(
        marked("Vad hände?"),
        marked("Till exempel: ett brev kom till fel person. Skriv inga namn eller personnummer."),
        marked("Berätta vad som hände."),
    )
    occurred_day = day_field(marked("Vilken dag hände det?"), marked("Lämna tomt om du inte vet."), required=False)
    aware = explained(
        forms.ChoiceField(
            label=_("När fick ni veta det?"),
            help_text=_("Tiden för en anmälan räknas härifrån."),
            choices=AWARE_CHOICES,
            widget=forms.RadioSelect,
            error_messages={"required": _("Välj när ni fick veta det.")},
        ),
        why=_("Fristen räknas från den stund ni visste, inte från händelsen."),
    )
    aware_at = moment_field(
        marked("Vilken dag och tid?"), marked("När någon av er först förstod vad som hade hänt."), required=False
    )
    unit = forms.ModelChoiceField(
        label=_("Var?"),
        help_text=_("Enheten där det hände."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    at_once = words_field(
        marked("Vad gjorde ni direkt?"),
        marked("Till exempel: bad mottagaren radera mejlet, spärrade telefonen."),
        rows=2,
    )
    about_manager = forms.BooleanField(
        label=_("Det handlar om enhetens chef"), help_text=_("Då läser chefen inte rapporten."), required=False
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def clean(self) -> dict[str, Any]:
        """The rule says it too; said here, it stands in the same list as everything else to correct."""
        given = self.cleaned_data
        if given.get("aware") == Aware.OTHER and "aware_at" not in self.errors and not given.get("aware_at"):
            self.add_error("aware_at", _(AWARE_MISSING))
        return given

    def content(self, follows: Record | None = None) -> actions.Report:
        given = self.cleaned_data
        return actions.Report(
            unit=given["unit"],
            what=given["what"],
            aware=Aware(given["aware"]),
            moment=given["aware_at"],
            occurred_day=given["occurred_day"],
            at_once=given["at_once"],
            confidentiality=(Confidentiality.MANAGER_EXCLUDED if given["about_manager"] else Confidentiality.NORMAL),
            follows=follows,
        )
