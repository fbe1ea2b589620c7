"""Text from people into typed values; what is wrong is said at the field."""

from datetime import date
from typing import Any

from django import forms

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_fields import VersionedForm, offer_units, text_area
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

NO_PERSONS = "Raden syns i listor och i kvalitetsberättelsen. Skriv aldrig om en person."
DAY_ERRORS = {"required": "Skriv dagen.", "invalid": "Skriv dagen som år-månad-dag, till exempel 2026-03-05."}


def day_field(label: str, *, required: bool) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, error_messages=DAY_ERRORS)


def quality_areas(reader: Reader) -> list[tuple[str, str]]:
    """The root's own areas as choices."""
    areas = get_setting(reader.root, "quality_areas", reader.today) if reader.root else {}
    return [(code, f"{code} {label}") for code, label in areas.items()]


class DecideForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    what = forms.CharField(
        label="Vad ska göras?",
        help_text=NO_PERSONS,
        max_length=LONGEST_WHAT,
        error_messages={
            "required": "Skriv vad som ska göras.",
            "max_length": "Skriv högst 200 tecken om vad som ska göras.",
        },
    )
    unit = forms.ModelChoiceField(
        label="Var?",
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": "Välj enhet.", "invalid_choice": "Välj en enhet i listan."},
    )
    why = forms.CharField(
        label="Varför behövs det?",
        help_text="Skriv orsaken. Den läses bara av dem som handlägger.",
        required=False,
        widget=text_area(4),
        max_length=20_000,
    )
    area = forms.ChoiceField(label="Kvalitetsområde", required=False)
    more_areas = forms.MultipleChoiceField(
        label="Andra kvalitetsområden den gäller", required=False, widget=forms.CheckboxSelectMultiple
    )
    owner = forms.ModelChoiceField(
        label="Vem ansvarar?", queryset=User.objects.none(), required=False, empty_label="Inte valt"
    )
    decided_on = day_field("När beslutades den?", required=True)
    due_on = day_field("När ska den vara klar?", required=False)

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
        area.choices = [("", "Inte valt"), *choices]
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
    carried_out_on = day_field("När genomfördes den?", required=True)


class EffectForm(VersionedForm):
    effect = forms.ChoiceField(
        label="Vilken effekt fick den?",
        choices=list(EFFECT_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vilken effekt den fick."},
    )
    effect_words = forms.CharField(
        label="Vad visar det?",
        help_text=f"Till exempel: ”Försenade: från 76 % i mars till 0 % i september”. {NO_PERSONS}",
        required=False,
        max_length=LONGEST_EFFECT_WORDS,
        error_messages={"max_length": "Skriv högst 300 tecken om effekten."},
    )

    def judgement(self) -> actions.Judgement:
        return actions.Judgement(Effect(self.cleaned_data["effect"]), self.cleaned_data["effect_words"])


class GiveUpForm(VersionedForm):
    target = forms.ChoiceField(
        label="Vad händer med den?",
        choices=[(status.value, STATUS_LABELS[status]) for status in Status if status in GIVEN_UP],
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad som händer med åtgärden."},
    )
    reason = forms.CharField(
        label="Varför?",
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": "Skriv varför åtgärden inte genomförs."},
    )

    def giving_up(self) -> actions.GivingUp:
        return actions.GivingUp(Status(self.cleaned_data["target"]), self.cleaned_data["reason"])


class CarryOverForm(VersionedForm):
    year = forms.IntegerField(
        label="Till vilket år?",
        min_value=2000,
        max_value=2200,
        error_messages={"required": "Skriv året.", "invalid": "Skriv året med fyra siffror."},
    )
    reason = forms.CharField(
        label="Varför kvarstår den?",
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": "Skriv varför åtgärden flyttas."},
    )
