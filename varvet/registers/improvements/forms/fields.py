"""Fields that several of the forms have."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.figures import list_comparable
from varvet.kernel.records.registry import get_register
from varvet.kernel.ui.form_fields import choices_of
from varvet.kernel.ui.sentences import said
from varvet.registers.improvements.rules import (
    CAUSE_LABELS,
    HOW_LABELS,
    LONGEST_INDICATOR,
    LONGEST_TARGET,
    LONGEST_WHAT,
    How,
    Plan,
)

NO_PERSONS = _("Raden syns i listor och i kvalitetsberättelsen. Skriv aldrig om en person.")
DAY_ERRORS = {"required": _("Skriv dagen."), "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")}


def day_field(label: str, help_text: Any, *, required: bool) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=_(label), help_text=help_text, required=required, widget=widget, error_messages=DAY_ERRORS
    )


def person_field(label: Any, help_text: Any) -> forms.ModelChoiceField[User]:
    return forms.ModelChoiceField(
        label=label, help_text=help_text, queryset=User.objects.none(), required=False, empty_label=_("Inte valt")
    )


def offer_people(form: forms.Form, name: str, people: Iterable[User]) -> None:
    """Puts the people, by name, in the form's field."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")


def quality_areas(reader: Reader) -> list[tuple[str, str]]:
    """The root's own areas as choices."""
    areas = get_setting(reader.root, "quality_areas", reader.today) if reader.root else {}
    return [(code, f"{code} {label}") for code, label in areas.items()]


class ContentForm(forms.Form):
    """What an improvement is: the fields that are decided and may be changed until it is in place."""

    what = forms.CharField(
        label=_("Vad ska göras?"),
        help_text=NO_PERSONS,
        max_length=LONGEST_WHAT,
        error_messages={
            "required": _("Skriv vad som ska göras."),
            "max_length": _("Skriv högst 200 tecken om vad som ska göras."),
        },
    )
    cause = forms.ChoiceField(
        label=_("Vilken sorts orsak?"),
        help_text=_("Samma orsak år efter år syns i listan och i kvalitetsberättelsen."),
        choices=[("", _("Inte valt")), *choices_of(CAUSE_LABELS)],
        required=False,
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
    owner = person_field(_("Vem ansvarar?"), _("Den som ser till att det blir gjort."))
    due_on = day_field(
        marked("När ska den vara klar?"), _("Med en sista dag visas åtgärden under Att göra."), required=False
    )

    def offer(self, reader: Reader, owners: Iterable[User]) -> None:
        """Puts in the root's own areas and people."""
        offer_people(self, "owner", owners)
        area, more = self.fields["area"], self.fields["more_areas"]
        assert isinstance(area, forms.ChoiceField)
        assert isinstance(more, forms.ChoiceField)
        choices = quality_areas(reader)
        area.choices = [("", _("Inte valt")), *choices]
        more.choices = choices
        if not choices:
            del self.fields["area"], self.fields["more_areas"]

    def chosen_areas(self) -> tuple[str, ...]:
        """The first is the primary."""
        given = self.cleaned_data
        chosen = [area for area in (given.get("area"), *given.get("more_areas", [])) if area]
        return tuple(dict.fromkeys(chosen))


class EffectPlanForm(forms.Form):
    """How the effect will be followed up."""

    how = forms.ChoiceField(
        label=_("Hur ska ni se effekten?"),
        help_text=_("Bestäm det innan ni börjar. Då vet ni vad ni ska jämföra med."),
        choices=[("", _("Vi bestämmer senare")), *choices_of(HOW_LABELS)],
        required=False,
        widget=forms.RadioSelect,
    )
    indicator = forms.CharField(
        label=_("Indikator"),
        help_text=_("Till exempel: andel förhandsbedömningar som är klara i tid. Skriv aldrig om en person."),
        required=False,
        max_length=LONGEST_INDICATOR,
    )
    target = forms.CharField(
        label=_("Mål"), help_text=_("Till exempel: minst 95 % i september."), required=False, max_length=LONGEST_TARGET
    )
    measure = forms.ChoiceField(
        label=_("Vårt mått"),
        help_text=_("Det räknas före beslutet och när effekten bedöms, i enheten."),
        required=False,
    )
    effect_on = day_field(
        marked("När bedöms effekten?"), _("Den som ska bedöma påminns när dagen är nära."), required=False
    )
    judge = person_field(_("Vem bedömer effekten?"), _("Någon annan än den som ansvarar."))
    with_owner = forms.BooleanField(
        label=_("Tillsammans med den som ansvarar"),
        help_text=_("De två bedömer effekten gemensamt."),
        required=False,
    )

    def offer_effect(self, judges: Iterable[User]) -> None:
        offer_people(self, "judge", judges)
        measure = self.fields["measure"]
        assert isinstance(measure, forms.ChoiceField)
        measure.choices = [("", _("Inte valt")), *_grouped_measures()]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("how") and not given.get("effect_on") and "effect_on" not in self.errors:
            self.add_error("effect_on", _("Skriv dagen."))
        return given

    def plan(self) -> Plan | None:
        """None while it is left for later."""
        given = self.cleaned_data
        day: date | None = given["effect_on"]
        if not given["how"] or day is None:
            return None
        return Plan(
            how=How(given["how"]),
            due_on=day,
            judge_id=given["judge"].pk if given["judge"] else None,
            indicator=given["indicator"],
            target=given["target"],
            measure=given["measure"],
            with_owner=given["with_owner"],
        )


def _grouped_measures() -> list[tuple[str, list[tuple[str, str]]]]:
    """By register, in the order the registers stand."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for measure in list_comparable():
        groups.setdefault(said(get_register(measure.register).label), []).append((measure.code, said(measure.label)))
    return list(groups.items())
