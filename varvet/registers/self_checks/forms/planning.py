"""A plan, its rows and what is added to a result afterwards: text from people into typed values."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.access.roles import roles_with
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units
from varvet.registers.self_checks.actions.plan_rows import RowContent
from varvet.registers.self_checks.forms.round import PERCENT_ERRORS, day_field, number_field
from varvet.registers.self_checks.models import Form
from varvet.registers.self_checks.rules import METHOD_LABELS, SEX_LABELS, Dimension, Method, SplitRow
from varvet.registers.self_checks.rules.planning import (
    FREQUENCY_LABELS,
    LONGEST_GOAL,
    LONGEST_INDICATOR,
    LONGEST_POINT,
    LONGEST_QUESTION,
    LONGEST_REASON_OF_CHANGE,
    Frequency,
    Span,
)
from varvet.registers.self_checks.rules.ready_plans import list_ready_plans

PERSON, ROLE, NEW = "person:", "role:", "ny"
MAIN = (
    "question", "new_question", "units", "method", "form",
    "frequency", "first_day", "last_day", "responsible", "reason",
)  # fmt: skip


class StartPlanForm(forms.Form):
    unit = forms.ModelChoiceField(
        label=_("Vems plan är det?"),
        help_text=_("Planen gäller enheten och alla under den."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    year = forms.TypedChoiceField(
        label=_("Kvalitetsår"),
        help_text=_("Året som planen gäller."),
        coerce=int,
        error_messages={"required": _("Välj år.")},
    )
    begin = forms.ChoiceField(
        label=_("Börja med"),
        help_text=_("En färdig plan blir er egen kopia, som ni ändrar som ni vill."),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, units: list[Unit], years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        year, begin = self.fields["year"], self.fields["begin"]
        assert isinstance(year, forms.ChoiceField)
        assert isinstance(begin, forms.ChoiceField)
        year.choices = [(number, str(number)) for number in years]
        ready = [(plan.name, f"{plan.title}. {plan.words}") for plan in list_ready_plans()]
        begin.choices = [("", now_("En tom plan")), *ready]


class PlanVersionForm(VersionedForm):
    """Nothing to fill in: a button, for the plan as it was read."""


@dataclass(frozen=True)
class RowChoices:
    """What a row's form offers."""

    units: list[Unit]
    questions: CategoryList | None
    areas: list[tuple[str, str]]
    people: list[User]
    years: list[int]
    forms: list[Form]
    asks_reason: bool


