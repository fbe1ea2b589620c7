"""The report: six fields on one screen."""

from typing import Any

from django import forms

from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import offer_units, text_area
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Worry
from varvet.registers.deviations.rules import DAY_MISSING, When

WHEN_CHOICES = [
    (When.JUST_NOW.value, "Nyss"),
    (When.TODAY.value, "I dag"),
    (When.OTHER.value, "Annan dag"),
    (When.UNKNOWN.value, "Vet inte"),
]


class ReportForm(forms.Form):
    """Six fields on one screen, three of them required; the day shows for another day."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    opened = forms.IntegerField(required=False, widget=forms.HiddenInput)
    what = forms.CharField(
        label="Berätta med egna ord",
        help_text="Till exempel: ”En anmälan låg obedömd i tre veckor. Jag hittade den i fel inkorg.” "
        "Skriv inga namn eller personnummer.",
        widget=text_area(5),
        max_length=20_000,
        error_messages={
            "required": "Berätta vad som hände.",
            "max_length": "Texten är för lång. Korta den till högst 20 000 tecken.",
        },
    )
    when = forms.ChoiceField(
        label="När hände det?",
        choices=WHEN_CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj när det hände."},
    )
    day = forms.DateField(
        label="Vilken dag?",
        required=False,  # but where it shows, for another day
        widget=forms.DateInput(attrs={"type": "date", "aria-required": "true"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Skriv dagen som år-månad-dag, till exempel 2026-03-05."},
    )
    unit = forms.ModelChoiceField(
        label="Var?",
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": "Välj var det hände.", "invalid_choice": "Välj en enhet i listan."},
    )
    affected = forms.CharField(
        label="Vem berördes?",
        help_text="Skriv till exempel ”ett barn och en förälder”. Aldrig namn.",
        required=False,
        max_length=400,
        error_messages={"max_length": "Skriv högst 400 tecken."},
    )
    done = forms.CharField(label="Vad gjorde ni direkt?", required=False, widget=text_area(2), max_length=4_000)
    worry = forms.TypedChoiceField(
        label="Hur orolig är du för att det leder till skada?",
        help_text="Ett tryck räcker. Är du mycket orolig syns det i kön.",
        choices=Worry.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur orolig du är."},
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def clean(self) -> dict[str, Any]:
        """The rule says it too; said here, it stands in the same list as everything else to correct."""
        given = self.cleaned_data
        if given.get("when") == When.OTHER and "day" not in self.errors and not given.get("day"):
            self.add_error("day", DAY_MISSING)
        return given

    def content(self, now_seconds: int) -> actions.Report:
        given = self.cleaned_data
        opened = given["opened"]
        seconds = now_seconds - opened if opened and 0 <= now_seconds - opened < 86_400 else None
        return actions.Report(
            unit=given["unit"],
            what=given["what"],
            when=When(given["when"]),
            worry=given["worry"],
            day=given["day"],
            affected=given["affected"],
            done=given["done"],
            seconds=seconds,
        )
