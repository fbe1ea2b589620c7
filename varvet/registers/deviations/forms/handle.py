"""The steps of handling, each a form."""

from typing import Any

from django import forms

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Severity
from varvet.registers.deviations.rules import NATURE_LABELS, Nature


class AssessForm(VersionedForm):
    step_name = "Bedöm"
    nature = forms.ChoiceField(
        label="Vad är det?",
        choices=list(NATURE_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad det är."},
    )
    categories = forms.ModelMultipleChoiceField(
        label="Vad handlar det om?",
        help_text="Välj en eller flera typer. Den första du kryssar i listans ordning blir huvudtyp.",
        queryset=Category.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Välj minst en typ av avvikelse."},
    )
    quality_area = forms.ChoiceField(label="Kvalitetsområde", required=False)
    severity = forms.ChoiceField(
        label="Hur allvarligt var det eller kunde det ha blivit?",
        choices=Severity.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur allvarligt det var."},
    )
    possible_lex_sarah = forms.BooleanField(
        label="Det kan vara ett missförhållande enligt lex Sarah",
        help_text="Då får den som utreder lex Sarah frågan direkt.",
        required=False,
    )
    note = forms.CharField(
        label="Anteckning",
        help_text="Läses bara av dem som handlägger.",
        required=False,
        widget=text_area(3),
        max_length=20_000,
    )

    def __init__(self, *args: Any, reader: Reader, versions: CategoryList | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.category_list = versions
        field = self.fields["categories"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Category.objects.filter(list=versions)
        areas = get_setting(reader.root, "quality_areas", reader.today) if reader.root else {}
        area = self.fields["quality_area"]
        assert isinstance(area, forms.ChoiceField)
        area.choices = [("", "Inte valt"), *[(code, f"{code} {label}") for code, label in areas.items()]]

    def assessment(self) -> actions.Assessment:
        given = self.cleaned_data
        assert self.category_list is not None
        return actions.Assessment(
            nature=Nature(given["nature"]),
            category_list=self.category_list,
            categories=tuple(given["categories"]),
            quality_area=given["quality_area"],
            severity=given["severity"],
            possible_lex_sarah=given["possible_lex_sarah"],
            note=given["note"],
        )


class CloseForm(VersionedForm):
    step_name = "Avsluta"
    feedback = forms.CharField(
        label="Så blev det",
        help_text="Det här läser den som rapporterade. Skriv vad ni gjorde och vad som ändras.",
        widget=text_area(4),
        max_length=20_000,
        error_messages={"required": "Skriv till den som rapporterade hur det blev."},
    )
    lesson = forms.CharField(label="Lärdom för enheten", required=False, widget=text_area(3), max_length=20_000)


class ReopenForm(VersionedForm):
    step_name = "Öppna igen"
    reason = forms.CharField(
        label="Varför öppnas den igen?",
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": "Skriv varför avvikelsen öppnas igen."},
    )
