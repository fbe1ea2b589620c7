"""The report: six fields on one screen, and what to ask when something in it may point out a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.asking_form import AskingForm
from varvet.kernel.ui.form_fields import text_area
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Worry
from varvet.registers.deviations.rules import DAY_MISSING, When

WHEN_CHOICES = [
    (When.JUST_NOW.value, _("Nyss")),
    (When.TODAY.value, _("I dag")),
    (When.OTHER.value, _("Annan dag")),
    (When.UNKNOWN.value, _("Vet inte")),
]
LONGEST_DAY = 86_400  # seconds; a form left open longer tells nothing of how long reporting takes


class HappeningForm(AskingForm):
    """What everybody is asked who reports, with an account or without."""

    asked_about = ("what", "affected", "done")
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    opened = forms.IntegerField(required=False, widget=forms.HiddenInput)
    what = forms.CharField(
        label=_("Berätta med egna ord"),
        help_text=_(
            "Till exempel: ”En anmälan låg obedömd i tre veckor. Jag hittade den i fel inkorg.” "
            "Skriv inga namn eller personnummer."
        ),
        widget=text_area(5),
        max_length=20_000,
        error_messages={
            "required": _("Berätta vad som hände."),
            "max_length": _("Texten är för lång. Korta den till högst 20 000 tecken."),
        },
    )
    when = forms.ChoiceField(
        label=_("När hände det?"),
        choices=WHEN_CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj när det hände.")},
    )
    day = forms.DateField(
        label=_("Vilken dag?"),
        required=False,  # but where it shows, for another day
        widget=forms.DateInput(attrs={"type": "date", "aria-required": "true"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")},
    )
    clock = forms.TimeField(
        label=_("Klockan"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Skriv tiden som timmar och minuter, till exempel 14:30.")},
    )
    affected = forms.CharField(
        label=_("Vem berördes?"),
        help_text=_("Skriv till exempel ”ett barn och en förälder”. Aldrig namn."),
        required=False,
        max_length=400,
        error_messages={"max_length": _("Skriv högst 400 tecken.")},
    )
    done = forms.CharField(
        label=_("Vad gjorde ni direkt?"),
        required=False,
        widget=text_area(2),
        max_length=4_000,
        error_messages={"max_length": _("Texten är för lång. Korta den till högst 4 000 tecken.")},
    )
    worry = forms.TypedChoiceField(
        label=_("Hur orolig är du för att det leder till skada?"),
        help_text=_("Ett tryck räcker. Är du mycket orolig syns det i kön."),
        choices=Worry.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur orolig du är.")},
    )

    def clean(self) -> dict[str, Any]:
        """The rule says it too; said here, it stands in the same list as everything else to correct."""
        given = self.cleaned_data
        if given.get("when") == When.OTHER and "day" not in self.errors and not given.get("day"):
            self.add_error("day", _(DAY_MISSING))
        return given

    def content_in(self, unit: Unit, now_seconds: int) -> actions.Report:
        given = self.cleaned_data
        opened = given["opened"]
        seconds = now_seconds - opened if opened and 0 <= now_seconds - opened < LONGEST_DAY else None
        return actions.Report(
            unit=unit,
            what=given["what"],
            when=When(given["when"]),
            worry=given["worry"],
            day=given["day"],
            clock=given["clock"],
            affected=given["affected"],
            done=given["done"],
            seconds=seconds,
        )
