"""Text from people into typed values; what is wrong is said at the field."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.forms.choosing import FORM_ERRORS, FORM_HELP, FORM_LABEL, offer_forms
from varvet.registers.self_checks.models import FormVersion
from varvet.registers.self_checks.rules import (
    LONGEST_REASON,
    METHOD_LABELS,
    SEX_LABELS,
    Dimension,
    Figures,
    Method,
    SplitRow,
)

GROUPS = range(1, 5)
DAY_ERRORS = {"required": _("Skriv dagen."), "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")}
NUMBER_ERRORS = {"invalid": _("Skriv ett helt tal."), "min_value": _("Skriv ett tal som inte är negativt.")}
PERCENT_ERRORS = {
    "invalid": _("Skriv procent, till exempel 72,4."),
    "min_value": _("En andel är minst 0 procent."),
    "max_value": _("En andel är högst 100 procent."),
    "max_decimal_places": _("Skriv högst en decimal."),
}


def day_field(label: str, help_text: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=_(label), help_text=help_text, widget=widget, error_messages=DAY_ERRORS)


def number_field(label: str, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=_(label),
        help_text=help_text,
        required=False,
        min_value=0,
        max_value=10_000_000,
        error_messages=NUMBER_ERRORS,
    )


def percent_field(label: str, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=_(label),
        help_text=help_text,
        required=False,
        min_value=0,
        max_value=100,
        decimal_places=1,
        localize=True,
        error_messages=PERCENT_ERRORS,
    )


def permille(percent: Decimal | None) -> int | None:
    return None if percent is None else int(percent * 10)


def quality_areas(reader: Reader) -> list[tuple[str, str]]:
    """The root's own areas as choices."""
    areas = get_setting(reader.root, "quality_areas", reader.today) if reader.root else {}
    return [(code, f"{code} {label}") for code, label in areas.items()]


class PlanForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    question = forms.ModelChoiceField(
        label=_("Vad ska kontrolleras?"),
        help_text=_("Frågorna kommer ur er plan för egenkontroll."),
        queryset=Category.objects.none(),
        error_messages={"required": _("Välj vad som ska kontrolleras.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Var?"),
        help_text=_("Enheten vars arbete kontrolleras."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    part = forms.CharField(
        label=_("Del av enheten"),
        help_text=_("Till exempel gruppbostad. Lämna tomt när hela enheten kontrolleras."),
        required=False,
        max_length=60,
    )
    goal = forms.CharField(
        label=_("Kontrollmål"),
        help_text=_("Det som ska vara uppfyllt, till exempel att alla barn har en aktuell plan."),
        required=False,
        max_length=200,
    )
    area = forms.ChoiceField(
        label=_("Kvalitetsområde"), help_text=_("Det område som kontrollen främst säger något om."), required=False
    )
    method = forms.ChoiceField(
        label=_("Hur görs kontrollen?"),
        help_text=_("Hur ni tar reda på det, till exempel genom att granska akter."),
        choices=choices_of(METHOD_LABELS),
        error_messages={"required": _("Välj hur kontrollen görs.")},
    )
    first_day = day_field(marked("Från och med"), _("Första dagen som kontrollen gäller."))
    last_day = day_field(marked("Till och med"), _("Senast den dagen ska resultatet vara klart."))
    form = forms.ModelChoiceField(
        label=FORM_LABEL,
        help_text=FORM_HELP,
        queryset=FormVersion.objects.none(),
        required=False,
        error_messages=FORM_ERRORS,
    )
    target_percent = forms.IntegerField(
        label=_("Mål, i procent"),
        help_text=_("Andelen som ska uppfylla målet. Lämna tomt när inget mål är satt."),
        required=False,
        min_value=0,
        max_value=100,
        error_messages=PERCENT_ERRORS,
    )

    def __init__(
        self, *args: Any, reader: Reader, units: list[Unit], questions: CategoryList | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        offer_forms(self, reader.root)
        self.questions = questions
        question, area = self.fields["question"], self.fields["area"]
        assert isinstance(question, forms.ModelChoiceField)
        assert isinstance(area, forms.ChoiceField)
        question.queryset = Category.objects.filter(list=questions)
        question.choices = [("", _("Välj")), *((category.pk, category.label) for category in question.queryset)]
        area.choices = [("", _("Inte valt")), *quality_areas(reader)]

    def content(self) -> actions.Plan:
        given = self.cleaned_data
        assert self.questions is not None
        return actions.Plan(
            unit=given["unit"],
            question=given["question"],
            category_list=self.questions,
            method=Method(given["method"]),
            first_day=given["first_day"],
            last_day=given["last_day"],
            goal=given["goal"],
            quality_area=given["area"],
            target_percent=given["target_percent"],
            part=given["part"],
            form_version=given["form"],
        )


class StartForm(VersionedForm):
    """Nothing to fill in: a button."""


class ResultForm(VersionedForm):
    """How many, and how many of them fulfil the goal: for all, for each sex, and for up to four groups."""

    census = forms.BooleanField(
        label=_("Alla är granskade, inget urval"),
        help_text=_("Kryssa i när ni har granskat alla som kontrollen gäller."),
        required=False,
    )
    population = number_field(
        marked("Hur många finns det?"), _("Alla som kontrollen gäller, även de som inte granskades.")
    )
    sample = number_field(marked("Hur många granskades?"), _("Så många som ni faktiskt såg på."))
    fulfilled = number_field(marked("Hur många uppfyller målet?"), _("Av dem som granskades."))
    stated_percent = percent_field(
        marked("Andel, när antalet inte är känt"), _("Till exempel ur en enkät som någon annan gjort.")
    )
    response_rate = percent_field(
        marked("Svarsfrekvens i procent"), _("Bara för enkäter: andelen av de tillfrågade som svarade.")
    )
    analysis = forms.CharField(
        label=_("Analys"),
        help_text=_("Vad betyder resultatet, och vad gör ni? Skriv inga namn."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for sex, label in SEX_LABELS.items():
            self._add_pair(sex, gettext(label).lower())
        for number in GROUPS:
            name = gettext("Grupp {number}").format(number=number)
            self.fields[f"group_{number}_name"] = forms.CharField(label=name, required=False, max_length=20)
            self._add_pair(f"group_{number}", name.lower())

    def _add_pair(self, name: str, label: str) -> None:
        self.fields[f"{name}_sample"] = number_field(gettext("Granskade, {whom}").format(whom=label))
        self.fields[f"{name}_fulfilled"] = number_field(gettext("Uppfyller målet, {whom}").format(whom=label))

    def split_fields(self) -> list[forms.BoundField]:
        """The fields by sex and group, which stand apart on the page."""
        return [self[name] for name in self.fields if name.endswith(("_sample", "_fulfilled", "_name"))]

    def main_fields(self) -> list[forms.BoundField]:
        apart = {bound.name for bound in self.split_fields()}
        return [bound for bound in self.visible_fields() if bound.name not in apart]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number in GROUPS:
            name = f"group_{number}"
            counted = given.get(f"{name}_sample") is not None or given.get(f"{name}_fulfilled") is not None
            if counted and not given.get(f"{name}_name", "").strip():
                self.add_error(f"{name}_name", _("Skriv vad gruppen heter."))
        return given

    def result(self) -> actions.Result:
        given = self.cleaned_data
        figures = Figures(
            census=given["census"],
            population=given["population"],
            sample=given["sample"],
            fulfilled=given["fulfilled"],
            stated_permille=permille(given["stated_percent"]),
            response_rate_permille=permille(given["response_rate"]),
        )
        return actions.Result(figures=figures, splits=self._splits(), analysis=given["analysis"])

    def _splits(self) -> tuple[SplitRow, ...]:
        given = self.cleaned_data
        by_sex = [(Dimension.SEX, sex, sex) for sex in SEX_LABELS]
        by_group = [(Dimension.GROUP, f"group_{n}", given[f"group_{n}_name"].strip()) for n in GROUPS]
        return tuple(
            SplitRow(dimension, value, given[f"{name}_sample"], given[f"{name}_fulfilled"])
            for dimension, name, value in [*by_sex, *by_group]
            if given[f"{name}_sample"] is not None or given[f"{name}_fulfilled"] is not None
        )


class NotDoneForm(VersionedForm):
    reason = forms.CharField(
        label=_("Varför gjordes den inte?"),
        help_text=_("Raden syns i kvalitetsberättelsen. Skriv aldrig om en person."),
        max_length=LONGEST_REASON,
        error_messages={
            "required": _("Skriv varför kontrollen inte gjordes."),
            "max_length": _("Skriv högst 300 tecken om varför."),
        },
    )