class RowForm(VersionedForm):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    question = forms.ChoiceField(
        label=_("Vad ska kontrolleras?"),
        help_text=_("Frågorna som ni redan har, eller en ny."),
        error_messages={"required": _("Välj vad som ska kontrolleras.")},
    )
    new_question = forms.CharField(
        label=_("Ny fråga"),
        help_text=_("Bara när du valde en ny. Till exempel: A.1.5 Finns samtycke dokumenterat?"),
        required=False,
        max_length=LONGEST_QUESTION,
    )
    units = forms.ModelMultipleChoiceField(
        label=_("I vilka enheter?"),
        help_text=_("Varje enhet gör sin egen omgång."),
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en enhet.")},
    )
    method = forms.ChoiceField(
        label=_("Hur görs kontrollen?"),
        help_text=_("Hur ni tar reda på det, till exempel genom att granska akter."),
        choices=choices_of(METHOD_LABELS),
        error_messages={"required": _("Välj hur kontrollen görs.")},
    )
    form = forms.ChoiceField(
        label=_("Formulär"),
        help_text=_("Omgångarna görs med det. Lämna tomt när ni räknar på annat sätt."),
        required=False,
    )
    frequency = forms.ChoiceField(
        label=_("Hur ofta?"),
        help_text=_("Perioden delas lika. Varje del blir en omgång i varje enhet."),
        choices=choices_of(FREQUENCY_LABELS),
    )
    first_day = day_field(marked("Från och med"), _("Första dagen som kontrollen gäller."))
    last_day = day_field(marked("Till och med"), _("Senast den dagen ska den sista omgången vara klar."))
    responsible = forms.ChoiceField(
        label=_("Ansvarig"),
        help_text=_("En person eller en roll. Är personen borta påminns den som vikarierar."),
        required=False,
    )
    area = forms.ChoiceField(
        label=_("Kvalitetsområde"), help_text=_("Det område som kontrollen främst säger något om."), required=False
    )
    goal = forms.CharField(
        label=_("Kontrollmål"),
        help_text=_("Det som ska vara uppfyllt, till exempel god kvalitet i dokumentationen."),
        required=False,
        max_length=LONGEST_GOAL,
    )
    indicator = forms.CharField(
        label=_("Indikator"),
        help_text=_("Det ni mäter, till exempel andel granskade akter med en aktuell plan."),
        required=False,
        max_length=LONGEST_INDICATOR,
    )
    target_percent = forms.IntegerField(
        label=_("Mål, i procent"),
        help_text=_("Andelen som ska uppfylla målet. Lämna tomt när inget mål är satt."),
        required=False,
        min_value=0,
        max_value=100,
        error_messages=PERCENT_ERRORS,
    )
    control_point = forms.CharField(
        label=_("Kontrollpunkt i internkontrollplanen"),
        help_text=_("Skriv punktens namn om kontrollen också tjänar som internkontroll."),
        required=False,
        max_length=LONGEST_POINT,
    )
    control_year = forms.TypedChoiceField(
        label=_("Internkontrollplanens år"),
        help_text=_("Internkontrollen följer kalenderåret."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    reason = forms.CharField(
        label=_("Varför ändras planen?"),
        help_text=_("Planen är godkänd. Skälet syns för alla som läser den. Skriv aldrig om en person."),
        max_length=LONGEST_REASON_OF_CHANGE,
        error_messages={"required": _("Skriv varför planen ändras.")},
    )

    def __init__(self, *args: Any, offers: RowChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer(offers)
        if not offers.asks_reason:
            del self.fields["reason"]

    def _offer(self, offers: RowChoices) -> None:
        units = self.fields["units"]
        assert isinstance(units, forms.ModelMultipleChoiceField)
        self.questions = {str(one.pk): one for one in Category.objects.filter(list=offers.questions)}
        known = [(pk, one.label) for pk, one in self.questions.items()]
        self._choose("question", [("", now_("Välj")), (NEW, now_("En ny fråga")), *known])
        units.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in offers.units]).order_by("sort_key")
        roles = [(f"{ROLE}{role.code}", now_(role.label)) for role in roles_with("self_checks.perform")]
        people = [(f"{PERSON}{user.pk}", user.name) for user in offers.people]
        self._choose("responsible", [("", now_("De som är närmast enheten")), *roles, *people])
        self.forms = {str(one.pk): one for one in offers.forms}
        self._choose("form", [("", now_("Inget formulär")), *((pk, one.name) for pk, one in self.forms.items())])
        self._choose("area", [("", now_("Inte valt")), *offers.areas])
        self._choose("control_year", [("", now_("Inte valt")), *((str(year), str(year)) for year in offers.years)])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in MAIN if name in self.fields]

    def more_fields(self) -> list[forms.BoundField]:
        return [bound for bound in self.visible_fields() if bound.name not in MAIN]

    def more_is_open(self) -> bool:
        return any(bound.errors for bound in self.more_fields())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("question") == NEW and not given.get("new_question", "").strip():
            self.add_error("new_question", _("Skriv den nya frågan."))
        if bool(given.get("control_point", "").strip()) != bool(given.get("control_year")):
            self.add_error("control_year", _("Skriv både kontrollpunkten och året, eller inget av dem."))
        return given

    def content(self) -> RowContent:
        given = self.cleaned_data
        said = str(given["responsible"])
        person = User.objects.get(pk=said.removeprefix(PERSON)) if said.startswith(PERSON) else None
        return RowContent(
            question=self.questions.get(given["question"]) or given["new_question"],
            units=tuple(given["units"]),
            method=Method(given["method"]),
            form=self.forms.get(given["form"]),
            frequency=Frequency(given["frequency"]),
            span=Span(given["first_day"], given["last_day"]),
            goal=given["goal"],
            quality_area=given["area"],
            indicator=given["indicator"],
            target_percent=given["target_percent"],
            responsible=person,
            responsible_role=said.removeprefix(ROLE) if said.startswith(ROLE) else "",
            control_point=given["control_point"],
            control_year=given["control_year"],
        )


class RemoveRowForm(VersionedForm):
    reason = forms.CharField(
        label=_("Varför stryks kontrollen?"),
        help_text=_("Skälet syns i planen och i kvalitetsberättelsen. Skriv aldrig om en person."),
        required=False,
        max_length=LONGEST_REASON_OF_CHANGE,
    )


class SupplementForm(VersionedForm):
    """The result by sex; only those that have no figures are asked for."""

    def __init__(self, *args: Any, known: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = [sex for sex in SEX_LABELS if sex not in known]
        for sex in self.asked:
            whom = now_(SEX_LABELS[sex]).lower()
            self.fields[f"{sex}_sample"] = number_field(now_("Granskade, {whom}").format(whom=whom))
            self.fields[f"{sex}_fulfilled"] = number_field(now_("Uppfyller målet, {whom}").format(whom=whom))

    def splits(self) -> tuple[SplitRow, ...]:
        given = self.cleaned_data
        return tuple(
            SplitRow(Dimension.SEX, sex, given[f"{sex}_sample"], given[f"{sex}_fulfilled"])
            for sex in self.asked
            if given[f"{sex}_sample"] is not None or given[f"{sex}_fulfilled"] is not None
        )
