"""Text from people into typed values; what is wrong is said at the field."""

from datetime import date
from typing import Any

from django import forms

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.ui.form_fields import VersionedForm, offer_units, text_area
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Severity, Worry
from varvet.registers.deviations.rules import DAY_MISSING, NATURE_LABELS, Nature, When

WHEN_CHOICES = [
    (When.JUST_NOW.value, "Nyss"),
    (When.TODAY.value, "I dag"),
    (When.OTHER.value, "Annan dag"),
    (When.UNKNOWN.value, "Vet inte"),
]


class ReportForm(forms.Form):
    """Six fields on one screen, three of them required; the day shows for another day."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    opened = forms.IntegerField(required=False, widget=forms.HiddenInput)
    what = forms.CharField(
        label="Berätta med egna ord",
        help_text="Till exempel: ”En anmälan låg obedömd i tre veckor. Jag hittade den i fel inkorg.” "
        "Skriv inga namn eller personnummer.",
        widget=text_area(5),
        max_length=20_000,
        error_messages={
            "required": "Berätta vad som hände.",
            "max_length": "Texten är för lång. Korta den till högst 20 000 tecken.",
        },
    )
    when = forms.ChoiceField(
        label="När hände det?",
        choices=WHEN_CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj när det hände."},
    )
    day = forms.DateField(
        label="Vilken dag?",
        required=False,  # but where it shows, for another day
        widget=forms.DateInput(attrs={"type": "date", "aria-required": "true"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Skriv dagen som år-månad-dag, till exempel 2026-03-05."},
    )
    unit = forms.ModelChoiceField(
        label="Var?",
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": "Välj var det hände.", "invalid_choice": "Välj en enhet i listan."},
    )
    affected = forms.CharField(
        label="Vem berördes?",
        help_text="Skriv till exempel ”ett barn och en förälder”. Aldrig namn.",
        required=False,
        max_length=400,
        error_messages={"max_length": "Skriv högst 400 tecken."},
    )
    done = forms.CharField(label="Vad gjorde ni direkt?", required=False, widget=text_area(2), max_length=4_000)
    worry = forms.TypedChoiceField(
        label="Hur orolig är du för att det leder till skada?",
        help_text="Ett tryck räcker. Är du mycket orolig syns det i kön.",
        choices=Worry.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur orolig du är."},
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def clean(self) -> dict[str, Any]:
        """The rule says it too; said here, it stands in the same list as everything else to correct."""
        given = self.cleaned_data
        if given.get("when") == When.OTHER and "day" not in self.errors and not given.get("day"):
            self.add_error("day", DAY_MISSING)
        return given

    def content(self, now_seconds: int) -> actions.Report:
        given = self.cleaned_data
        opened = given["opened"]
        seconds = now_seconds - opened if opened and 0 <= now_seconds - opened < 86_400 else None
        return actions.Report(
            unit=given["unit"],
            what=given["what"],
            when=When(given["when"]),
            worry=given["worry"],
            day=given["day"],
            affected=given["affected"],
            done=given["done"],
            seconds=seconds,
        )


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


class TallyForm(forms.Form):
    """Many like events of one month."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(label="Var?", queryset=Unit.objects.none(), empty_label=None)
    month = forms.DateField(
        label="Månad",
        input_formats=["%Y-%m"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
        error_messages={"required": "Välj månad.", "invalid": "Skriv månaden som år-månad, till exempel 2026-03."},
    )
    count = forms.IntegerField(
        label="Hur många?",
        min_value=2,
        max_value=500,
        error_messages={
            "required": "Skriv hur många det var.",
            "min_value": "Ange minst två. En enda händelse rapporteras för sig.",
            "max_value": "Ange högst 500 händelser i taget. Dela upp dem per månad.",
        },
    )
    nature = forms.ChoiceField(label="Vad är det?", choices=list(NATURE_LABELS.items()))
    category = forms.ModelChoiceField(
        label="Vad handlar det om?",
        queryset=Category.objects.none(),
        empty_label="Välj typ",
        error_messages={"required": "Välj vad det handlar om."},
    )
    lesson = forms.CharField(label="Lärdom", required=False, widget=text_area(3), max_length=20_000)

    def __init__(self, *args: Any, units: list[Unit], versions: CategoryList | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        category = self.fields["category"]
        assert isinstance(category, forms.ModelChoiceField)
        category.queryset = Category.objects.filter(list=versions)

    def content(self) -> actions.Tally:
        given = self.cleaned_data
        month: date = given["month"]
        return actions.Tally(
            unit=given["unit"],
            month=month,
            count=given["count"],
            nature=Nature(given["nature"]),
            category=given["category"],
            lesson=given["lesson"],
        )
