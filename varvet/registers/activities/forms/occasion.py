"""The steps of an occasion: done, not done, moved, cancelled, given to somebody."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.registers.activities.actions import Moved, Outcome
from varvet.registers.activities.forms.fields import day_field
from varvet.registers.activities.rules import LONGEST_REASON

WHY = {"required": _("Skriv varför.")}
SEEN = _("Skälet syns i listor. Skriv aldrig om en person.")


class DoneForm(VersionedForm):
    step_name = _("Gjord")
    done_on = day_field(_("Vilken dag blev det gjort?"), _("I dag eller tidigare."))
    made = forms.CharField(
        label=_("Ärendets nummer"),
        help_text=_("Numret på det som det ledde till. Lämna tomt om det inte finns."),
        required=False,
        max_length=24,
    )
    words = forms.CharField(
        label=_("Anteckning"),
        help_text=_("Vad ni kom fram till, om det inte står någon annanstans."),
        required=False,
        widget=text_area(4),
        max_length=LONGEST,
    )

    def outcome(self) -> Outcome:
        given = self.cleaned_data
        return Outcome(given["done_on"], given["made"], given["words"])


class ReasonForm(VersionedForm):
    reason = forms.CharField(
        label=_("Varför?"), help_text=SEEN, max_length=LONGEST_REASON, widget=text_area(3), error_messages=WHY
    )


class NotDoneForm(ReasonForm):
    step_name = _("Blev inte av")


class CancelForm(ReasonForm):
    step_name = _("Ställ in")


class ReopenForm(ReasonForm):
    step_name = _("Öppna igen")


class MoveForm(VersionedForm):
    step_name = _("Flytta")
    to = day_field(_("Till vilken dag?"), _("En ledig dag blir nästa arbetsdag."))
    reason = forms.CharField(
        label=_("Varför flyttas den?"), help_text=SEEN, max_length=LONGEST_REASON, error_messages=WHY
    )

    def moved(self) -> Moved:
        return Moved(self.cleaned_data["to"], self.cleaned_data["reason"])


class AssignForm(VersionedForm):
    step_name = _("Byt ansvarig")
    responsible = forms.ModelChoiceField(
        label=_("Ansvarig den här gången"),
        help_text=_("Utan namn påminns de som är närmast enheten."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("De som är närmast enheten"),
    )

    def __init__(self, *args: Any, able: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["responsible"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[user.pk for user in able]).order_by("name")
