"""Changing many improvements in one form."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.law.words import marked
from varvet.registers.improvements import actions
from varvet.registers.improvements.forms.fields import day_field, offer_people, person_field
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import Change


class Picked(forms.MultipleChoiceField):
    """References with the version each was seen in: "ATG-2026-0001:3". An older version is the action's to refuse."""

    known: Collection[str] = ()  # references

    def valid_value(self, value: Any) -> bool:
        reference, _colon, version = str(value).rpartition(":")
        return reference in self.known and version.isascii() and version.isdigit() and len(version) < 9


class ManyForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    chosen = Picked(
        label=_("Vilka åtgärder?"),
        help_text=_("Kryssa i dem som ska ändras."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en åtgärd."), "invalid_choice": _("Välj bland åtgärderna i listan.")},
    )
    owner = person_field(_("Ny ansvarig"), _("Tomt fält: ansvarig ändras inte."))
    due_on = day_field(marked("Ny sista dag"), _("Tomt fält: dagen ändras inte."), required=False)
    start = forms.BooleanField(
        label=_("Påbörja dem"), help_text=_("De som är planerade blir pågående från i dag."), required=False
    )

    def __init__(self, *args: Any, rows: Sequence[Improvement], owners: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {row.reference: row for row in rows}
        chosen = self.fields["chosen"]
        assert isinstance(chosen, Picked)
        chosen.known = self.known
        chosen.choices = [(f"{row.reference}:{row.version}", row.what) for row in rows]
        offer_people(self, "owner", owners)

    def change(self) -> Change:
        owner = self.cleaned_data["owner"]
        return Change(owner.pk if owner else None, self.cleaned_data["due_on"], starts=self.cleaned_data["start"])

    def picked(self) -> list[actions.Chosen]:
        pairs = [value.rpartition(":") for value in self.cleaned_data["chosen"]]
        return [actions.Chosen(self.known[reference], int(version)) for reference, _colon, version in pairs]
