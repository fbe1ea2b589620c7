"""An analysis begun, moved, or given to somebody else."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.periods import Stretch
from varvet.kernel.ui.form_fields import VersionedForm, offer_units
from varvet.registers.analyses import actions
from varvet.registers.analyses.forms.fields import day_field

MEETING = _("När möts ni?")


class StartForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(
        label=_("Vilken avdelning eller enhet?"),
        help_text=_("Siffrorna räknas för den och allt under den."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    period = forms.ChoiceField(
        label=_("Vilken period?"),
        help_text=_("Siffrorna visas bredvid perioden före och samma period förra året."),
        error_messages={"required": _("Välj period."), "invalid_choice": _("Välj i listan.")},
    )
    meeting_on = day_field(MEETING, _("Till dess skriver ni svar på frågorna, en och en."))

    def __init__(self, *args: Any, units: Iterable[Unit], periods: Iterable[Stretch], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        self._periods = {one.code: one for one in periods}
        field = self.fields["period"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(code, one.name.capitalize()) for code, one in self._periods.items()]

    def plan(self) -> actions.Plan:
        given = self.cleaned_data
        return actions.Plan(given["unit"], self._periods[given["period"]], given["meeting_on"])


class DescribeForm(VersionedForm):
    step_name = _("Flytta mötet")
    meeting_on = day_field(MEETING, _("Den nya dagen."))


class AssignForm(VersionedForm):
    step_name = _("Byt ansvarig")
    responsible = forms.ModelChoiceField(
        label=_("Vem håller i analysen?"),
        help_text=_("Personen får mötet under Att göra."),
        queryset=User.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj en person."), "invalid_choice": _("Välj en person i listan.")},
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["responsible"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[one.pk for one in people]).order_by("name")
