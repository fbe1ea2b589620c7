"""Deciding on an improvement, as a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_fields import offer_units, text_area
from varvet.registers.improvements import actions
from varvet.registers.improvements.forms.fields import ContentForm, EffectPlanForm, day_field
from varvet.registers.improvements.rules import LONGEST_ADDRESS, LONGEST_ORIGIN

ABOUT = ("what", "unit", "why", "cause", "area", "more_areas", "owner", "decided_on", "due_on", "origin_words")
EFFECT = ("how", "indicator", "target", "measure", "effect_on", "judge", "with_owner")


class DecideForm(EffectPlanForm, ContentForm):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(
        label=_("Var?"),
        help_text=_("Enheten som ska genomföra åtgärden."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    why = forms.CharField(
        label=_("Varför behövs det?"),
        help_text=_("Skriv orsaken. Den läses bara av dem som handlägger."),
        required=False,
        widget=text_area(4),
        max_length=20_000,
    )
    decided_on = day_field(
        marked("När beslutades den?"), _("Dagen för beslutet, inte dagen då du skriver in det."), required=True
    )
    origin_words = forms.CharField(
        label=_("Vad utgår den från?"),
        help_text=_("Sidan som åtgärden började på. Orden blir en länk dit."),
        required=False,
        max_length=LONGEST_ORIGIN,
    )
    origin_address = forms.CharField(required=False, max_length=LONGEST_ADDRESS, widget=forms.HiddenInput)
    field_order = ("key", *ABOUT, *EFFECT)

    def __init__(
        self, *args: Any, reader: Reader, units: list[Unit], owners: list[User], judges: list[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        self.offer(reader, owners)
        self.offer_effect(judges)
        if not (self.initial.get("origin_address") or self.data.get("origin_address")):
            del self.fields["origin_words"], self.fields["origin_address"]

    def about(self) -> list[forms.BoundField]:
        return [self[name] for name in ABOUT if name in self.fields]

    def effect(self) -> list[forms.BoundField]:
        return [self[name] for name in EFFECT]

    def content(self, follows: Record | None, part: str = "") -> actions.Decision:
        given = self.cleaned_data
        return actions.Decision(
            unit=given["unit"],
            what=given["what"],
            why=given["why"],
            quality_areas=self.chosen_areas(),
            decided_on=given["decided_on"],
            due_on=given["due_on"],
            owner=given["owner"],
            follows=follows,
            part=part if follows else "",
            cause=given["cause"],
            plan=self.plan(),
            origin=self._origin(),
        )

    def _origin(self) -> actions.OriginPage | None:
        given = self.cleaned_data
        address = given.get("origin_address", "")
        return actions.OriginPage(given["origin_words"], address) if address else None
