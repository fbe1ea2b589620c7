"""Deciding on an improvement, and each step after it, as forms."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units, text_area
from varvet.registers.improvements import actions
from varvet.registers.improvements.rules import (
    EFFECT_LABELS,
    GIVEN_UP,
    LONGEST_EFFECT_WORDS,
    LONGEST_WHAT,
    STATUS_LABELS,
    Effect,
    Status,
)

NO_PERSONS = _("Raden syns i listor och i kvalitetsberättelsen. Skriv aldrig om en person.")
DAY_ERRORS = {"required": _("Skriv dagen."), "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")}


def day_field(label: str, help_text: Any, *, required: bool) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=_(label), help_text=help_text, required=required, widget=widget, error_messages=DAY_ERRORS
    )


def quality_areas(reader: Reader) -> list[tuple[str, str]]:
    """The root's own areas as choices."""
    areas = get_setting(reader.root, "quality_areas", reader.today) if reader.root else {}
    return [(code, f"{code} {label}") for code, label in areas.items()]


class DecideForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    what = forms.CharField(
        label=_("Vad ska göras?"),
        help_text=NO_PERSONS,
        max_length=LONGEST_WHAT,
        error_messages={
            "required": _("Skriv vad som ska göras."),
            "max_length": _("Skriv högst 200 tecken om vad som ska göras."),
        },
    )
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
    area = forms.ChoiceField(
        label=_("Kvalitetsområde"), help_text=_("Det område som åtgärden främst ska göra bättre."), required=False
    )
    more_areas = forms.MultipleChoiceField(
        label=_("Andra kvalitetsområden den gäller"),
        help_text=_("Åtgärden räknas ändå bara en gång."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    owner = forms.ModelChoiceField(
        label=_("Vem ansvarar?"),
        help_text=_("Den som ser till att det blir gjort."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Inte valt"),
    )
    decided_on = day_field(
        marked("När beslutades den?"), _("Dagen för beslutet, inte dagen då du skriver in det."), required=True
    )
    due_on = day_field(
        marked("När ska den vara klar?"), _("Med en sista dag visas åtgärden under Att göra."), required=False
    )

    def __init__(self, *args: Any, reader: Reader, units: list[Unit], owners: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        owner = self.fields["owner"]
        area, more = self.fields["area"], self.fields["more_areas"]
        assert isinstance(owner, forms.ModelChoiceField)
        assert isinstance(area, forms.ChoiceField)
        assert isinstance(more, forms.ChoiceField)
        owner.queryset = User.objects.filter(pk__in=[u.pk for u in owners]).order_by("name")
        choices = quality_areas(reader)
        area.choices = [("", _("Inte valt")), *choices]
        more.choices = choices
        if not choices:
            del self.fields["area"], self.fields["more_areas"]

    def content(self, follows: Record | None, part: str = "") -> actions.Decision:
        given = self.cleaned_data
        chosen = [area for area in (given.get("area"), *given.get("more_areas", [])) if area]
        decided: date = given["decided_on"]
        return actions.Decision(
            unit=given["unit"],
            what=given["what"],
            why=given["why"],
            quality_areas=tuple(dict.fromkeys(chosen)),
            decided_on=decided,
            due_on=given["due_on"],
            owner=given["owner"],
            follows=follows,
            part=part if follows else "",
        )


class StartForm(VersionedForm):
    """Nothing to fill in: a button."""


class CarryOutForm(VersionedForm):
    carried_out_on = day_field(marked("När genomfördes den?"), _("Dagen då det var gjort."), required=True)


class EffectForm(VersionedForm):
    effect = forms.ChoiceField(
        label=_("Vilken effekt fick den?"),
        help_text=_("Går det inte att se än, välj ”För tidigt att säga”."),
        choices=choices_of(EFFECT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vilken effekt den fick.")},
    )
    effect_words = forms.CharField(
        label=_("Vad visar det?"),
        help_text=format_lazy(
            "{} {}", _("Till exempel: ”Försenade: från 76 % i mars till 0 % i september”."), NO_PERSONS
        ),
        required=False,
        max_length=LONGEST_EFFECT_WORDS,
        error_messages={"max_length": _("Skriv högst 300 tecken om effekten.")},
    )

    def judgement(self) -> actions.Judgement:
        return actions.Judgement(Effect(self.cleaned_data["effect"]), self.cleaned_data["effect_words"])


class GiveUpForm(VersionedForm):
    target = forms.ChoiceField(
        label=_("Vad händer med den?"),
        help_text=_("Åtgärden finns kvar i registret, med sitt skäl."),
        choices=choices_of({status: STATUS_LABELS[status] for status in Status if status in GIVEN_UP}),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad som händer med åtgärden.")},
    )
    reason = forms.CharField(
        label=_("Varför?"),
        help_text=_("Skälet läses av dem som handlägger."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför åtgärden inte genomförs.")},
    )

    def giving_up(self) -> actions.GivingUp:
        return actions.GivingUp(Status(self.cleaned_data["target"]), self.cleaned_data["reason"])


class CarryOverForm(VersionedForm):
    year = forms.IntegerField(
        label=_("Till vilket år?"),
        help_text=_("Kvalitetsåret då arbetet fortsätter."),
        min_value=2000,
        max_value=2200,
        error_messages={"required": _("Skriv året."), "invalid": _("Skriv året med fyra siffror.")},
    )
    reason = forms.CharField(
        label=_("Varför kvarstår den?"),
        help_text=_("Skriv vad som återstår och varför. Skriv aldrig om en person."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför åtgärden flyttas.")},
    )
