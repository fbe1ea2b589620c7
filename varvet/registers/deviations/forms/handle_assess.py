"""Assessing: what it is, what it is about, how serious, and who else must know."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.organisation.shipped_lists import choices_on, label_ever
from varvet.kernel.ui.form_fields import text_area
from varvet.kernel.ui.matrix import grid_choices
from varvet.registers.deviations import actions
from varvet.registers.deviations.forms.weighing import WeighedForm, also_choices, also_field
from varvet.registers.deviations.rules import NATURE_LABELS, Also, Nature, Risk


class AssessForm(WeighedForm):
    step_name = _("Bedöm")
    nature = forms.ChoiceField(
        label=_("Vad är det?"),
        help_text=_("Välj det som bäst beskriver händelsen."),
        choices=[],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det är.")},
    )
    categories = forms.ModelMultipleChoiceField(
        label=_("Vad handlar det om?"),
        help_text=_("Välj en eller flera typer. Den första du kryssar i listans ordning blir huvudtyp."),
        queryset=Category.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en typ av avvikelse.")},
    )
    risk = forms.ChoiceField(
        label=_("Hur allvarligt var det, och hur troligt är det igen?"),
        help_text=_("Välj en ruta: vad det ledde till eller kunde ha lett till, och hur troligt det är igen."),
        choices=[],
        required=False,  # a good example is not weighed
        widget=forms.RadioSelect(attrs={"aria-required": "true"}),
    )
    quality_area = forms.ChoiceField(
        label=_("Kvalitetsområde"), help_text=_("Det område som händelsen främst rör."), required=False
    )
    huvudman = forms.CharField(
        label=_("Gällde arbetet en annan huvudman?"),
        help_text=_("Skriv organisationens namn, till exempel grannkommunen. Aldrig en persons namn."),
        required=False,
        max_length=80,
    )
    lex_sarah_event = forms.ChoiceField(
        label=_("Händelse som alltid ska prövas enligt lex Sarah"),
        help_text=_("Stämmer någon får den som utreder lex Sarah frågan direkt."),
        required=False,
    )
    unmark_reason = forms.CharField(
        label=_("Varför ändras märkningen för lex Sarah?"),
        help_text=_("Skälet läses av dem som handlägger."),
        required=False,
        widget=text_area(2),
        max_length=4_000,
    )
    also = also_field()
    note = forms.CharField(
        label=_("Intern anteckning"),
        help_text=_("Läses bara av dem som handlägger."),
        required=False,
        widget=text_area(3),
        max_length=20_000,
    )

    def __init__(
        self, *args: Any, reader: Reader, versions: CategoryList | None, marked_before: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.category_list = versions
        field = self.fields["categories"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Category.objects.filter(list=versions)
        self._offer("nature", [(code, now_(label)) for code, label in NATURE_LABELS.items()])
        self._offer("risk", grid_choices())
        self._offer("also", also_choices())
        areas = get_setting(reader.root, "quality_areas", reader.today) if reader.root else {}
        self._offer(
            "quality_area", [("", now_("Inte valt")), *((code, f"{code} {name}") for code, name in areas.items())]
        )
        self._offer("lex_sarah_event", [("", now_("Nej, ingen av dem")), *self._events(reader)])
        if not marked_before:
            del self.fields["unmark_reason"]

    def _events(self, reader: Reader) -> list[tuple[str, str]]:
        """Those of the root's list, and the one chosen before, though the list may have left it out since."""
        if reader.root is None:
            return []
        events = choices_on(reader.root, actions.MUST_BE_ASSESSED, reader.today)
        chosen = self.initial.get("lex_sarah_event")
        if not chosen or chosen in dict(events):
            return events
        return [*events, (chosen, label_ever(reader.root, actions.MUST_BE_ASSESSED, chosen))]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def assessment(self) -> actions.Assessment:
        given = self.cleaned_data
        assert self.category_list is not None
        return actions.Assessment(
            nature=Nature(given["nature"]),
            category_list=self.category_list,
            categories=tuple(given["categories"]),
            quality_area=given["quality_area"],
            risk=risk_of(given["risk"]),
            huvudman=given["huvudman"],
            lex_sarah_event=given["lex_sarah_event"],
            also=frozenset(Also(code) for code in given["also"]),
            not_lex_sarah=self.why_not,
            note=given["note"],
            unmark_reason=given.get("unmark_reason", ""),
        )


def risk_of(chosen: str) -> Risk | None:
    """ "3-4" is consequence 3 and probability 4."""
    consequence, _, probability = chosen.partition("-")
    return Risk(int(consequence), int(probability)) if chosen else None
