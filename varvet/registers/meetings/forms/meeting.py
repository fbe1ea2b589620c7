"""The steps of a meeting: begun, held, not held, closed, given to somebody."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.asking_form import AskingForm
from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.registers.meetings.actions import Held
from varvet.registers.meetings.rules import MOST_PRESENT


class PlainForm(VersionedForm):
    """A step that asks nothing but whether to do it."""


class HoldForm(VersionedForm, AskingForm):
    step_name = _("Mötet är hållet")
    asked_about = ("words",)
    held_on = forms.DateField(
        label=_("Vilken dag träffades ni?"),
        help_text=_("I dag eller tidigare i samma månad."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
        },
    )
    present = forms.IntegerField(
        label=_("Hur många var med?"),
        help_text=_("Bara antalet. Vilka som var med sparas inte."),
        min_value=1,
        max_value=MOST_PRESENT,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": _("Skriv hur många som var med."), "invalid": _("Skriv med siffror.")},
    )
    words = forms.CharField(
        label=_("Vad kom ni fram till?"),
        help_text=_("Det ni kom fram till på frågan att tala om. Skriv aldrig om en person."),
        required=False,
        widget=text_area(4),
        max_length=LONGEST,
    )

    def held(self) -> Held:
        given = self.cleaned_data
        return Held(given["held_on"], given["present"], given["words"])


class NotHeldForm(VersionedForm, AskingForm):
    step_name = _("Mötet blev inte av")
    asked_about = ("reason",)
    reason = forms.CharField(
        label=_("Varför blev mötet inte av?"),
        help_text=_("Skriv om arbetet, aldrig om en person."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv varför.")},
    )


class AssignForm(VersionedForm):
    step_name = _("Byt ansvarig")
    responsible = forms.ModelChoiceField(
        label=_("Vem håller mötet?"),
        help_text=_("Den som väljs får en påminnelse innan månaden är slut."),
        queryset=User.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj någon."), "invalid_choice": _("Välj någon i listan.")},
    )

    def __init__(self, *args: Any, able: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["responsible"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[user.pk for user in able]).order_by("name")
